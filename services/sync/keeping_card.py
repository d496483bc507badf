"""The recovery card of a planner: whether there is one, a new one in its place, and none any more.

A card adds one device of the pupil, and nothing else; so it is for the circles that pupils are in. One paper
serves all of them that this device leads. Source: docs/spec/round.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from services.crypto.recovery_card import RecoveryCard, new_card
from services.planner.errors import NotPermitted
from services.planner.ids import PlannerId
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.membership import Membership
from services.sync.sharing import Sharing
from services.vault.journal import Journal

WITH_PUPILS: Final = frozenset({CircleKind.SHARED, CircleKind.HOME, CircleKind.PRIVATE})


class CardStanding(StrEnum):
    """`alone`: nobody shares the planner. `others`: another device leads it, and makes its card."""

    ALONE = "alone"
    OTHERS = "others"
    NONE = "none"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class MadeCard:
    """A card as it is printed, and the address that stands on the paper. Privacy: never stored."""

    characters: str = field(repr=False)
    address: str


class KeepingCard:
    """Errors of its verbs: as `Membership`; NotPermitted where another device leads the planner."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing
        self._members = Membership(sharing)
        # A card whose answer got lost stands in a roster already: asking again prints the same.
        self._on_its_way: dict[PlannerId, RecoveryCard] = {}

    async def standing(self, planner: PlannerId) -> CardStanding:
        """How it is now, as far as this device has read."""
        circles = [circle for _, circle in await self._circles(planner)]
        if not circles:
            return CardStanding.ALONE
        led = [circle for circle in circles if circle.is_steward]
        if not led:
            return CardStanding.OTHERS
        states = [circle.store.state for circle in led]
        has_card = any(state is not None and state.chain.roster.recovery for state in states)
        return CardStanding.MADE if has_card else CardStanding.NONE

    async def renew(self, planner: PlannerId) -> MadeCard:
        """A new card; one that was there before opens nothing any more."""
        led = await self._led(planner)
        card = self._on_its_way.setdefault(planner, new_card(self._sharing.crypto))
        await self._members.renew_card([journal for journal, _ in led], card)
        del self._on_its_way[planner]
        return MadeCard(card.printed(), led[0][1].url)

    async def drop(self, planner: PlannerId) -> None:
        """No card any more."""
        await self._members.drop_card([journal for journal, _ in await self._led(planner)])

    async def _led(self, planner: PlannerId) -> Sequence[tuple[Journal, Circle]]:
        led = [(journal, circle) for journal, circle in await self._circles(planner) if circle.is_steward]
        if not led:
            raise NotPermitted("no steward")
        return led

    async def _circles(self, planner: PlannerId) -> Sequence[tuple[Journal, Circle]]:
        found = []
        for journal in self._sharing.journals():
            if journal.planner_id == planner and journal.kind in WITH_PUPILS:
                circle = await self._sharing.circle(journal)
                if circle is not None and circle.standing is Standing.LIVE:
                    found.append((journal, circle))
        return found
