"""A mentor hands pupils over: a colleague who is in with them leads them too, and the mentor may go.

Source: docs/spec/round.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from services.planner.errors import InputRejected, NotPermitted
from services.planner.ids import PersonId, PlannerId
from services.planner.note import NotebookKind, notes_in
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.leaving import Leaving
from services.sync.membership import Membership, Present
from services.sync.sharing import Sharing
from services.vault.journal import Journal


@dataclass(frozen=True, slots=True)
class Colleague:
    """Another mentor in a planner. Privacy: the name is in no representation."""

    person: PersonId
    name: str = field(repr=False)
    leads: bool


class HandingOver:
    """Errors of its verbs: as `Membership` and `Leaving`. Done again after an error, it goes on."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self._members = Membership(sharing)

    async def colleagues(self) -> dict[PlannerId, tuple[Colleague, ...]]:
        """Every pupil's planner that this mentor's device leads, with the other mentors in it."""
        found: dict[PlannerId, tuple[Colleague, ...]] = {}
        for journal in self._sharing.journals():
            if journal.kind == CircleKind.SHARED and await self._leads(journal):
                present = await self._members.present(journal)
                found[PlannerId(journal.planner_id)] = tuple(_others(present))
        return found

    async def hand_over(self, planners: Iterable[PlannerId], to: PersonId, *, leaves: bool) -> None:
        """Has a colleague lead these planners too, and the notes beside them. `leaves`: with every device of
        one's own out of them.

        Errors besides: NotPermitted for a colleague who is in none of them; InputRejected("staff_notes")
        before anything, where one leaves with notes that the colleague does not read.
        """
        wanted, theirs_by_planner = set(planners), dict[str, set[bytes]]()
        for journal in self._sharing.journals():
            if (
                journal.planner_id in wanted
                and journal.kind == CircleKind.SHARED
                and await self._leads(journal)
            ):
                theirs_by_planner[journal.planner_id] = await self._devices(journal, to)
        handed = {planner: theirs for planner, theirs in theirs_by_planner.items() if theirs}
        if not handed:
            raise NotPermitted("nobody to hand over to")
        journals = [one for one in self._sharing.journals() if one.planner_id in handed]
        if leaves:
            await self._must_read_notes(journals, handed)
        for journal in journals:
            if await self._leads(journal):
                await self._hand_one(journal, handed[journal.planner_id])
        for planner in handed if leaves else ():
            await self._leave(PlannerId(planner))

    async def _must_read_notes(self, journals: Iterable[Journal], handed: Mapping[str, set[bytes]]) -> None:
        """Nobody goes with notes that would be gone then."""
        for journal in journals:
            if journal.kind == CircleKind.STAFF and notes_in(journal.records.values(), NotebookKind.STAFF):
                circle = await self._sharing.circle(journal)
                members = circle.store.state.chain.roster.members if circle and circle.store.state else {}
                if not handed[journal.planner_id] & members.keys():
                    raise InputRejected("staff_notes")

    async def _devices(self, shared: Journal, to: PersonId) -> set[bytes]:
        present = await self._members.present(shared)
        return {one.device for one in present if one.person == to and one.role is Role.MENTOR}

    async def _hand_one(self, journal: Journal, to: set[bytes]) -> None:
        present = await self._members.present(journal)
        theirs = to & {one.device for one in present}
        if theirs:
            leading = {one.device for one in present if one.is_steward}
            await self._members.hand_over([journal], leading | theirs)

    async def _leave(self, planner: PlannerId) -> None:
        shared, *beside = sorted(
            (one for one in self._sharing.journals() if one.planner_id == planner),
            key=lambda one: one.kind != CircleKind.SHARED,
        )
        present = await self._members.present(shared)
        here = next(one for one in present if one.is_here)
        mine = {one.device for one in present if one.person == here.person and not one.is_here}
        leaving = Leaving(self._sharing)
        await leaving.close_case(planner)
        for journal in (*beside, shared):
            if mine and await self._leads(journal):
                await self._members.remove([journal], mine)
            await leaving.leave(journal)
            await leaving.take_away(journal)

    async def _leads(self, journal: Journal) -> bool:
        if journal.role is not Role.MENTOR or self._sharing.kept(journal) is None:
            return False
        circle = await self._sharing.circle(journal)
        return circle is not None and circle.is_steward and circle.standing is Standing.LIVE


def _others(present: Sequence[Present]) -> Iterable[Colleague]:
    me = next((one.person for one in present if one.is_here), None)
    known: dict[PersonId, Colleague] = {}
    for one in present:
        if one.role is Role.MENTOR and one.person not in (None, me) and not one.has_left:
            assert one.person is not None
            leads = one.is_steward or (one.person in known and known[one.person].leads)
            known[one.person] = Colleague(one.person, one.name, leads)
    return known.values()
