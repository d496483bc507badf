"""The real devices keep to what the screens about letters rely on, over the real endpoint."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.letters import Letters
from services.sync.pairing_port import Joined, Offered
from services.sync.ticket import Ticket
from services.vault.vault_state import LockKind
from tests.sync.shared_house import ORIGIN, ZONE, Phone, SharedHouse
from tests.views.pairing.letters_contract import CHECKS

Run = Callable[[Awaitable[Any]], Any]


class Joiner:
    """`Joining`, for a phone that gets its vault when it asks."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone

    def needs_address(self) -> bool:
        return self._phone.joining.needs_address()

    def waiting(self) -> tuple[str, ...] | None:
        return self._phone.joining.waiting()

    async def look_up(self, ticket: Ticket, address: str = "") -> Offered:
        return await self._phone.joining.look_up(ticket, address)

    async def ask(self) -> tuple[str, ...]:
        if not self._phone.vault.is_open:
            await self._phone.vault.create(LockKind.NONE)
        return await self._phone.joining.ask()

    async def look(self) -> Joined | None:
        return await self._phone.joining.look()

    async def give_up(self) -> None:
        await self._phone.joining.give_up()


class RealDesk:
    """See `letters_contract.Desk`."""

    def __init__(self, house: SharedHouse, mentor: Phone) -> None:
        self._house = house
        self._phones = [mentor]
        self.letters = Letters(mentor.sharing, mentor.journal, zone=ZONE)

    def phone(self, *, has_planner: bool = False) -> Joiner:
        assert not has_planner
        phone = self._house.device(Role.PUPIL, len(self._phones) + 10)
        self._phones.append(phone)
        return Joiner(phone)

    def pass_ms(self, ms: int) -> None:
        self._house.clock.pass_ms(ms)

    def go_offline(self, is_offline: bool) -> None:
        for phone in self._phones:
            phone.weather.is_offline = is_offline


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_real_letters_keep_to_the_contract(check: Any, run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = house.device(Role.MENTOR, 1)
            await mentor.begins()
            await mentor.inviting().spend_grant(await house.grant(), ORIGIN)
            await check(RealDesk(house, mentor))

    run(story())
