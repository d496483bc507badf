"""The circles beside a planner's shared one, when somebody goes: themselves, or who should not read on.

Who is taken out of the planner is not out of a notebook that somebody else leads; whoever reads it there is
told, and shuts them out with one press.
"""

import logging
from typing import Final

from services.planner.errors import EndpointError
from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.leaving import Leaving
from services.sync.membership import Membership
from services.sync.sharing import Sharing
from services.vault.journal import Journal

WITH_OTHERS: Final = (CircleKind.HOME, CircleKind.STAFF)
"""What somebody who leaves a planner leaves besides."""
_log: Final = logging.getLogger(__name__)


class Beside:
    """Errors of its verbs: as `Membership` and `Leaving`."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self._members = Membership(sharing)
        self._leaving = Leaving(sharing)

    def readers(self, planner: PlannerId, kind: CircleKind) -> frozenset[str] | None:
        """The devices, in hex, that read this circle, as far as was read here; None: nothing was yet."""
        me, journal = self._sharing.vault.device_hex, self.journal(planner, kind)
        kept = self._sharing.kept(journal) if journal else None
        if kept is None or kept.place.standing is not Standing.LIVE:
            return frozenset({me})
        return frozenset(id_.hex() for id_ in kept.log.chain.roster.members) if kept.log else None

    def has_strangers(self, planner: PlannerId, kind: CircleKind) -> bool:
        """Whether a device reads it that is in the planner no more: of somebody taken out, or a lost one."""
        shared = self.journal(planner, CircleKind.SHARED)
        kept = self._sharing.kept(shared) if shared else None
        if kept is None or kept.place.standing is not Standing.LIVE:
            return False
        readers, members = self.readers(planner, kind), self.readers(planner, CircleKind.SHARED)
        return bool(readers and members and readers - members)

    async def shut(self, planner: PlannerId, kind: CircleKind) -> None:
        """Nobody reads this circle who is not in the planner.

        Who leads it takes them out. Anybody else goes out and keeps what is in it; the next ticket begins a
        circle anew, without them.
        """
        journal = self.journal(planner, kind)
        circle = await self._sharing.circle(journal) if journal else None
        if journal is None or circle is None or circle.store.state is None:
            return
        members = self.readers(planner, CircleKind.SHARED)
        if not members or not self.has_strangers(planner, kind):
            return
        if circle.is_steward:
            devices = circle.store.state.chain.roster.members
            await self._members.remove([journal], {id_ for id_ in devices if id_.hex() not in members})
        else:
            await circle.store.end(Standing.LEFT)

    async def leave(self, planner: PlannerId) -> None:
        """Who has left the planner leaves what others read beside it, to the adults there or whoever is.

        Without the endpoint it is left here alone.
        """
        me = self._sharing.vault.device.id
        for journal in filter(None, (self.journal(planner, kind) for kind in WITH_OTHERS)):
            circle = await self._sharing.circle(journal)
            if circle is None or circle.standing is not Standing.LIVE or circle.store.state is None:
                continue
            others = [one for one in circle.store.state.chain.roster.members.values() if one.id != me]
            adults = [one for one in others if one.role is not Role.PUPIL]
            try:
                await self._leaving.leave(journal, [one.id for one in adults or others])
            except EndpointError as problem:
                _log.info("a circle was left, and its endpoint has not heard of it code=%s", problem.code)
                await circle.store.end(Standing.LEFT)

    def journal(self, planner: PlannerId, kind: CircleKind) -> Journal | None:
        """One of a planner's journals on this device."""
        named = (planner, kind)
        return next((one for one in self._sharing.journals() if (one.planner_id, one.kind) == named), None)
