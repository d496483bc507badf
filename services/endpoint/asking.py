"""What a call knows of who asks: the device behind a token, the address."""

import ipaddress
from typing import Annotated, Final, TypeAlias

from fastapi import Depends, Request

from services.crypto.canonical import from_base64url
from services.endpoint.office import Office
from services.endpoint.refusal import Refusal
from services.endpoint.rows import Device
from services.endpoint.tokens import TOKEN_BYTES, signed_in
from services.endpoint.writer import Writer
from services.planner.errors import InputRejected
from services.sync.problem import Problem

_NETWORK_BITS: Final = 64  # what one household or school has in IPv6


async def office_of(request: Request) -> Office:
    """The office of this endpoint."""
    return office_in(request)


def office_in(request: Request) -> Office:
    """The same for a call that is asked so often that it does without a dependency."""
    office: Office = request.app.state.office
    return office


def writer_in(request: Request) -> Writer:
    """The writer of this endpoint."""
    writer: Writer = request.app.state.writer
    return writer


async def bearer(request: Request) -> bytes:
    """The secret that a call brings. Errors: Refusal unauthenticated."""
    return secret_in(request.headers.get("authorization", ""))


def secret_in(header: str) -> bytes:
    """The secret after "Bearer". Errors: Refusal unauthenticated."""
    kind, _, text = header.partition(" ")
    try:
        if kind.lower() == "bearer":
            return from_base64url(text.strip(), TOKEN_BYTES)
    except InputRejected as problem:
        raise Refusal(Problem.UNAUTHENTICATED) from problem
    raise Refusal(Problem.UNAUTHENTICATED)


async def caller(request: Request) -> Device:
    """The device that asks. Errors: Refusal unauthenticated."""
    return await signed_in(office_in(request), await bearer(request))


async def address(request: Request) -> str:
    """Where the call comes from: for the rates in memory, and for nothing else."""
    host = request.client.host if request.client else ""
    try:
        there = ipaddress.ip_address(host)
    except ValueError:
        return host
    if there.version == 6:
        return str(ipaddress.ip_network((there, _NETWORK_BITS), strict=False))
    return host


OfficeOf: TypeAlias = Annotated[Office, Depends(office_of)]
Caller: TypeAlias = Annotated[Device, Depends(caller)]
Secret: TypeAlias = Annotated[bytes, Depends(bearer)]
Address: TypeAlias = Annotated[str, Depends(address)]
