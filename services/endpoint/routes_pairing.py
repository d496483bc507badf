"""The calls of the ticket mailbox under /v1/pairings. Specification: docs/spec/endpoint.md."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from services.endpoint import pairing
from services.endpoint.answers import answer
from services.endpoint.asking import Address, Caller, OfficeOf, Secret
from services.endpoint.routes import PROBLEMS
from services.sync import wire_pairing as wire

router = APIRouter(prefix="/v1/pairings", responses=PROBLEMS)
Ch = Annotated[str, Path(pattern="^([0-9]{3,6}|[A-Za-z0-9_-]{22})$")]


@router.post("", response_model=wire.PairingAnswer)
async def post_pairing(office: OfficeOf, caller: Caller, asked: wire.PairingRequest) -> Response:
    """Opens a ticket's channel."""
    return answer(await pairing.open_ticket(office, caller, asked))


@router.get("/{ch}", response_model=wire.HelloAnswer)
async def get_hello(office: OfficeOf, address: Address, ch: Ch) -> Response:
    """What the inviting device says."""
    return answer(await pairing.hello(office, ch, address))


@router.put("/{ch}/join", response_model=wire.JoinAnswer)
async def put_join(office: OfficeOf, address: Address, ch: Ch, asked: wire.JoinRequest) -> Response:
    """Answers a ticket."""
    return answer(await pairing.join(office, ch, asked, address))


@router.get("/{ch}/joins", response_model=wire.JoinsAnswer)
async def get_joins(office: OfficeOf, caller: Caller, ch: Ch) -> Response:
    """Who has answered, for the inviting device."""
    return answer(await pairing.joins(office, caller, ch))


@router.put("/{ch}/welcome", status_code=204)
async def put_welcome(office: OfficeOf, caller: Caller, ch: Ch, asked: wire.WelcomeRequest) -> Response:
    """The inviting device's answer to one join."""
    await pairing.welcome(office, caller, ch, asked)
    return Response(status_code=204)


@router.get("/{ch}/welcome", response_model=wire.WelcomeAnswer, responses={204: {"description": "Not yet"}})
async def get_welcome(
    office: OfficeOf, ch: Ch, slot: Annotated[int, Query(ge=0, le=9)], key: Secret
) -> Response:
    """The answer to a join; its key goes where a token would."""
    found = await pairing.welcomed(office, ch, slot, key)
    return Response(status_code=204) if found is None else answer(found)


@router.delete("/{ch}", status_code=204)
async def delete_pairing(office: OfficeOf, caller: Caller, ch: Ch) -> Response:
    """Closes a ticket."""
    await pairing.close_ticket(office, caller, ch)
    return Response(status_code=204)
