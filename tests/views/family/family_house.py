"""A parent with a child's planner on a device in memory; the clock is in a test's hands."""

import os

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.desk.family import FamilyDesk
from services.desk.pupil import PupilDesk
from services.desk.setting_up import begin_planner, set_up
from services.planner.ids import StepId, TargetId
from services.planner.words import AgeBand, Part, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.views.lock.quick_crypto import QuickCrypto
from tests.views.pupil.today_house import ClockTimer, at
from views.action import Actions
from views.family.week_model import WeekModel

JO = AdultAnswers(Role.PARENT, "Jo", "cat")
PUPILS_PHONE = "0" * 31 + "a"


def answers(name: str) -> PupilAnswers:
    """A child with a morning and an evening."""
    packs = (Part.MORNING, Part.EVENING)
    return PupilAnswers(name, "fox", AgeBand.FROM_8_TO_11, "Europe/London", packs, None)


class FamilyHouse:
    """Everything that the models of a parent's screens need."""

    def __init__(self, store: MemoryStore, vault: Vault, clock: ClockTimer, desk: FamilyDesk) -> None:
        self.store, self.vault, self.clock, self.desk = store, vault, clock, desk
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)
        self.week = WeekModel(desk, self.actions, clock)

    async def settle(self) -> None:
        """Until nothing is under way; whatever was not foreseen fails the test."""
        await self.actions.settle()
        assert not self.surprises

    def step(self, starter: str) -> StepId:
        """The step that began as this starter."""
        steps = (step for routine in self.desk.planner.routines for step in routine.steps)
        return next(step.id for step in steps if step.starter == starter)

    async def sam_joins(self) -> PupilDesk:
        """The pupil's desk, as if its changes had come from another phone."""
        journal = self.vault.journals()[0]
        sam = PupilDesk(journal, Role.PUPIL, PUPILS_PHONE, os.urandom, lambda: self.clock.now_ms)
        await sam.arrive("Sam", "fox", AgeBand.FROM_8_TO_11)
        return sam

    async def target(self, sam: PupilDesk) -> TargetId:
        """A target of Sam's."""
        return await sam.add_target("Bag ready the night before", "backpack", "Bag by the door")

    async def second_child(self, name: str = "Alex") -> FamilyDesk:
        """One more planner."""
        desk = await begin_planner(
            self.vault, answers(name), JO, random=os.urandom, now_ms=lambda: self.clock.now_ms
        )
        assert isinstance(desk, FamilyDesk)
        return desk


async def family_house(when: str = "2026-09-14 07:42") -> FamilyHouse:
    """Jo has begun with Sam, who has not joined; a Monday morning."""
    clock, store = ClockTimer(at(when)), MemoryStore()
    vault = Vault(store, MemoryKeystore(os.urandom), QuickCrypto(), lambda: clock.now_ms)
    desk, _ = await set_up(
        vault,
        answers("Sam"),
        JO,
        NewLock(LockKind.NONE),
        has_key_store=False,
        random=os.urandom,
        now_ms=lambda: clock.now_ms,
    )
    assert isinstance(desk, FamilyDesk)
    return FamilyHouse(store, vault, clock, desk)
