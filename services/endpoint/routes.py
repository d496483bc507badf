"""The calls of /v1, each handed to the one who carries it out. Specification: docs/spec/endpoint.md."""

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from services.crypto.canonical import from_base64url
from services.endpoint.answers import answer
from services.endpoint.asking import Address, Caller, OfficeOf, office_in, writer_in
from services.endpoint.erasing import erase, leave
from services.endpoint.heads import news, tag_of
from services.endpoint.hosting import host, reoffer
from services.endpoint.refusal import Refusal
from services.endpoint.rounds import sync
from services.endpoint.snapshots import snapshot
from services.endpoint.tokens import me, register, token
from services.planner.errors import InputRejected
from services.sync import wire
from services.sync.entry import ID_BYTES
from services.sync.problem import Problem
from services.sync.wire_form import EraseSent, ProblemAnswer

_PROBLEM: Final[dict[str, Any]] = {
    "model": ProblemAnswer,
    "description": "A problem, by its name under `type`",
    "content": {"application/problem+json": {}},
}
PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {"4XX": _PROBLEM, "5XX": _PROBLEM}
_WAIT: Final = re.compile(r"wait=([0-9]{1,3})")

router = APIRouter(prefix="/v1", responses=PROBLEMS)


async def circle_id(circle: Annotated[str, Path(pattern="^[A-Za-z0-9_-]{22}$")]) -> bytes:
    """The circle in the address. Errors: Refusal."""
    try:
        return from_base64url(circle, ID_BYTES)
    except InputRejected as problem:
        raise Refusal(Problem.BAD_REQUEST) from problem


CircleId = Annotated[bytes, Depends(circle_id)]


@router.get("/about", response_model=wire.AboutAnswer)
async def get_about(office: OfficeOf) -> Response:
    """What this endpoint is, for anybody."""
    versions = (wire.SYNC_VERSION, wire.SYNC_VERSION)
    now, contact = office.now_ms(), office.settings.contact
    limits = wire.Limits()
    return answer(
        wire.AboutAnswer(versions=versions, limits=limits, inc=office.incarnation, now=now, contact=contact)
    )


@router.post("/token", response_model=wire.NonceAnswer | wire.TokenAnswer)
async def post_token(office: OfficeOf, address: Address, asked: wire.TokenRequest) -> Response:
    """A nonce; or a token for a signed nonce."""
    return answer(await token(office, asked, address))


@router.post("/sync", response_model=wire.SyncAnswer)
async def post_sync(request: Request, caller: Caller, asked: wire.SyncRequest) -> Response:
    """One round: push and pull, any number of circles."""
    return answer(await sync(office_in(request), writer_in(request), caller, asked))


@router.get("/heads", response_model=wire.HeadsAnswer, responses={304: {"description": "Nothing is new"}})
async def get_heads(
    office: OfficeOf,
    caller: Caller,
    if_none_match: Annotated[str, Header()] = "",
    prefer: Annotated[str, Header()] = "",
) -> Response:
    """How far every circle has come; `Prefer: wait=25` waits for news."""
    wait = _WAIT.search(prefer)
    found = await news(office, caller, if_none_match, int(wait[1]) if wait else 0)
    if found is None:
        return Response(status_code=304, headers={"etag": if_none_match})
    return answer(found, headers={"etag": tag_of(found)})


@router.post("/devices", response_model=wire.DeviceAnswer)
async def post_devices(office: OfficeOf, address: Address, asked: wire.DeviceRequest) -> Response:
    """Spends a grant."""
    return answer(await register(office, asked, address))


@router.post("/circles", response_model=wire.HostAnswer)
async def post_circles(office: OfficeOf, caller: Caller, asked: wire.HostRequest) -> Response:
    """Hosts a circle."""
    return answer(await host(office, caller, asked))


@router.post("/circles/{circle}/reoffer", response_model=wire.ReofferAnswer)
async def post_reoffer(
    office: OfficeOf, caller: Caller, circle: CircleId, asked: wire.ReofferRequest
) -> Response:
    """Offers entries again."""
    return answer(await reoffer(office, caller, circle, asked))


@router.post("/circles/{circle}/snapshot", response_model=wire.SnapshotAnswer)
async def post_snapshot(
    office: OfficeOf, caller: Caller, circle: CircleId, asked: wire.SnapshotRequest
) -> Response:
    """Puts a snapshot in the place of what it covers."""
    return answer(await snapshot(office, caller, circle, asked))


@router.delete("/circles/{circle}", status_code=204)
async def delete_circle(office: OfficeOf, caller: Caller, circle: CircleId, order: EraseSent) -> Response:
    """Erases a circle by a signed order."""
    office.sync_rate.take(caller.id)
    await erase(office, circle, order)
    return Response(status_code=204)


@router.delete("/device", status_code=204)
async def delete_device(office: OfficeOf, caller: Caller) -> Response:
    """Leaves everywhere."""
    await leave(office, caller)
    return Response(status_code=204)


@router.get("/me", response_model=wire.MeAnswer)
async def get_me(office: OfficeOf, caller: Caller) -> Response:
    """Everything that is kept about this device."""
    return answer(await me(office, caller))
