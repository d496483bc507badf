"""Caseload: the desks of a mentor's pupils, and what only the mentor's own devices know of them."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TypedDict, Unpack

from services.desk.changes import made, told
from services.desk.checks import checked_clock, written
from services.desk.mentor import MentorDesk
from services.planner.access import Author, may_write
from services.planner.canonical import Value
from services.planner.case import Case, cases_by_planner
from services.planner.errors import InputRejected, NotPermitted, VaultReadOnly
from services.planner.ids import PlannerId
from services.planner.tally import tally
from services.planner.text import clean_words
from services.planner.words import Phase, Role
from services.vault.journal import Journal


class CaseChange(TypedDict, total=False):
    """What can be changed of a case; what is left out stays, None takes a phase, a day or a time away."""

    name: str
    phase: Phase | None
    meeting_on: date | None
    meeting_at: str | None


class Caseload:
    """Shape: `desks` in the order in which the pupils came; each pupil has a case, kept or still empty."""

    def __init__(self, desks: tuple[MentorDesk, ...], journal: Journal) -> None:
        self.desks = desks
        self._journal = journal
        # Two answers at once must not make two cases of one pupil.
        self._in_turn = asyncio.Lock()

    @property
    def is_read_only(self) -> bool:
        """Whether another tab or process is writing."""
        return self._journal.is_read_only

    def desk(self, planner: PlannerId) -> MentorDesk | None:
        """The desk of this planner, or None."""
        return next((desk for desk in self.desks if desk.planner_id == planner), None)

    def cases(self) -> dict[PlannerId, Case]:
        """What the mentor keeps about pupils; those of whom nothing is kept yet are not in it."""
        return cases_by_planner(self._journal.records.values())

    def case(self, planner: PlannerId) -> Case:
        """What the mentor keeps about this pupil."""
        return self.cases().get(planner) or Case(planner)

    def subscribe(self, fn: Callable[[], None]) -> Callable[[], None]:
        """Calls `fn` after every durable change of a case or of any planner. Gives what stops it."""
        stops = [desk.subscribe(lambda _planner: fn()) for desk in self.desks]
        stops.append(self.subscribe_cases(fn))

        def stop() -> None:
            for each in stops:
                each()

        return stop

    def subscribe_cases(self, fn: Callable[[], None]) -> Callable[[], None]:
        """Calls `fn` after every durable change of a case. Gives what stops it."""
        return self._journal.subscribe(lambda _records: fn())

    async def change_case(self, planner: PlannerId, **changes: Unpack[CaseChange]) -> None:
        """Keeps what is named. Errors: InputRejected with the name of the field, or "planner"."""
        fields: dict[str, Value] = {}
        if "name" in changes:
            fields["name"] = clean_words(changes["name"], "name") or None
        if "phase" in changes:
            fields["phase"] = changes["phase"].value if changes["phase"] else None
        if "meeting_on" in changes:
            fields["meeting_on"] = written(changes["meeting_on"])
        if "meeting_at" in changes:
            fields["meeting_at"] = checked_clock(changes["meeting_at"], "meeting_at")
        await self._keep(planner, fields)

    async def look(self, planner: PlannerId, on: date) -> None:
        """The mentor has the pupil's page open: the planner says so, and what is there is no news any more.

        Errors: InputRejected("planner"); those of the journals.
        """
        desk = self._desk(planner)
        await desk.look(on)
        now, case = tally(desk.planner), self.case(planner)
        if (case.seen, case.seen_on) != (now, on):
            await self._keep(planner, {"seen": now.to_wire(), "seen_on": on.isoformat()})

    def _desk(self, planner: PlannerId) -> MentorDesk:
        desk = self.desk(planner)
        if desk is None:
            raise InputRejected("planner", "not in this caseload")
        return desk

    async def _keep(self, planner: PlannerId, fields: dict[str, Value]) -> None:
        desk = self._desk(planner)
        if self.is_read_only:
            raise VaultReadOnly
        async with self._in_turn:
            record = self.case(planner).record
            changes = (
                told(record, "case", fields)
                if record
                else made(desk.fresh_id(), "case", {"planner": planner, **fields})
            )
            author = Author(Role.MENTOR, desk.device_hex, None)
            if not all(may_write(author, change, adult_ticks=False) for change in changes):
                raise NotPermitted("case")
            await self._journal.write(changes)
