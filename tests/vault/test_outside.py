"""Whether somebody has to be let in again: only what was shared before, and came out of a backup."""

from typing import Any

import pytest

from services.planner.edit import Change
from services.planner.ids import who_record
from services.vault.outside import is_outside
from services.vault.settling import Kept, Replacement
from services.vault.vault_state import LockKind
from tests.vault.copying import backup_of, begun, copies_of
from tests.vault.homes import Home, seeded

STAMP = "019943f1a2c0000000000001"


async def shares(vault: Any) -> None:
    """A log has settled a routine, and there is a circle."""

    def step(_: Kept) -> Replacement:
        return Replacement(
            base={"r1 routine": {"title": ["Morning", STAMP]}}, meta={"circle": {"standing": "live"}}
        )

    await vault.journals()[0].settle(step)


async def comes_back(old: Home, vault: Any) -> Any:
    """The vault of another phone with the copy in it."""
    backup = await backup_of(old, vault)
    phone = Home(keystore=type(old.keystore)(seeded(9)), crypto=type(old.crypto)(11))
    fresh = phone.vault()
    await fresh.create(LockKind.NONE)
    await copies_of(phone, fresh).bring_back(backup)
    return fresh


@pytest.mark.parametrize(
    ("is_shared", "has_left", "expected"),
    [(True, False, True), (False, False, False), (True, True, False), (False, True, False)],
)
def test_what_was_shared_and_not_left_is_outside_once_it_came_back(
    run: Any, is_shared: bool, has_left: bool, expected: bool
) -> None:
    async def story() -> None:
        old = Home()
        vault = await begun(old, "s1")
        planner = vault.journals()[0].planner_id
        if is_shared:
            await shares(vault)
        if has_left:
            await vault.journals()[0].write([Change(who_record(vault.device_hex), "who", "left", True)])
        assert not is_outside(vault, planner), "where the copy was made, nothing has changed"
        back = await comes_back(old, vault)
        assert is_outside(back, planner) is expected
        assert not is_outside(back, "0f" * 16)
        back.lock()
        assert not is_outside(back, planner), "a locked vault says nothing"

    run(story())


def test_with_a_circle_again_nobody_asks_to_be_let_in(run: Any) -> None:
    async def story() -> None:
        old = Home()
        vault = await begun(old, "s1")
        await shares(vault)
        back = await comes_back(old, vault)
        (journal,) = back.journals()
        assert is_outside(back, journal.planner_id)
        await journal.settle(lambda _: Replacement(meta={"circle": {"standing": "live"}}))
        assert not is_outside(back, journal.planner_id)

    run(story())
