"""A home behind a PIN, and somebody who enters wrong ones and waits as told."""

import pytest

from services.planner.errors import WrongPin
from services.vault.vault_state import NEVER_MS, LockKind
from tests.vault.homes import Home, tick

HOUR_MS = 3_600_000


async def with_pin(home: Home, with_card: bool = True) -> str:
    vault = home.vault()
    card = await vault.create(LockKind.PIN, "480212", with_card=with_card)
    journal = await vault.add_planner()
    await journal.write([tick()])
    await vault.close()
    return card.printed() if card else ""


async def wrong(home: Home, times: int = 1) -> list[int]:
    waits = []
    for _ in range(times):
        with pytest.raises(WrongPin) as caught:
            await home.vault().open_("000000")
        waits.append(caught.value.wait_ms)
        home.clock.pass_ms(caught.value.wait_ms % NEVER_MS)
    return waits
