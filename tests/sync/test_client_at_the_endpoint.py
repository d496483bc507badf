"""The client, and two devices that pair, in front of the real endpoint in one process."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.endpoint.store_memory import MemoryStore
from services.planner.errors import EndpointRefused
from services.planner.words import Role
from services.sync.client import EndpointClient
from services.sync.pairing import Inviter, Joiner
from services.sync.statement import sign_erase
from services.sync.ticket import TYPED_MS
from services.sync.wire import CircleRound, SyncRequest
from tests.endpoint.house import ORIGIN, House, opened
from tests.sync import mailbox_contract
from tests.sync.circle import MENTOR, PUPIL, DeviceKeys, family
from tests.sync.pairing_room import WELCOME, PairingCrypto

Run = Callable[[Awaitable[Any]], Any]
With = Callable[[House, EndpointClient], Awaitable[None]]


@pytest.fixture
def at_the_endpoint(run: Run) -> Callable[[With], None]:
    """Runs a test with a mentor's client that has a grant."""

    def visit(test: With) -> None:
        async def whole() -> None:
            async with opened(MemoryStore()) as house:
                mentor = client_of(house, MENTOR)
                await mentor.spend_grant(await house.grant())
                await test(house, mentor)

        run(whole())

    return visit


def client_of(house: House, device: DeviceKeys) -> EndpointClient:
    return EndpointClient(house.http, ORIGIN, PairingCrypto(), device)


@pytest.mark.parametrize("check", mailbox_contract.CHECKS.values(), ids=mailbox_contract.CHECKS)
def test_the_endpoints_mailbox_keeps_to_the_contract(check: Any, at_the_endpoint: Any) -> None:
    async def contract(_: House, mentor: EndpointClient) -> None:
        await check(mentor)

    at_the_endpoint(contract)


@pytest.mark.parametrize("way", ["code", "link", "letter"])
def test_two_devices_pair_there(way: str, at_the_endpoint: Any) -> None:
    async def pair(house: House, mentor: EndpointClient) -> None:
        crypto = PairingCrypto()
        inviter = Inviter(crypto, mentor, MENTOR, house.clock)
        joiner = Joiner(crypto, client_of(house, PUPIL), PUPIL)
        invitation = await inviter.open(Role.PUPIL, is_letter=way == "letter")
        ticket = invitation.typed if way == "code" else invitation.link
        assert ticket is not None
        asked = await joiner.ask(await joiner.offer(ticket))
        house.clock.ms += TYPED_MS - 1
        invitation = await inviter.look(invitation)
        assert invitation.claim is not None
        assert invitation.claim.pictures == asked.asking.pictures
        house.clock.ms += TYPED_MS  # an adult who takes their time
        await inviter.approve(invitation, WELCOME)
        assert await joiner.look(asked) == WELCOME

    at_the_endpoint(pair)


def test_every_call_is_one_that_the_endpoint_knows(at_the_endpoint: Any) -> None:
    async def calls(house: House, mentor: EndpointClient) -> None:
        circle = family()
        rosters = [entry.raw for entry in circle.log if entry.frame.kind == 2]
        rest = [entry.raw for entry in circle.log if entry.frame.kind != 2]
        hosted = await mentor.host(rosters, rest)
        assert hosted.id == circle.state.chain.circle
        assert (await mentor.about()).versions == (1, 1)
        pupil = client_of(house, PUPIL)
        answer = await pupil.sync(SyncRequest(circles=[CircleRound(id=hosted.id, cursor=0)]))
        assert len(answer.circles[0].entries) == hosted.head
        heads = await pupil.heads()
        assert heads is not None
        assert heads.answer.circles[0].head == hosted.head
        assert await pupil.heads(heads.etag) is None
        assert (await pupil.reoffer(hosted.id, rosters)).taken == 0
        assert (await pupil.me()).circles[0].role == "pupil"
        with pytest.raises(EndpointRefused) as refused:
            await mentor.put_snapshot(hosted.id, 0, rosters[:1])
        assert refused.value.problem
        order = await sign_erase(PairingCrypto(), MENTOR, hosted.id, house.office.today)
        await mentor.erase(order)
        answer = await pupil.sync(SyncRequest(circles=[CircleRound(id=hosted.id, cursor=0)]))
        problem = answer.circles[0].problem
        assert problem is not None
        assert problem.order is not None
        await mentor.leave()

    at_the_endpoint(calls)
