"""Erasing a pupil's planner everywhere, and what a device does that hears of it.

Who leads a circle orders it; every device proves the order by its own rosters before it believes it, and
then tells whose word it was, in which role and on which day. Source: docs/spec/round.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from services.planner.errors import NotPermitted
from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.circle_kept import CircleKept, Standing
from services.sync.epoch_keys import CircleKind
from services.sync.leaving import Leaving
from services.sync.sharing import Sharing
from services.vault.journal import Journal

_DAY_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Heard:
    """A planner that somebody had erased. Shape: `mine` is this device's role, `by` that of who asked."""

    planner: PlannerId
    mine: Role
    by: Role
    on: date


class Erasing:
    """Errors of its verbs: as `Leaving`."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self._leaving = Leaving(sharing)

    async def goes(self, planner: PlannerId) -> tuple[CircleKind, ...]:
        """What of a planner this device may erase: what it leads, and what nobody shares."""
        return tuple(CircleKind(journal.kind) for journal in await self._mine(planner))

    async def erase(self, planner: PlannerId) -> None:
        """All of that, here and everywhere. Done again after an error, it goes on."""
        mine = await self._mine(planner)
        if not mine:
            raise NotPermitted("no steward")
        await self._leaving.erase(mine)

    def heard(self) -> tuple[Heard, ...]:
        """Planners that are still here, and that somebody had erased by an order that held; once each."""
        found: dict[PlannerId, Heard] = {}
        for journal, kept in self._erased():
            planner = PlannerId(journal.planner_id)
            on = datetime.fromtimestamp(kept.place.day * _DAY_S, UTC).date()
            found.setdefault(planner, Heard(planner, journal.role, _role_of(kept), on))
        return tuple(found.values())

    async def take_away(self, planner: PlannerId) -> None:
        """What was erased elsewhere is deleted here too, and with it what lies beside it on this device."""
        if planner in {one.planner for one in self.heard()}:
            await self._leaving.erase(await self._mine(planner))
            await self._leaving.close_case(planner)
            for journal in [one for one in self._sharing.journals() if one.planner_id == planner]:
                await self._leaving.take_away(journal)

    def _erased(self) -> list[tuple[Journal, CircleKept]]:
        kept = [(journal, self._sharing.kept(journal)) for journal in self._sharing.journals()]
        return [(one, its) for one, its in kept if its and its.place.standing is Standing.ERASED]

    async def _mine(self, planner: PlannerId) -> Sequence[Journal]:
        found = []
        for journal in self._sharing.journals():
            if journal.planner_id == planner:
                kept = self._sharing.kept(journal)
                circle = await self._sharing.circle(journal) if kept else None
                is_led = circle is not None and circle.is_steward and circle.standing is Standing.LIVE
                if kept is None or is_led:
                    found.append(journal)
        return found


def _role_of(kept: CircleKept) -> Role:
    """By whom it was. The card, which stands for the pupil, is no member."""
    members = kept.log.chain.roster.members if kept.log else {}
    return members[kept.place.by].role if kept.place.by in members else Role.PUPIL
