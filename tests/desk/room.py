"""A pupil's desk over a real vault in memory, with a clock and a chance that repeat themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from services.crypto.choose import crypto_here
from services.desk.pupil import PupilDesk
from services.planner.ids import RoutineId, StepId
from services.planner.routine import Routine
from services.planner.today import RoutineToday, routine_today
from services.planner.words import AgeBand, Part, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

NOW_MS = 1_789_367_400_000  # 2026-09-14, 07:30 in London: a Monday
MONDAY = date(2026, 9, 14)
LEAVE_AT_MINUTE = 8 * 60 + 10


@dataclass
class Room:
    """Everything a test may touch."""

    store: MemoryStore
    keystore: MemoryKeystore
    vault: Vault
    desk: PupilDesk

    def routine(self, part: Part = Part.MORNING) -> Routine:
        """The first routine of a part of the day."""
        return next(one for one in self.desk.planner.routines if one.part is part)

    def step(self, starter: str) -> StepId:
        """The step that began as this starter."""
        every = (step for routine in self.desk.planner.routines for step in routine.steps)
        return next(step.id for step in every if step.starter == starter)

    def today(self, part: Part = Part.MORNING, on: date = MONDAY) -> RoutineToday:
        """A routine on a day."""
        found = routine_today(self.desk.planner, RoutineId(self.routine(part).id), on)
        assert found is not None
        return found

    async def beside(self) -> "Room":
        """The same files, as a second tab sees them while this one is open."""
        store = self.store.beside()
        vault = Vault(store, self.keystore, crypto_here(), lambda: NOW_MS)
        await vault.open_()
        return Room(store, self.keystore, vault, _desk(vault, self.desk.role))

    async def reopened(self) -> "Room":
        """The same files, opened anew, as after a restart."""
        await self.vault.close()
        vault = Vault(self.store, self.keystore, crypto_here(), lambda: NOW_MS)
        await vault.open_()
        return Room(self.store, self.keystore, vault, _desk(vault, self.desk.role))


async def empty_room(role: Role = Role.PUPIL) -> Room:
    """A desk before anybody has begun."""
    store, keystore = MemoryStore(), MemoryKeystore(crypto_here().random)
    vault = Vault(store, keystore, crypto_here(), lambda: NOW_MS)
    await vault.create(LockKind.NONE)
    await vault.add_planner(role=role)
    return Room(store, keystore, vault, _desk(vault, role))


async def room(**answers: Any) -> Room:
    """A desk at which Sam has begun, with a morning and an evening."""
    made = await empty_room()
    usual: dict[str, Any] = {
        "name": "Sam",
        "picture": "fox",
        "age_band": AgeBand.FROM_8_TO_11,
        "zone": "Europe/London",
        "packs": (Part.MORNING, Part.EVENING),
        "leave_at_minute": LEAVE_AT_MINUTE,
    }
    await made.desk.begin(**{**usual, **answers})
    return made


def counting() -> Callable[[int], bytes]:
    """Bytes that look random enough to be ids, and are the same in every run."""
    numbers = count(1)
    return lambda size: next(numbers).to_bytes(size, "big")


def _desk(vault: Vault, role: Role) -> PupilDesk:
    [journal] = vault.journals()
    return PupilDesk(journal, role, vault.device_hex, counting(), lambda: NOW_MS)
