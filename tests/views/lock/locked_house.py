"""A vault on a device in memory, and the clock on its wall."""

import os
from collections.abc import Awaitable, Callable

from services.planner.errors import FirstbellError
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.views.lock.hand_timer import HandTimer
from tests.views.lock.quick_crypto import QuickCrypto
from views.action import Actions
from views.lock.lock_settings_model import LockSettingsModel
from views.lock.unlock_model import UnlockModel

MONDAY_0742_MS = 1_789_368_120_000  # 2026-09-14 07:42 in London
PIN = "258036"


class LockedHouse:
    """Everything that the models of this room need, with hands on the clock."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.keystore = MemoryKeystore(os.urandom)
        self.clock_ms = MONDAY_0742_MS
        self.timer = HandTimer()
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)
        self.happened: list[str] = []
        self.vault = self.fresh_vault()

    def fresh_vault(self) -> Vault:
        """The vault as the app finds it when it starts again."""
        return Vault(self.store, self.keystore, QuickCrypto(), lambda: self.clock_ms)

    async def lock_with(self, kind: LockKind, secret: str | None, with_card: bool = False) -> str:
        """Set up, and close the app. Gives the card's characters, or nothing."""
        card = await self.vault.create(kind, secret, with_card)
        await self.vault.add_planner()
        await self.vault.close()
        self.vault = self.fresh_vault()
        return card.printed() if card else ""

    def unlock_model(self) -> UnlockModel:
        """What stands in front of the vault."""
        return UnlockModel(
            self.vault,
            lambda: self.happened.append("open"),
            actions=self.actions,
            timer=self.timer,
            now_ms=lambda: self.clock_ms,
            zone="Europe/London",
            is_web=False,
            on_delete=lambda: self.happened.append("delete"),
        )

    def settings_model(self, *, may_be_open: bool = True, is_adult: bool = False) -> LockSettingsModel:
        """The settings of the lock."""
        return LockSettingsModel(
            self.vault,
            actions=self.actions,
            now_ms=lambda: self.clock_ms,
            zone="Europe/London",
            is_web=False,
            on_back=lambda: self.happened.append("back"),
            is_adult=is_adult,
            may_be_open=may_be_open,
        )

    async def settle(self) -> None:
        """Until nothing is under way; whatever was not foreseen fails the test."""
        await self.actions.settle()
        assert not self.surprises


async def raises(work: Callable[[], Awaitable[object]]) -> type[FirstbellError] | None:
    """Which of our errors the work ends in."""
    try:
        await work()
    except FirstbellError as error:
        return type(error)
    return None
