"""A pupil comes back by the recovery card: they say who they are, get a lock if there is none, and arrive."""

from app.arriving import Newcomer, Newcomers
from app.devices.here import Device
from services.crypto.recovery_card import read_card
from services.planner.words import Role
from services.sync.coming_by_card import ComingByCard
from services.sync.keeping_card import MadeCard
from services.sync.sharing import Sharing


class ArrivingByCard(Newcomer):
    """`views.keeping.keeping_rooms.ByCard`. Errors: as `ComingByCard`, and those of the vault."""

    def __init__(self, coming: ComingByCard, sharing: Sharing, household: Newcomers, device: Device) -> None:
        super().__init__(sharing, household, device)
        self._coming = coming

    def needs_address(self) -> bool:
        """See `ComingByCard`."""
        return self._coming.needs_address()

    async def look_up(self, typed: str, address: str = "") -> None:
        """Returns only for a card that opens a planner. Errors besides: InputRejected("card")."""
        await self._coming.look_up(read_card(typed), address)

    async def come(self) -> MadeCard | None:
        """Everything is on this device then. Gives the fresh card, as `ComingByCard.come`."""
        fresh = await self._coming.come()
        await self._arrive(Role.PUPIL, self._coming.joined())
        await self._sharing.round()
        return None if fresh is None else MadeCard(fresh.printed(), self._coming.address)

    def forget(self) -> None:
        """Nothing of the card stays in memory."""
        self._coming.forget()
