"""What this window shares: letting others in, coming in oneself, and the rounds that carry changes about."""

import logging
from collections.abc import Callable
from typing import Final

from app.arriving import Arriving, Newcomers
from app.arriving_by_card import ArrivingByCard
from app.devices.here import Device
from services.desk.setting_up import SHARED
from services.planner.errors import EndpointError
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from services.sync.beside import Beside
from services.sync.circle_kept import Standing
from services.sync.coming_by_card import ComingByCard
from services.sync.coming_in import ComingIn
from services.sync.concerns import needs_adult
from services.sync.epoch_keys import CircleKind
from services.sync.erasing import Erasing
from services.sync.handing_over import HandingOver
from services.sync.keeping_card import KeepingCard
from services.sync.known import Asking
from services.sync.letters import Letters
from services.sync.letting_in import LettingIn
from services.sync.people import People
from services.sync.sharing import Sharing
from services.vault.journal import Journal
from services.vault.vault import Vault
from views.people.sharing_now import SharingNow

LETTERS_EVERY_MS: Final = 5 * 60 * 1000
_log: Final = logging.getLogger("firstbell.together")


class Together:
    """Made when somebody shares, and not before."""

    def __init__(self, device: Device, vault: Vault, on_new_circle: Callable[[], None]) -> None:
        self._device = device
        self._vault = vault
        self.sharing = Sharing(vault, device.crypto, device.now_ms, device.network(), on_new_circle)
        self.card = KeepingCard(self.sharing)
        self.erasing = Erasing(self.sharing)
        self.handing_over = HandingOver(self.sharing)
        self._beside = Beside(self.sharing)
        self.known = Asking(self.sharing)
        self._letters_seen_ms = 0

    def inviting(self, planner: PlannerId, notes: NotebookKind | None = None) -> LettingIn:
        """Letting somebody into this planner, or into the notes beside it alone."""
        return LettingIn(
            self.sharing,
            self._journal(planner, notes or SHARED),
            self._device.own_endpoint,
            has_own_endpoint=self._device.is_web,
            zone=self._device.zone,
            app_address=self._device.app_address,
        )

    def letters(self, planner: PlannerId) -> Letters:
        """Letting somebody into this planner by a letter."""
        return self._letters_of(self._journal(planner))

    async def look_at_letters(self) -> None:
        """Now and then, for adults: whether somebody asks by a letter. What is refused is asked again."""
        now_ms = self._device.now_ms()
        if now_ms - self._letters_seen_ms < LETTERS_EVERY_MS:
            return
        self._letters_seen_ms = now_ms
        for journal in self.sharing.journals():
            if journal.role is not Role.PUPIL and journal.kind == SHARED:
                try:
                    await self._letters_of(journal).look()
                except EndpointError as problem:
                    _log.info("letters were not looked at code=%s", problem.code)

    def _letters_of(self, journal: Journal) -> Letters:
        device = self._device
        return Letters(self.sharing, journal, zone=device.zone, app_address=device.app_address)

    def _journal(self, planner: PlannerId, kind: str = SHARED) -> Journal:
        return next(one for one in self._vault.journals() if (one.planner_id, one.kind) == (planner, kind))

    def arriving(self, household: Newcomers) -> Arriving:
        """Being let into a planner of others."""
        device = self._device
        coming_in = ComingIn(self.sharing, device.own_endpoint, has_own_endpoint=device.is_web)
        return Arriving(coming_in, self.sharing, household, device)

    def people(self, planner: PlannerId, last_error: Callable[[], str]) -> People:
        """Who is in this planner, and how sharing goes. `last_error` as `Syncing.last_error`."""
        return People(self.sharing, planner, last_error)

    def sharing_now(self, planner: PlannerId, last_error: str) -> SharingNow:
        """Whether this planner is shared, and whether somebody should know."""
        if not self._vault.is_open:
            return SharingNow.ALONE
        seen = self.people(planner, lambda: last_error).seen()
        if seen is None or seen.health.standing is Standing.LEFT:
            return SharingNow.ALONE
        if seen.health.standing is not Standing.LIVE:
            return SharingNow.APART
        journal = self._journal(planner)
        if journal.role is not Role.PUPIL and any(one.is_asked for one in self.letters(planner).letters()):
            return SharingNow.ASKED
        return SharingNow.LOOK if needs_adult(seen) else SharingNow.WELL

    def readers(self, planner: PlannerId, kind: NotebookKind) -> frozenset[str] | None:
        """The devices, in hex, that read a notebook; None: nobody knows yet."""
        return self._beside.readers(planner, CircleKind(kind))

    def has_strangers(self, planner: PlannerId, kind: NotebookKind) -> bool:
        """Whether somebody reads a notebook who is in the planner no more."""
        return self._beside.has_strangers(planner, CircleKind(kind))

    async def shut_out(self, planner: PlannerId, kind: NotebookKind) -> None:
        """Nobody reads a notebook any more who is not in the planner."""
        await self._beside.shut(planner, CircleKind(kind))

    def arriving_by_card(self, household: Newcomers) -> ArrivingByCard:
        """Coming back into a planner by the card on paper."""
        device = self._device
        coming = ComingByCard(self.sharing, device.own_endpoint, has_own_endpoint=device.is_web)
        return ArrivingByCard(coming, self.sharing, household, device)

    def last_sync_ms(self, planner: PlannerId) -> int | None:
        """When the others of this planner were last heard; None while nobody shares it."""
        for journal in self._vault.journals() if self._vault.is_open else ():
            if journal.planner_id == planner and journal.kind == SHARED:
                return self.sharing.last_sync_ms(journal)
        return None
