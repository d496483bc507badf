"""A pupil with routines on a device in memory; the clock and what waits for it are in a test's hands."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from services.desk.answers import NewLock, PupilAnswers
from services.desk.pupil import PupilDesk
from services.desk.setting_up import set_up_pupil
from services.planner.edit import Change
from services.planner.ids import RecordId, RoutineId, StepId, day_record
from services.planner.words import AgeBand, Part, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.views.lock.quick_crypto import QuickCrypto
from views.action import Actions
from views.pupil.routine_model import RoutineModel
from views.pupil.today_model import TodayModel

MONDAY = date(2026, 9, 14)
ALL_PARTS = (Part.MORNING, Part.AFTER_SCHOOL, Part.EVENING)


def at(text: str) -> int:
    """A moment in London in September, such as "2026-09-14 07:42", in milliseconds."""
    utc = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    return int(utc.timestamp() * 1000) - 3_600_000


class ClockTimer:
    """A clock that rings whatever is due when it is moved."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms
        self._waiting: list[tuple[int, Callable[[], None]]] = []

    def after(self, wait_ms: int, fn: Callable[[], None]) -> Callable[[], None]:
        """Keep a wish until the clock gets there."""
        entry = (self.now_ms + wait_ms, fn)
        self._waiting.append(entry)

        def stop() -> None:
            if entry in self._waiting:
                self._waiting.remove(entry)

        return stop

    def move_to(self, then_ms: int) -> None:
        """Let time pass, ringing in the order of time."""
        while due := sorted((one for one in self._waiting if one[0] <= then_ms), key=lambda one: one[0]):
            self._waiting.remove(due[0])
            self.now_ms = due[0][0]
            due[0][1]()
        self.now_ms = then_ms

    def pass_s(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.move_to(self.now_ms + int(seconds * 1000))

    @property
    def is_idle(self) -> bool:
        """Nobody waits for anything."""
        return not self._waiting


class TodayHouse:
    """Everything that Today and the routine editor need."""

    def __init__(
        self, store: MemoryStore, keystore: MemoryKeystore, clock: ClockTimer, desk: PupilDesk
    ) -> None:
        self.store = store
        self.keystore = keystore
        self.clock = clock
        self.desk = desk
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)
        self.today = TodayModel(desk, self.actions, clock)

    async def settle(self) -> None:
        """Until nothing is under way; whatever was not foreseen fails the test."""
        await self.actions.settle()
        assert not self.surprises

    def reopened(self) -> TodayModel:
        """The screen as it is found later."""
        self.today = TodayModel(self.desk, self.actions, self.clock)
        return self.today

    def step(self, starter: str) -> StepId:
        """The step that began as this starter."""
        steps = (step for routine in self.desk.planner.routines for step in routine.steps)
        return next(step.id for step in steps if step.starter == starter)

    def routine(self, part: Part) -> RoutineId:
        """The first routine of a part of the day."""
        return next(one.id for one in self.desk.planner.routines if one.part is part)

    def editor(self, part: Part = Part.MORNING) -> RoutineModel:
        """The routine under somebody's hands."""
        return RoutineModel(self.desk, self.routine(part), self.actions, self.clock)

    async def second_tab(self) -> "TodayHouse":
        """The same planner in another tab, which may only look."""
        store = self.store.beside()
        vault = _vault(store, self.keystore, self.clock)
        await vault.open_(None)
        desk = PupilDesk(
            vault.journals()[0], Role.PUPIL, vault.device_hex, os.urandom, lambda: self.clock.now_ms
        )
        return TodayHouse(store, self.keystore, self.clock, desk)

    async def ticked_by(self, name: str, starter: str) -> None:
        """Somebody else in the planner said that a step is done; it has come from their device."""
        other = {"_new": "who", "person": "other", "name": name, "picture": "cat", "role": "parent"}
        fields = [Change(RecordId("who:00ff"), "who", field, value) for field, value in other.items()]
        day = day_record(MONDAY)
        tick = Change(day, "day", f"t.{self.step(starter)}", ["done", "other"])
        await self.desk._journal.write([*fields, Change(day, "day", "_new", "day"), tick])


def _vault(store: MemoryStore, keystore: MemoryKeystore, clock: ClockTimer) -> Vault:
    return Vault(store, keystore, QuickCrypto(), lambda: clock.now_ms)


async def today_house(
    when: str = "2026-09-14 07:42", parts: Sequence[Part] = ALL_PARTS, name: str = "Sam"
) -> TodayHouse:
    """A pupil who has just set up."""
    clock, store, keystore = ClockTimer(at(when)), MemoryStore(), MemoryKeystore(os.urandom)
    vault = _vault(store, keystore, clock)
    answers = PupilAnswers(name, "fox", AgeBand.FROM_8_TO_11, "Europe/London", tuple(parts), None)
    desk, _ = await set_up_pupil(
        vault, answers, NewLock(LockKind.NONE), random=os.urandom, now_ms=lambda: clock.now_ms
    )
    return TodayHouse(store, keystore, clock, desk)
