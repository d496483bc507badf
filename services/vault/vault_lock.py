"""What opens the key file: this device alone, with a PIN, pictures or passphrase, or the recovery card.

A try is counted before its result is known, so that pulling the plug wins nothing.
"""

from collections.abc import Callable

from services.crypto import key_file
from services.crypto.key_file import KeyFileHeader, OpenKeyFile
from services.crypto.port import KEY_BYTES, Crypto
from services.crypto.recovery_card import RecoveryCard, new_card
from services.crypto.secret_text import Asks, check_new, normalised
from services.crypto.stretch import NO_STRETCH, usual_stretch
from services.planner.errors import InputRejected, KeyMissing, WrongPin
from services.vault.key_ring import KeyRing, Keys
from services.vault.ports import Keystore, Store
from services.vault.try_counter import TryCounter
from services.vault.vault_state import Locked, LockKind


class VaultLock:
    """The ways into the key file of one device."""

    def __init__(self, store: Store, keystore: Keystore, crypto: Crypto, now_ms: Callable[[], int]) -> None:
        self._keystore = keystore
        self._crypto = crypto
        self._key_ring = KeyRing(store, crypto)
        self._tries = TryCounter(store, keystore, now_ms)

    async def look(self) -> Locked | None:
        """What it asks for; None without a key file. Errors: VaultDamaged, VaultFromNewerVersion."""
        raw = await self._key_ring.read()
        if raw is None:
            return None
        header = key_file.read_header(raw)
        kind = LockKind.of(header.asks or Asks.NOTHING)
        wait_ms = 0 if kind is LockKind.NONE else await self._tries.wait_ms()
        return Locked(kind, wait_ms, header.has_card)

    async def open_(self, secret: str | None) -> OpenKeyFile:
        """Opens with what is asked for. Errors: as `Vault.open_`."""
        raw = await self._raw()
        kind = LockKind.of(key_file.read_header(raw).asks or Asks.NOTHING)
        if kind is LockKind.NONE:
            return await key_file.open_with_device(self._crypto, raw, self._keystore.device_secret)
        text = _entered(secret)
        wait_ms = await self._tries.begin_try()
        try:
            opened = await key_file.open_with_device(self._crypto, raw, self._keystore.device_secret, text)
        except WrongPin:
            raise WrongPin(wait_ms) from None
        await self._tries.clear()
        return opened

    async def open_with_card(self, card: RecoveryCard) -> OpenKeyFile:
        """Opens with the card. Errors: WrongPin; KeyMissing without such a slot."""
        return await key_file.open_with_card(self._crypto, await self._raw(), card)

    async def make(
        self, keys: Keys, kind: LockKind, secret: str | None, with_card: bool, is_adult: bool
    ) -> tuple[OpenKeyFile, RecoveryCard | None]:
        """The first key file of a device, saved. Errors: InputRejected, StorageFull, StorageUnavailable."""
        empty = OpenKeyFile(KeyFileHeader(0, ()), self._crypto.random(KEY_BYTES), keys.to_body())
        return await self.change(empty, kind, secret, with_card, is_adult)

    async def change(
        self, opened: OpenKeyFile, kind: LockKind, secret: str | None, with_card: bool, is_adult: bool
    ) -> tuple[OpenKeyFile, RecoveryCard | None]:
        """The key file under another lock, saved in both generations. Errors: as `make`."""
        text = "" if kind is LockKind.NONE else _entered(secret)
        if kind is not LockKind.NONE:
            check_new(kind.asks, text, has_device_secret=True)
        await self._keystore.make()
        stretch = NO_STRETCH if kind is LockKind.NONE else usual_stretch(self._crypto, is_adult=is_adult)
        changed = await key_file.with_lock(
            self._crypto, opened, self._keystore.device_secret, kind.asks, text, stretch
        )
        card = new_card(self._crypto) if with_card else None
        if card:
            changed = await key_file.with_card(self._crypto, changed, card)
        await self._tries.start()
        return await self._key_ring.save(changed), card

    async def save(self, opened: OpenKeyFile) -> OpenKeyFile:
        """The key file with another body, in both generations. Errors: StorageFull, StorageUnavailable."""
        return await self._key_ring.save(opened)

    async def destroy(self) -> None:
        """Deletes the key file, then the device's secret: whatever is left opens for nobody."""
        await self._key_ring.delete()
        await self._keystore.forget()

    async def _raw(self) -> bytes:
        raw = await self._key_ring.read()
        if raw is None:
            raise KeyMissing("no key file")
        return raw


def _entered(secret: str | None) -> str:
    """What was entered, if it is text at all. Errors: InputRejected("pin")."""
    if not secret:
        raise InputRejected("pin")
    normalised(secret)
    return secret
