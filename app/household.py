"""Everything that lives in one window: the vault, its desk, the settings. It knows no screen."""

from app.devices.here import Device
from services.desk.answers import NewLock, PupilAnswers
from services.desk.bringing_back import bring_back_anew
from services.desk.pupil import PupilDesk
from services.desk.setting_up import set_up_pupil
from services.vault import settings
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.journal import Journal
from services.vault.settings import DeviceSettings
from services.vault.vault import Vault
from services.vault.vault_state import VaultState
from views.strings.languages import language_for, sentences_in


class Household:
    """The one holder of the vault. `device` is where we are."""

    def __init__(self, device: Device) -> None:
        self._device = device
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

    # -- the planner -------------------------------------------------------------------------------
    async def look(self) -> VaultState:
        """What is here. Errors: CryptoUnavailable where sealing cannot work at all."""
        await self._device.crypto.check()
        return await self.vault.look()

    async def open_desk(self) -> PupilDesk | None:
        """The pupil's desk; opens a vault that asks for nothing. None when no planner was begun."""
        await self.vault.open_(None)
        for journal in self.vault.journals():
            desk = self._desk(journal)
            if desk.planner.me is not None:
                return desk
        return None

    async def begin(self, answers: PupilAnswers, lock: NewLock) -> str | None:
        """Makes the vault, its planner and the first routines, all or nothing. Gives the card as printed."""
        kept = await self.load_settings()
        try:
            _, card = await set_up_pupil(
                self.vault, answers, lock, random=self._device.crypto.random, now_ms=self._device.now_ms
            )
        finally:
            await self.save_settings(kept)
        self._device.page_around.keep_for_good()
        return None if card is None else card.printed()

    async def bring_back(self, backup: Backup, lock: NewLock | None) -> str | None:
        """Puts a backup here; `lock` only where no planner lives yet. Gives the card as printed."""
        if lock is None:
            await self.copies.bring_back(backup)
            return None
        kept = await self.load_settings()
        try:
            card = await bring_back_anew(self.vault, self.copies, backup, lock)
        finally:
            await self.save_settings(kept)
        self._device.page_around.keep_for_good()
        return None if card is None else card.printed()

    async def made_up(self, language: str) -> PupilDesk:
        """A made-up pupil, in memory only."""
        # Four weeks of a life are read when somebody looks around, not at every start.
        from services.desk.made_up import made_up_pupil

        words = sentences_in(language_for(language)).made_up
        device = self._device
        return await made_up_pupil(device.crypto, device.crypto.random, device.now_ms, device.zone, words)

    async def erase(self) -> None:
        """Deletes everything on this device."""
        await self.vault.erase()

    async def let_go(self) -> None:
        """Closes the vault, so that it can be opened anew, perhaps as the one who writes."""
        await self.vault.close()

    def lock(self) -> None:
        """Drops the keys."""
        self.vault.lock()

    def _desk(self, journal: Journal) -> PupilDesk:
        return PupilDesk(
            journal, journal.role, self.vault.device_hex, self._device.crypto.random, self._device.now_ms
        )
