"""A mentor's tablet in memory with any number of pupils, and a hand on the clock."""

import os
from collections.abc import Sequence
from datetime import date

from services.desk.answers import AdultAnswers, PupilAnswers
from services.desk.caseload import Caseload
from services.desk.mentor import MentorDesk
from services.desk.setting_up import CASELOAD, begin_planner
from services.planner.day import TICK
from services.planner.edit import Change
from services.planner.ids import PersonId, RecordId, TargetId, day_record, who_record
from services.planner.target import rating_record
from services.planner.words import Part, Role
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.views.lock.quick_crypto import QuickCrypto
from views.action import Actions
from views.mentor.caseload_model import CaseloadModel
from views.mentor.page_model import PupilPageModel

MONDAY_0742_MS = 1_789_368_120_000  # 2026-09-14 07:42 in London
MONDAY = date(2026, 9, 14)
DAY_MS = 86_400_000
SAM = PersonId("sam")
SAMS_PHONE = "5a" * 16


class MentorHouse:
    """Everything that the models of a mentor's screens need."""

    def __init__(self, store: MemoryStore, caseload: Caseload, journals: Sequence[Journal]) -> None:
        self.store = store
        self.caseload = caseload
        self.journals = journals
        self.clock = [MONDAY_0742_MS]
        self.last_sync_ms: int | None = None
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)

    def desk(self, number: int = 0) -> MentorDesk:
        """The desk of a pupil."""
        return self.caseload.desks[number]

    def list_model(self) -> CaseloadModel:
        """The list."""
        return CaseloadModel(self.caseload, lambda: self.clock[0], lambda _: self.last_sync_ms)

    def page_model(self, number: int = 0) -> PupilPageModel:
        """A pupil's page."""
        return PupilPageModel(self.caseload, self.desk(number), self.actions)

    def days_pass(self, days: int) -> None:
        """So many days later, at the same time of day."""
        self.clock[0] += days * DAY_MS

    async def settle(self) -> None:
        """Until nothing is under way; whatever was not foreseen fails the test."""
        await self.actions.settle()
        assert not self.surprises

    # -- what others do, as their devices would have written it ---------------------------------------
    async def pupil_joins(self, number: int = 0) -> None:
        """Sam's own phone is in the planner."""
        who = {"person": SAM, "name": "Sam", "picture": "fox", "role": "pupil"}
        await self._tell(number, who_record(SAMS_PHONE), "who", who)

    async def pupil_ticks(self, on: date, number: int = 0) -> None:
        """Every step of that day."""
        steps = [step for routine in self.desk(number).planner.routines for step in routine.steps]
        await self._tell(number, day_record(on), "day", {TICK + step.id: ["done", SAM] for step in steps})

    async def pupil_rates(self, target: TargetId, on: date, score: int, words: str = "") -> None:
        """In the pupil's own voice."""
        said = {"score": score, "words": words}
        await self._tell(0, rating_record(target, Role.PUPIL, SAM, on), "rating", said)

    async def pupil_pauses(self, on: date, number: int = 0) -> None:
        """The whole day."""
        await self._tell(number, day_record(on), "day", {"pause": "ill"})

    async def _tell(self, number: int, record: RecordId, kind: str, fields: dict[str, object]) -> None:
        told = {"_new": kind, **fields}
        changes = [Change(record, kind, name, value) for name, value in told.items()]  # type: ignore[arg-type]
        await self.journals[number].write(changes)


async def mentor_house(*names: str) -> MentorHouse:
    """A tablet with these pupils, in this order; Sam alone if none is named."""
    store = MemoryStore()
    clock = [MONDAY_0742_MS]
    vault = Vault(store, MemoryKeystore(os.urandom), QuickCrypto(), lambda: clock[0])
    await vault.create(LockKind.NONE)
    cases = await vault.add_planner(CASELOAD, Role.MENTOR)
    mentor = AdultAnswers(Role.MENTOR, "Ms Ali", "owl")
    desks: list[MentorDesk] = []
    for name in names or ("Sam",):
        answers = PupilAnswers(name, "fox", None, "Europe/London", (Part.MORNING,), None)
        desk = await begin_planner(vault, answers, mentor, random=os.urandom, now_ms=lambda: clock[0])
        assert isinstance(desk, MentorDesk)
        desks.append(desk)
    journals = [journal for journal in vault.journals() if journal is not cases]
    house = MentorHouse(store, Caseload(tuple(desks), cases), journals)
    house.clock = clock
    return house
