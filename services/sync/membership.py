"""Who is in a planner, and the verbs that change it. Each is done when it returns, at the endpoint too.

A person is all their devices: those that say so in their `who` record, and those that they added themselves.
Whatever is wished is carried out again when another steward was quicker, so a verb may be asked for twice.

Errors of every verb: NotPermitted and InputRejected("roster") for what no rule allows, before anything is
sent; EndpointError and its kin; those of the vault. After an error nothing has changed, or it has changed and
the answer was lost; asking again tells.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.crypto.recovery_card import RecoveryCard, new_card
from services.planner.errors import NotPermitted
from services.planner.ids import PersonId, who_record
from services.planner.reading import text
from services.planner.words import Role
from services.sync.chain import Chain
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.roster_wish import Device, RosterWish
from services.sync.sharing import Sharing
from services.vault.journal import Journal


@dataclass(frozen=True, slots=True)
class Present:
    """One device in a planner. `person` is None until it has said whose it is. Privacy: `name` is a nickname.

    `has_left`: its person asked to be taken out. `may_go`: this device may take it out.
    """

    device: bytes
    role: Role
    person: PersonId | None
    name: str
    is_steward: bool
    is_here: bool
    has_left: bool
    may_go: bool
    picture: str = ""


class Membership:
    """The devices of this vault's planners."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing

    async def present(self, journal: Journal) -> tuple[Present, ...]:
        """Every device that reads this planner, in the order in which they came; none if nobody shares it."""
        await self._sharing.circle(journal)
        return self.present_now(journal)

    def present_now(self, journal: Journal) -> tuple[Present, ...]:
        """The same of a circle that is open; none before its first entry is read."""
        circle = self._sharing.open_circle(journal)
        if circle is None or circle.store.state is None:
            return ()
        chain, me = circle.store.state.chain, self._sharing.vault.device.id
        ids = [id_ for id_ in chain.origins if id_ in chain.roster.members]
        return tuple(_present(journal, chain, id_, me, may_go=circle.is_steward) for id_ in ids)

    async def devices_of(self, journal: Journal, person: PersonId) -> frozenset[bytes]:
        """The devices of one person in this planner."""
        return frozenset(one.device for one in await self.present(journal) if one.person == person)

    async def remove(self, journals: Sequence[Journal], devices: Collection[bytes]) -> None:
        """Takes devices out, and every device that these added; their key goes, the past cannot be unseen.

        For a person: all their devices. For a lost phone: that one; a ticket for the next follows.
        """
        wished = []
        for circle in await self._live(journals):
            gone = _chain(circle).devices_of(devices)
            if self._sharing.vault.device.id in gone:
                raise NotPermitted("leaving is another verb")
            if gone:
                wished.append((circle, RosterWish(remove=gone)))
        await self._carry_out(wished)

    async def hand_over(self, journals: Sequence[Journal], to: Collection[bytes]) -> None:
        """Makes these devices the stewards, and no others."""
        circles = await self._live(journals)
        await self._carry_out([(circle, RosterWish(stewards=frozenset(to))) for circle in circles])

    async def allow_self_add(self, journals: Sequence[Journal], *, is_allowed: bool) -> None:
        """Whether members may add devices of their own; off where a family is at odds."""
        circles = await self._live(journals)
        await self._carry_out([(circle, RosterWish(may_self_add=is_allowed)) for circle in circles])

    async def end_on(self, journals: Sequence[Journal], day: str) -> None:
        """Has the endpoint drop the planner after a day such as 2027-07-31; devices keep what they have."""
        circles = await self._live(journals)
        await self._carry_out([(circle, RosterWish(expires=day)) for circle in circles])

    async def renew_card(self, journals: Sequence[Journal], card: RecoveryCard | None = None) -> RecoveryCard:
        """A recovery card for these planners in place of any before; this one, or a new one to be printed."""
        made = card or new_card(self._sharing.crypto)
        keys = await made.keys(self._sharing.crypto)
        wish = RosterWish(card=Device(keys.sign.public, keys.kem.public))
        await self._carry_out([(circle, wish) for circle in await self._live(journals)])
        return made

    async def drop_card(self, journals: Sequence[Journal]) -> None:
        """No recovery card any more."""
        circles = [one for one in await self._live(journals) if _chain(one).roster.recovery]
        await self._carry_out([(circle, RosterWish(is_card_dropped=True)) for circle in circles])

    async def _carry_out(self, wished: Sequence[tuple[Circle, RosterWish]]) -> None:
        for circle, wish in wished:
            await circle.try_out(wish)
        await self._sharing.wish(wished)

    async def _live(self, journals: Sequence[Journal]) -> list[Circle]:
        found = [await self._sharing.circle(journal) for journal in journals]
        return [one for one in found if one is not None and one.standing is Standing.LIVE and one.store.state]


def _chain(circle: Circle) -> Chain:
    assert circle.store.state is not None
    return circle.store.state.chain


def _present(journal: Journal, chain: Chain, device: bytes, me: bytes, *, may_go: bool) -> Present:
    record = journal.records.get(who_record(device.hex()))
    fields = record.fields if record is not None and record.is_shown else {}
    person = text(fields, "person")
    member = chain.roster.members[device]
    return Present(
        device=device,
        role=member.role,
        person=PersonId(person) if person else None,
        name=text(fields, "name") or "",
        is_steward=member.is_steward,
        is_here=device == me,
        has_left=fields.get("left") is True,
        may_go=may_go and device != me,
        picture=text(fields, "picture") or "",
    )
