"""A pupil with routines on a device in memory; the clock and everything that waits for it are in a test's hands."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from services.desk.answers import NewLock, PupilAnswers
from services.desk.pupil import PupilDesk
from services.desk.setting_up import set_up_pupil
from services.planner.ids import RoutineId, StepId
from services.planner.words import AgeBand, Part
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

    def __init__(self, store: MemoryStore, clock: ClockTimer, desk: PupilDesk) -> None:
        self.store = store
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


async def today_house(
    when: str = "2026-09-14 07:42", parts: Sequence[Part] = ALL_PARTS, name: str = "Sam"
) -> TodayHouse:
    """A pupil who has just set up."""
    clock, store = ClockTimer(at(when)), MemoryStore()
    vault = Vault(store, MemoryKeystore(os.urandom), QuickCrypto(), lambda: clock.now_ms)
    answers = PupilAnswers(name, "fox", AgeBand.FROM_8_TO_11, "Europe/London", tuple(parts), None)
    desk, _ = await set_up_pupil(
        vault, answers, NewLock(LockKind.NONE), random=os.urandom, now_ms=lambda: clock.now_ms
    )
    return TodayHouse(store, clock, desk)
