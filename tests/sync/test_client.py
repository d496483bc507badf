"""The client over an application in memory and over real sockets; the waits between tries."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.native import NativeCrypto
from services.planner.errors import EndpointUnreachable, InputRejected
from services.sync.back_off import FIRST_MS, LONGEST_MS, back_off_ms
from services.sync.client import EndpointClient
from services.sync.endpoint_call import EndpointCall
from services.sync.http_here import http_here, http_over
from tests.sync import client_contract
from tests.sync.circle import PUPIL
from tests.sync.sockets import served
from tests.sync.tiny_endpoint import TinyEndpoint

Run = Callable[[Awaitable[Any]], Any]
IN_MEMORY = "https://endpoint.example"


@pytest.mark.parametrize("check", client_contract.CHECKS.values(), ids=client_contract.CHECKS)
def test_the_client_keeps_its_promises_in_memory(check: Any, run: Run) -> None:
    async def visit() -> None:
        endpoint = TinyEndpoint(IN_MEMORY)
        async with http_over(httpx.ASGITransport(endpoint)) as http:
            await check(client_contract.Visit(http, IN_MEMORY, PUPIL))

    run(visit())


def test_the_client_keeps_its_promises_over_sockets(run: Run) -> None:
    async def visit(address: str) -> None:
        async with http_here() as http:
            for check in client_contract.CHECKS.values():
                await check(client_contract.Visit(http, address, PUPIL))

    with served(TinyEndpoint) as address:
        run(visit(address))


def test_where_nobody_listens_nobody_is_reached(run: Run) -> None:
    async def visit() -> None:
        async with http_here() as http:
            await EndpointClient(http, "http://127.0.0.1:9", NativeCrypto(), PUPIL).about()

    with pytest.raises(EndpointUnreachable):
        run(visit())


def test_an_endpoint_that_never_ends_its_answer_is_left(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.Event().wait()

    async def visit() -> None:
        async with http_over(httpx.ASGITransport(never)) as http:
            await EndpointCall(http, IN_MEMORY).ask("GET", "about")

    monkeypatch.setattr("services.sync.endpoint_call.WHOLE_S", 0.01)
    with pytest.raises(EndpointUnreachable):
        run(visit())


def test_two_calls_at_once_ask_for_one_token(run: Run) -> None:
    async def visit() -> list[str]:
        endpoint = TinyEndpoint(IN_MEMORY)
        async with http_over(httpx.ASGITransport(endpoint)) as http:
            client = EndpointClient(http, IN_MEMORY, NativeCrypto(), PUPIL)
            await asyncio.gather(client.me(), client.me(), client.heads())
        return endpoint.calls

    assert run(visit()).count("POST /v1/token") == 2


@pytest.mark.parametrize("address", ["http://endpoint.example", "endpoint.example", "https://a.example/v1"])
def test_only_a_protected_origin_is_ever_asked(address: str, run: Run) -> None:
    async def visit() -> None:
        async with http_over(None) as http:
            EndpointClient(http, address, NativeCrypto(), PUPIL)

    with pytest.raises(InputRejected):
        run(visit())


def test_nothing_in_the_environment_turns_a_call_aside(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    async def visit(address: str) -> None:
        async with http_here() as http:
            await EndpointClient(http, address, NativeCrypto(), PUPIL).about()

    with served(TinyEndpoint) as address:
        run(visit(address))


@given(st.integers(1, 60), st.floats(0, 1), st.integers(0, 10**8))
def test_a_wait_is_within_its_bounds_and_as_long_as_was_asked(
    failures: int, chance: float, asked: int
) -> None:
    wait = back_off_ms(failures, chance, asked)
    assert asked <= wait <= max(asked, LONGEST_MS)
    assert back_off_ms(failures, 0, asked) == asked
    assert back_off_ms(failures, 1) == min(LONGEST_MS, FIRST_MS * 2**failures)


def test_waits_grow_from_two_seconds_to_a_quarter_of_an_hour() -> None:
    assert [back_off_ms(failures, 0.5) for failures in (1, 2, 3, 9, 10, 11, 500)] == [
        1_000,
        2_000,
        4_000,
        256_000,
        450_000,
        450_000,
        450_000,
    ]
