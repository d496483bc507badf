"""Everything that lives in one window: the vault, its desks, the settings. It knows no screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.devices.here import Device
from app.homes import homes_of, me_among
from app.syncing import Syncing
from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.desk.bringing_back import bring_back_anew
from services.desk.glance import name_in
from services.desk.notebook import Notebook
from services.desk.setting_up import SHARED, AnyDesk, begin_planner, desk_for, set_up
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from services.vault import settings
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.journal import Journal
from services.vault.kept_asking import KeptAsking
from services.vault.outside import is_outside
from services.vault.settings import DeviceSettings
from services.vault.vault import Vault
from services.vault.vault_state import VaultState
from views.people.sharing_now import SharingNow
from views.root.phases import AnyHome, ErasedElsewhere
from views.strings.languages import language_for, sentences_in

if TYPE_CHECKING:
    from app.arriving import Arriving
    from app.arriving_by_card import ArrivingByCard
    from app.together import Together  # no start waits for what only sharing needs
    from services.sync.erasing import Erasing
    from services.sync.handing_over import HandingOver
    from services.sync.keeping_card import KeepingCard
    from services.sync.known import Known
    from services.sync.pairing_port import Inviting, WritingLetters
    from services.sync.people import People


class Household:
    """The one holder of the vault. `device` is where we are, `syncing` when it is asked to sync.

    `on_erased` is called once when a round has heard that somebody had a planner erased that is here.
    """

    def __init__(self, device: Device, syncing: Syncing) -> None:
        self._device = device
        self._syncing = syncing
        self._together: Together | None = None
        self._desk_by_journal: dict[Journal, AnyDesk] = {}
        self._told_erased: set[PlannerId] = set()
        self.on_erased: Callable[[], None] = lambda: None
        self.vault = Vault(device.store, device.keystore, device.crypto, device.now_ms)
        self.copies = Copies(self.vault, device.store, device.crypto, device.now_ms)

    @property
    def is_read_only(self) -> bool:
        """Whether another tab or process writes."""
        return self.vault.is_open and self.vault.is_read_only

    # -- settings ----------------------------------------------------------------------------------
    async def load_settings(self) -> DeviceSettings:
        """The settings of this device."""
        return await settings.load(self._device.store, self._device.keystore, self._device.crypto)

    async def save_settings(self, chosen: DeviceSettings) -> None:
        """Keeps them."""
        await settings.save(self._device.store, self._device.keystore, self._device.crypto, chosen)

    # -- the planners ------------------------------------------------------------------------------
    async def look(self) -> VaultState:
        """What is here. Errors: CryptoUnavailable where sealing cannot work at all."""
        await self._device.crypto.check()
        return await self.vault.look()

    async def homes(self) -> tuple[AnyHome, ...]:
        """Who lives here; opens a vault that asks for nothing. Empty when no planner was begun.

        A planner that was added to the vault, by set-up or by a ticket, is in it from the next asking on.
        """
        await self.vault.open_(None)
        await self._arrive()
        homes = homes_of(self.vault.journals(), self.desks())
        self.sync()
        return homes

    def desks(self) -> tuple[AnyDesk, ...]:
        """The desk of each planner in the vault, the oldest first; the same one as long as it is open."""
        journals = [journal for journal in self.vault.journals() if journal.kind == SHARED]
        self._desk_by_journal = {
            journal: self._kept_desk(journal) or self._new_desk(journal) for journal in journals
        }
        return tuple(self._desk_by_journal.values())

    async def begin(self, pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock) -> str | None:
        """Makes the vault, its planner and the first routines, all or nothing. Gives the card as printed."""
        kept = await self.load_settings()
        device = self._device
        try:
            _, card = await set_up(
                self.vault,
                pupil,
                adult,
                lock,
                has_key_store=device.has_key_store,
                random=device.crypto.random,
                now_ms=device.now_ms,
            )
        finally:
            await self.save_settings(kept)
        device.page_around.keep_for_good()
        return None if card is None else card.printed()

    async def add_pupil(self, pupil: PupilAnswers, role: Role) -> None:
        """One more planner in the open vault, all or nothing, for one who is here already in this role."""
        crypto = self._device.crypto
        await begin_planner(
            self.vault, pupil, self._adult(role), random=crypto.random, now_ms=self._device.now_ms
        )

    async def bring_back(self, backup: Backup, lock: NewLock | None) -> str | None:
        """Puts a backup here; `lock` only where no planner lives yet. Gives the card as printed."""
        if lock is None:
            await self.copies.bring_back(backup)
            return None
        kept = await self.load_settings()
        try:
            card = await bring_back_anew(
                self.vault, self.copies, backup, lock, has_key_store=self._device.has_key_store
            )
        finally:
            await self.save_settings(kept)
        self._device.page_around.keep_for_good()
        return None if card is None else card.printed()

    async def made_up(self, role: Role, language: str) -> AnyHome:
        """A made-up pupil's planner as this role meets it, in memory only."""
        # Four weeks of a life are read when somebody looks around, not at every start.
        from app.made_up_home import made_up_home

        words = sentences_in(language_for(language)).made_up
        device = self._device
        return await made_up_home(role, device.crypto, device.now_ms, device.zone, words)

    async def erase(self) -> None:
        """Deletes everything on this device."""
        await self.vault.erase()

    async def let_go(self) -> None:
        """Closes the vault, so that it can be opened anew, perhaps as the one who writes."""
        self._syncing.end()
        await self.vault.close()
        if self._together is not None:
            await self._together.sharing.close()

    def lock(self) -> None:
        """Drops the keys."""
        self._syncing.end()
        if self._together is not None:
            self._together.sharing.forget()
        for desk in self._desk_by_journal.values():
            desk.close()
        self._desk_by_journal.clear()
        self.vault.lock()

    # -- sharing -----------------------------------------------------------------------------------
    @property
    def together(self) -> "Together":
        """What is shared from here."""
        if self._together is None:
            from app.together import Together

            self._together = Together(self._device, self.vault, self.sync)
        return self._together

    def sync(self) -> None:
        """Follows what is shared, if anything is and this window writes."""
        shared = self._shared()
        if shared and not self.is_read_only:
            is_watched = any(one.role is not Role.PUPIL for one in shared)
            self._syncing.begin(self._round, shared, is_watched=is_watched)

    async def _round(self) -> None:
        try:
            await self.together.sharing.round()
            await self.together.look_at_letters()
        finally:
            before, self._told_erased = self._told_erased, {one.planner for one in self.erased()}
            if self._told_erased - before:
                self.on_erased()

    def erased(self) -> tuple[ErasedElsewhere, ...]:
        """Planners that somebody had erased everywhere and that are still on this device."""
        if not self.vault.is_open or self.is_read_only or not self._shared():
            return ()
        return tuple(
            ErasedElsewhere(one.planner, name_in(self.vault, one.planner), one.mine, one.by, one.on)
            for one in self.together.erasing.heard()
        )

    def _shared(self) -> list[Journal]:
        return [one for one in self.vault.journals() if "circle" in one.kept().meta]

    def last_sync_ms(self, planner: PlannerId) -> int | None:
        """When the others of this planner were last heard; None while nobody shares it."""
        return self._together.last_sync_ms(planner) if self._together else None

    def sharing_now(self, planner: PlannerId) -> SharingNow:
        """Whether this planner is shared, and whether somebody should know."""
        if is_outside(self.vault, planner):
            return SharingNow.OUTSIDE
        if self._together is None:
            return SharingNow.ALONE
        return self._together.sharing_now(planner, self._syncing.last_error)

    def people(self, planner: PlannerId) -> "People":
        """Who is in this planner, and how sharing goes."""
        return self.together.people(planner, lambda: self._syncing.last_error)

    async def known(self) -> "tuple[Known, ...]":
        """What the endpoints know of this device."""
        return await self.together.known.ask()

    def inviting(self, planner: PlannerId, notes: NotebookKind | None = None) -> "Inviting":
        """Letting somebody into this planner, or into the notes beside it alone."""
        return self.together.inviting(planner, notes)

    def letters(self, planner: PlannerId) -> "WritingLetters":
        """Letting somebody into this planner by a letter."""
        return self.together.letters(planner)

    def is_waiting(self) -> bool:
        """Whether somebody here has asked by a letter, and waits for a yes."""
        return self.vault.is_open and not self.is_read_only and KeptAsking(self.vault).now() is not None

    def arriving(self) -> "Arriving":
        """Being let into a planner of others, and saying there who one is."""
        return self.together.arriving(self)

    def notebook(self, planner: PlannerId, kind: NotebookKind) -> Notebook:
        """The notes of one circle beside this planner."""
        desk = next(one for one in self.desks() if one.planner_id == planner)

        def readers() -> frozenset[str] | None:
            is_shared = any(one.planner_id == planner and one.kind == kind for one in self._shared())
            if not is_shared:
                return frozenset({self.vault.device_hex})
            return self.together.readers(planner, kind)

        return Notebook(self.vault, desk, kind, readers)

    def has_strangers(self, planner: PlannerId, kind: NotebookKind) -> bool:
        """Whether somebody reads those notes who is in the planner no more."""
        return bool(self._shared()) and self.together.has_strangers(planner, kind)

    async def shut_out(self, planner: PlannerId, kind: NotebookKind) -> None:
        """Nobody reads those notes any more who is not in the planner."""
        await self.together.shut_out(planner, kind)

    # -- keeping -----------------------------------------------------------------------------------
    def keeping_card(self) -> "KeepingCard":
        """The recovery cards of planners."""
        return self.together.card

    def erasing(self) -> "Erasing":
        """Erasing a planner everywhere."""
        return self.together.erasing

    def handing_over(self) -> "HandingOver":
        """Handing pupils over to a colleague."""
        return self.together.handing_over

    def arriving_by_card(self) -> "ArrivingByCard":
        """Coming back into a planner by the card on paper."""
        return self.together.arriving_by_card(self)

    async def _arrive(self) -> None:
        """An adult who is known here is named in every planner that came without them saying so."""
        for desk in self.desks():
            me = self._adult(desk.role)
            if desk.planner.me is None and me is not None and not self.is_read_only:
                await desk.arrive(me.name, me.picture)

    def _adult(self, role: Role) -> AdultAnswers | None:
        if role is Role.PUPIL:
            return None
        return me_among(self.desks(), role)

    def _kept_desk(self, journal: Journal) -> AnyDesk | None:
        """The desk of before, unless this device has got new keys since."""
        desk = self._desk_by_journal.get(journal)
        return desk if desk and desk.device_hex == self.vault.device_hex else None

    def _new_desk(self, journal: Journal) -> AnyDesk:
        crypto = self._device.crypto
        desk = desk_for(journal, self.vault.device_hex, crypto.random, self._device.now_ms)
        desk.know_readers(lambda: self._together.sharing.readers(journal) if self._together else None)
        return desk
