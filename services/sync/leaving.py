"""Going: out of a planner, with everything of a planner, or as a device that somebody copied.

    leave          this device reads the planner no more; what it has stays until it is taken away
    erase          a steward has every copy deleted, by a signed order that each device proves for itself
    close_case     what a mentor's caseload says of a pupil goes too
    take_away      what is left of a planner on this device is deleted, keys first
    begin_anew     new keys for a device whose keys somebody else uses; it is invited again, what waits stays

Errors of every verb: NotPermitted for who may not; EndpointError and its kin; those of the vault.
"""

from collections.abc import Collection, Sequence

from services.crypto.canonical import to_base64url
from services.crypto.device_keys import new_device_keys
from services.planner.case import closing
from services.planner.edit import Change
from services.planner.errors import EndpointError, EndpointRefused, NotPermitted, VaultReadOnly
from services.planner.ids import PlannerId, who_record
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.problem import Problem
from services.sync.roster_wish import RosterWish
from services.sync.sharing import Sharing
from services.sync.statement import sign_erase
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles

_DAY_MS = 24 * 60 * 60 * 1000


class Leaving:
    """The ways out of the circles of an open vault."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing

    async def leave(self, journal: Journal, heirs: Collection[bytes] = ()) -> None:
        """Leaves one planner. The last steward leaves it to `heirs`, unless nobody else is there.

        Who is no steward says so in the planner, so that a steward takes the device out of it, and of the
        circles beside it.
        """
        circle = await self._sharing.circle(journal)
        if circle is None or circle.standing is not Standing.LIVE or circle.store.state is None:
            return
        roster, me = circle.store.state.chain.roster, self._sharing.vault.device.id
        others = (roster.stewards - {me}) or frozenset(heirs) - {me}
        if me in roster.stewards and not others and len(roster.members) > 1:
            raise NotPermitted("the last steward")
        if me not in roster.stewards and journal.kind == CircleKind.SHARED:
            own = who_record(self._sharing.vault.device_hex)
            await journal.write([Change(own, "who", "left", True)])
            try:
                await self._sharing.round([circle])
            except EndpointError:
                await journal.write([Change(own, "who", "left", False)])
                raise
        elif me in roster.stewards and others:
            await circle.wish(RosterWish(remove=frozenset({me}), stewards=others))
            await self._sharing.round([circle])
        elif me in roster.stewards:
            await self._order(circle)
        await circle.store.end(Standing.LEFT)
        await self._sign_off(circle.url)

    async def erase(self, journals: Sequence[Journal]) -> None:
        """Has these planners deleted everywhere, here too. Done again after an error, it goes on."""
        if self._sharing.vault.is_read_only:
            raise VaultReadOnly
        circles = [(journal, await self._sharing.circle(journal)) for journal in journals]
        for _, circle in circles:
            if circle is not None and circle.standing is Standing.LIVE and not circle.is_steward:
                raise NotPermitted("no steward")
        for _, circle in circles:
            if circle is not None and circle.standing is Standing.LIVE:
                await self._order(circle)
        for journal in journals:
            await self.close_case(journal.planner_id)
            await self.take_away(journal)

    async def take_away(self, journal: Journal) -> None:
        """Deletes one planner from this device."""
        async with self._sharing.turn:  # a round that is under way ends first, and finds no key to keep
            kept = self._sharing.kept(journal)
            if kept is not None:
                await KeptCircles(self._sharing.vault).forget(to_base64url(kept.place.id))
            await self._sharing.vault.remove_planner(journal)

    async def close_case(self, planner_id: str) -> None:
        """Takes away what a mentor's caseload here says of a pupil."""
        for journal in self._sharing.vault.journals():
            if journal.kind == CircleKind.CASELOAD:
                await journal.write(closing(journal.records.values(), PlannerId(planner_id)))

    async def begin_anew(self) -> None:
        """Gives this device new keys; it is in no circle then. Planners keep what is in them and waits."""
        vault, crypto = self._sharing.vault, self._sharing.crypto
        old_hex, fresh = vault.device_hex, await new_device_keys(crypto)
        for journal in vault.journals():
            if not journal.is_read_only:
                await journal.write(_said_again(journal, old_hex, fresh.id.hex()) or ())
                circle = await self._sharing.circle(journal)
                if circle is not None and circle.standing is Standing.LIVE:
                    await circle.store.end(Standing.CLONED)
        await KeptCircles(vault).become(fresh)
        await self._sharing.close()

    async def _order(self, circle: Circle) -> None:
        sharing = self._sharing
        client = sharing.client(circle.url, sharing.vault.device)
        day = (await client.about()).now // _DAY_MS  # the circle's clock may be from before this one jumped
        order = await sign_erase(sharing.crypto, sharing.vault.device, circle.id, day)
        try:
            await client.erase(order)
        except EndpointRefused as refused:
            if refused.problem not in (Problem.UNKNOWN_CIRCLE, Problem.CIRCLE_EXPIRED):
                raise

    async def _sign_off(self, url: str) -> None:
        """Takes this device off an endpoint where it is in no circle any more."""
        for journal in self._sharing.journals():
            kept = self._sharing.kept(journal)
            if kept is not None and kept.place.url == url and kept.place.standing is Standing.LIVE:
                return
        try:
            await self._sharing.client(url, self._sharing.vault.device).leave()
        except EndpointRefused as refused:
            if refused.problem != Problem.UNAUTHENTICATED:
                raise


def _said_again(journal: Journal, old_hex: str, new_hex: str) -> list[Change]:
    """What the device of before said of its person, said by the new one."""
    record = journal.records.get(who_record(old_hex))
    if record is None or who_record(new_hex) in journal.records:
        return []
    said = {name: value for name, value in record.fields.items() if name != "left"}
    return [Change(who_record(new_hex), "who", name, value) for name, value in said.items()]
