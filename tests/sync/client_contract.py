"""What the client promises over every transport: sockets, an application in memory, a browser's fetch.

Each check gets an httpx client and the address of a `TinyEndpoint`, for its one device, the pupil's.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from services.crypto.choose import crypto_here
from services.crypto.device_keys import DeviceKeys
from services.planner.errors import (
    DeviceRemoved,
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnreachable,
    ProtocolMismatch,
)
from services.sync.client import EndpointClient
from services.sync.endpoint_call import MOST_ANSWER_BYTES
from services.sync.problem import Problem
from services.sync.statement import EraseOrder
from services.sync.wire import CircleRound, SyncRequest
from services.sync.wire_form import problem_answer, to_json
from tests.sync import mailbox_contract

ID, ENTRY = bytes(range(16)), bytes(range(200))
VERSION = {"sync-version": "1"}


class Visit:
    """One client in front of one endpoint."""

    def __init__(self, http: httpx.AsyncClient, address: str, device: DeviceKeys) -> None:
        self.http = http
        self.address = address
        self.device = device
        self.client = self.fresh()

    def fresh(self) -> EndpointClient:
        """A client that has no token yet."""
        return EndpointClient(self.http, self.address, crypto_here(), self.device)

    async def mood(self, path: str, status: int, body: str = "", times: int = 1, **headers: str) -> None:
        """What the next call of this path is answered with. `headers`: _ stands for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        mood = {"path": f"/v1/{path}", "status": status, "headers": named, "body": body, "times": times}
        await self.http.post(f"{self.address}/mood", content=json.dumps(mood))

    async def problem(self, path: str, problem: Problem, **more: Any) -> None:
        """The next call of this path gets this problem."""
        said = to_json(problem_answer(problem, **more)).decode()
        await self.mood(path, problem.status, said, **VERSION)

    async def calls(self) -> list[str]:
        """The calls that came since the last time."""
        said: list[str] = json.loads((await self.http.get(f"{self.address}/calls")).content)
        return said

    async def fault(self, work: Awaitable[object]) -> EndpointError:
        """What a call raised."""
        try:
            await work
        except EndpointError as error:
            return error
        raise AssertionError("nothing was raised")


async def every_call_is_made_and_answered(visit: Visit) -> None:
    client = visit.client
    about = await client.about()
    assert about.versions == (1, 1)
    answer = await client.sync(SyncRequest(circles=[CircleRound(id=ID, cursor=412, push=[ENTRY])]))
    assert [(circle.id, circle.head) for circle in answer.circles] == [(ID, 412)]
    assert (await client.spend_grant(bytes(32))).device == visit.device.id
    assert (await client.host([ENTRY], [ENTRY, ENTRY])).head == 3
    assert (await client.reoffer(ID, [ENTRY, ENTRY])).taken == 2
    assert (await client.put_snapshot(ID, 7, [ENTRY])).floor == 7
    assert (await client.me()).device == visit.device.id
    await client.erase(EraseOrder(ID, 20_700, visit.device.id, bytes(64)))
    await client.leave()


async def the_mailbox_keeps_to_its_contract(visit: Visit) -> None:
    for check in mailbox_contract.CHECKS.values():
        await check(visit.client)


async def a_token_is_asked_for_once(visit: Visit) -> None:
    await visit.calls()
    client = visit.fresh()
    await client.me()
    await client.me()
    assert await visit.calls() == ["POST /v1/token", "POST /v1/token", "GET /v1/me", "GET /v1/me"]


async def calls_without_a_token_ask_for_none(visit: Visit) -> None:
    client = visit.fresh()
    channel = await visit.client.open_pairing(b"{}", 600, is_typed=True)
    await visit.calls()
    await client.about()
    await client.inviter_hello(channel)
    put = await client.put_join(channel, b"{}", bytes(32))
    await client.welcome(channel, put.slot, put.key)
    assert not [call for call in await visit.calls() if "token" in call]
    await visit.client.close_pairing(channel)


async def a_token_that_ran_out_is_renewed_once(visit: Visit) -> None:
    await visit.client.me()
    await visit.calls()
    await visit.problem("me", Problem.UNAUTHENTICATED)
    await visit.client.me()
    assert await visit.calls() == ["GET /v1/me", "POST /v1/token", "POST /v1/token", "GET /v1/me"]
    await visit.problem("me", Problem.UNAUTHENTICATED)
    await visit.problem("me", Problem.UNAUTHENTICATED)
    error = await visit.fault(visit.client.me())
    assert isinstance(error, EndpointRefused)
    assert error.problem == "unauthenticated"
    assert len(await visit.calls()) == 4


async def nothing_new_is_none_and_a_long_poll_says_how_long(visit: Visit) -> None:
    heads = await visit.client.heads()
    assert heads is not None
    assert heads.etag == '"7"'
    assert await visit.client.heads(heads.etag) is None
    held = await visit.client.heads(wait_s=25)
    assert held is not None
    assert held.answer.inc.endswith("wait=25")


async def every_problem_has_its_error(visit: Visit) -> None:
    known = {
        Problem.VERSION: ProtocolMismatch,
        Problem.RATE: EndpointBusy,
        Problem.DEVICE_REMOVED: DeviceRemoved,
    }
    for problem in Problem:
        if problem is Problem.UNAUTHENTICATED:
            continue
        await visit.problem("about", problem)
        error = await visit.fault(visit.client.about())
        assert type(error) is known.get(problem, EndpointRefused), problem
        assert error.problem == problem.value


async def a_removal_brings_the_rosters_that_shall_show_it(visit: Visit) -> None:
    await visit.problem("me", Problem.DEVICE_REMOVED, rosters=[ENTRY, ID])
    error = await visit.fault(visit.client.me())
    assert isinstance(error, DeviceRemoved)
    assert error.rosters == (ENTRY, ID)


async def how_long_to_wait_is_read_and_bounded(visit: Visit) -> None:
    cases: list[tuple[dict[str, str], str, int]] = [
        ({"retry_after": "7"}, "", 7_000),
        ({"retry_after": "999999"}, "", 86_400_000),
        ({"retry_after": "Wed, 21 Oct 2026 07:28:00 GMT"}, "", 0),
        ({"retry_after": "-1"}, "", 0),
        ({}, to_json(problem_answer(Problem.RATE, retry_after_s=9)).decode(), 9_000),
    ]
    for headers, body, wait_ms in cases:
        await visit.mood("about", 429, body, **VERSION, **headers)
        error = await visit.fault(visit.client.about())
        assert isinstance(error, EndpointBusy)
        assert error.wait_ms == wait_ms
    await visit.mood("about", 503, "<html>", retry_after="3")
    error = await visit.fault(visit.client.about())
    assert isinstance(error, EndpointBusy)
    assert error.wait_ms == 3_000


async def somebody_else_who_answers_is_nobody(visit: Visit) -> None:
    await visit.calls()
    await visit.mood("about", 200, "<html>Welcome to our hotel")
    assert isinstance(await visit.fault(visit.client.about()), EndpointUnreachable)
    await visit.mood("about", 404, "<html>")
    assert isinstance(await visit.fault(visit.client.about()), EndpointUnreachable)
    await visit.mood("about", 302, "", location=f"{visit.address}/v1/me")
    assert isinstance(await visit.fault(visit.client.about()), EndpointUnreachable)
    assert not [call for call in await visit.calls() if "/me" in call]


async def another_version_or_form_is_a_mismatch(visit: Visit) -> None:
    await visit.mood("about", 200, "{}", sync_version="2")
    assert isinstance(await visit.fault(visit.client.about()), ProtocolMismatch)
    for body in ("", "{}", "[]", "null", '{"versions":', "[" * 5_000, "\x00", '{"inc":1}'):
        await visit.mood("about", 200, body, **VERSION)
        error = await visit.fault(visit.client.about())
        assert isinstance(error, ProtocolMismatch), body
    await visit.mood("about", 409, '{"type":"urn:firstbell:problem:new-one","status":409}', **VERSION)
    error = await visit.fault(visit.client.about())
    assert (type(error), error.problem) == (EndpointRefused, "")
    await visit.mood("about", 400, "no json", **VERSION)
    assert isinstance(await visit.fault(visit.client.about()), EndpointRefused)


async def an_answer_without_end_is_stopped(visit: Visit) -> None:
    await visit.mood("about", 200, " " * 65_536, times=MOST_ANSWER_BYTES // 65_536 + 2, **VERSION)
    error = await visit.fault(visit.client.about())
    assert isinstance(error, ProtocolMismatch)
    assert "long" in error.note


CHECKS: dict[str, Callable[[Visit], Awaitable[None]]] = {
    check.__name__: check
    for check in (
        every_call_is_made_and_answered,
        the_mailbox_keeps_to_its_contract,
        a_token_is_asked_for_once,
        calls_without_a_token_ask_for_none,
        a_token_that_ran_out_is_renewed_once,
        nothing_new_is_none_and_a_long_poll_says_how_long,
        every_problem_has_its_error,
        a_removal_brings_the_rosters_that_shall_show_it,
        how_long_to_wait_is_read_and_bounded,
        somebody_else_who_answers_is_nobody,
        another_version_or_form_is_a_mismatch,
        an_answer_without_end_is_stopped,
    )
}
