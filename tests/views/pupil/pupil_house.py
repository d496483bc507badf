"""A pupil's planner on a device in memory, with hands on the clock and on the weather."""

import os
from datetime import date

from services.desk.answers import NewLock, PupilAnswers
from services.desk.changes import made
from services.desk.pupil import PupilDesk
from services.desk.setting_up import set_up_pupil
from services.planner.ids import TargetId, who_record
from services.planner.words import AgeBand, Part
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.views.lock.quick_crypto import QuickCrypto
from views.action import Actions

MONDAY_0742_MS = 1_789_368_120_000  # 2026-09-14 07:42 in London
MONDAY = date(2026, 9, 14)
DAY_MS = 86_400_000


class PupilHouse:
    """Everything that the models of a pupil's screens need."""

    def __init__(self, store: MemoryStore, clock: list[int], desk: PupilDesk, journal: Journal) -> None:
        self.store = store
        self._journal = journal
        self.desk = desk
        self._clock = clock
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)

    def days_pass(self, days: int) -> None:
        """So many days later, at the same time of day."""
        self._clock[0] += days * DAY_MS

    async def settle(self) -> None:
        """Until nothing is under way; whatever was not foreseen fails the test."""
        await self.actions.settle()
        assert not self.surprises

    async def mentor_looks(self, on: date) -> None:
        """A mentor is in the planner and has looked, as their tablet would have written it."""
        tablet = "7a" * 16
        who = made(who_record(tablet), "who", {"person": "ali", "name": "Ms Ali", "role": "mentor"})
        looked = made(f"looked:{tablet}", "looked", {"person": "ali", "on": on.isoformat()})
        await self._journal.write([*who, *looked])

    async def target(self, words: str = "Bag ready the night before") -> TargetId:
        """A target that is there."""
        return await self.desk.add_target(words, "backpack", "Bag by the door", ("Mum",), None, 8)


async def pupil_house(name: str = "Sam") -> PupilHouse:
    """A pupil who has just set up, on a Monday morning."""
    clock = [MONDAY_0742_MS]
    store = MemoryStore()
    vault = Vault(store, MemoryKeystore(os.urandom), QuickCrypto(), lambda: clock[0])
    answers = PupilAnswers(name, "fox", AgeBand.FROM_8_TO_11, "Europe/London", (Part.MORNING,), None)
    desk, _ = await set_up_pupil(
        vault, answers, NewLock(LockKind.NONE), random=os.urandom, now_ms=lambda: clock[0]
    )
    return PupilHouse(store, clock, desk, vault.journals()[0])
