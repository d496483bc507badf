"""How answers and problems leave: RFC 9457, without a word of what was sent."""

from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from services.endpoint.refusal import Refusal
from services.planner.errors import EndpointBusy, StorageUnavailable
from services.sync.problem import Problem
from services.sync.wire_form import ProblemAnswer, problem_answer, to_json

_RETRY_S: Final = 2
_BY_STATUS: Final = {400: Problem.BAD_REQUEST, 404: Problem.NOT_FOUND, 413: Problem.TOO_LARGE}


def answer(model: BaseModel, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A call's answer."""
    return Response(to_json(model), status, headers, media_type="application/json")


def problem(sent: ProblemAnswer, headers: dict[str, str] | None = None) -> Response:
    """A problem's answer."""
    more = dict(headers or {})
    if sent.retry_after_s is not None:
        more["retry-after"] = str(sent.retry_after_s)
    if sent.status == HTTPStatus.UNAUTHORIZED:
        more["www-authenticate"] = "Bearer"
    return Response(to_json(sent), sent.status, more, media_type="application/problem+json")


def answer_problems(app: FastAPI) -> None:
    """Every way in which a call may end without an answer is a problem with a name."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StorageUnavailable, _later)
    app.add_exception_handler(EndpointBusy, _later)
    app.add_exception_handler(Exception, _fault)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return problem(error.answer)


async def _not_understood(_: Request, _error: Exception) -> Response:
    return problem(problem_answer(Problem.BAD_REQUEST))


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    named = _BY_STATUS.get(error.status_code)
    sent = problem_answer(named) if named else _unnamed(error.status_code)
    return problem(sent, dict(error.headers or {}))


async def _later(_: Request, _error: Exception) -> Response:
    return problem(_unnamed(HTTPStatus.SERVICE_UNAVAILABLE, _RETRY_S))


async def _fault(_: Request, _error: Exception) -> Response:
    return problem(_unnamed(HTTPStatus.INTERNAL_SERVER_ERROR))


def _unnamed(status: int, retry_after_s: int | None = None) -> ProblemAnswer:
    title = HTTPStatus(status).phrase
    return ProblemAnswer(type="about:blank", title=title, status=status, retry_after_s=retry_after_s)
