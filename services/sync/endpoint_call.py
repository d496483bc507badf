"""One request to an endpoint and its answer, or one of our errors.

    nobody, or somebody who is no endpoint (a hotel's page, a gateway)      EndpointUnreachable
    429, 5xx                                                                EndpointBusy
    401 device-removed                                                      DeviceRemoved
    426, another Sync-Version, an answer that cannot be read or is too long ProtocolMismatch
    every other problem                                                     EndpointRefused

What is read is bounded in size and time, whatever an endpoint sends. Specification: docs/spec/wire.md.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NoReturn, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from services.planner.errors import (
    DeviceRemoved,
    EndpointBusy,
    EndpointRefused,
    EndpointUnreachable,
    ProtocolMismatch,
)
from services.sync.origin import origin_of
from services.sync.problem import Problem
from services.sync.wire import SYNC_VERSION, VERSION_HEADER
from services.sync.wire_form import ProblemAnswer, to_json

MOST_ANSWER_BYTES: Final = 4 * 1024 * 1024
CONNECT_S: Final = 10.0
READ_S: Final = 30.0
WHOLE_S: Final = 120.0
_LONGEST_WAIT_S: Final = 24 * 60 * 60

Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back. Shape: `etag` is empty where there is none."""

    status: int
    body: bytes
    etag: str

    def as_(self, model: type[Answer]) -> Answer:
        """The body, checked. Errors: ProtocolMismatch."""
        try:
            return model.model_validate_json(self.body)
        except ValidationError as problem:
            raise ProtocolMismatch(note="an answer of another form") from problem


class EndpointCall:
    """Makes requests to one endpoint. Errors of making it: InputRejected("endpoint")."""

    def __init__(self, http: httpx.AsyncClient, address: str) -> None:
        self._http = http
        self.origin = origin_of(address)

    async def ask(
        self,
        method: str,
        path: str,
        sent: BaseModel | None = None,
        *,
        token: str = "",
        headers: Mapping[str, str] | None = None,
        wait_s: int = 0,
    ) -> Answered:
        """The answer of 200, 204 or 304. Units: `wait_s` is how long the endpoint may hold its answer."""
        all_headers = {VERSION_HEADER: str(SYNC_VERSION), **(headers or {})}
        if token:
            all_headers["Authorization"] = f"Bearer {token}"
        if sent is not None:
            all_headers["Content-Type"] = "application/json"
        request = self._http.build_request(
            method,
            f"{self.origin}/v1/{path}",
            content=to_json(sent) if sent is not None else None,
            headers=all_headers,
            timeout=httpx.Timeout(READ_S + wait_s, connect=CONNECT_S),
        )
        try:
            async with asyncio.timeout(WHOLE_S + wait_s):
                return await self._answer(request)
        except (httpx.TransportError, TimeoutError) as problem:
            raise EndpointUnreachable(note=type(problem).__name__) from problem

    async def _answer(self, request: httpx.Request) -> Answered:
        response = await self._http.send(request, stream=True)
        try:
            body = await _bounded(response)
        finally:
            await response.aclose()
        _check_version(response)
        if response.status_code not in (200, 204, 304):
            _refuse(response, body)
        return Answered(response.status_code, body, response.headers.get("etag", ""))


async def _bounded(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_raw():
        size += len(part)
        if size > MOST_ANSWER_BYTES:
            raise ProtocolMismatch(note="an answer too long")
        parts.append(part)
    return b"".join(parts)


def _check_version(response: httpx.Response) -> None:
    version = response.headers.get(VERSION_HEADER)
    if version is None:
        if response.status_code >= 500 or response.status_code == 429:
            raise EndpointBusy(_wait_ms(response, None), note=f"status {response.status_code}")
        raise EndpointUnreachable(note="somebody else answered")
    if version != str(SYNC_VERSION):
        raise ProtocolMismatch(Problem.VERSION.value, "another version")


def _refuse(response: httpx.Response, body: bytes) -> NoReturn:
    said = _problem(body)
    known = said.problem if said else None
    name = known.value if known else ""
    if known is Problem.VERSION or response.status_code == 426:
        raise ProtocolMismatch(name)
    if known is Problem.DEVICE_REMOVED and said is not None:
        raise DeviceRemoved(tuple(said.rosters or ()), name)
    is_full = known is Problem.QUOTA
    if response.status_code == 429 or (response.status_code >= 500 and not is_full):
        raise EndpointBusy(_wait_ms(response, said), name, f"status {response.status_code}")
    raise EndpointRefused(name, f"status {response.status_code}")


def _problem(body: bytes) -> ProblemAnswer | None:
    try:
        return ProblemAnswer.model_validate_json(body)
    except ValidationError:
        return None


def _wait_ms(response: httpx.Response, said: ProblemAnswer | None) -> int:
    """What Retry-After asks, in seconds; a date there is not read."""
    header = response.headers.get("retry-after", "")
    asked_s = int(header) if header.isascii() and header.isdecimal() and len(header) < 7 else 0
    if said is not None and said.retry_after_s is not None:
        asked_s = max(asked_s, said.retry_after_s)
    return min(asked_s, _LONGEST_WAIT_S) * 1000
