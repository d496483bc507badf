"""Counts wrong tries in two places, the keystore and the folder of the key file; the larger count wins."""

import logging
from collections.abc import Callable
from typing import Final

from services.crypto.hkdf import hkdf
from services.planner.errors import KeyMissing, PinMustWait, StorageFull, StorageUnavailable
from services.vault.attempts import LONGEST_FROM, NO_ATTEMPTS, Attempts, attempts_from_bytes
from services.vault.ports import Keystore, Store

ATTEMPTS_NAME: Final = "attempts"
_SALT: Final = b"fb1 attempts\0\0\0\0"
_log = logging.getLogger(__name__)


class TryCounter:
    """Says whether a try may be made, and notes it before it is."""

    def __init__(self, store: Store, keystore: Keystore, now_ms: Callable[[], int]) -> None:
        self._store = store
        self._keystore = keystore
        self._now_ms = now_ms

    async def wait_ms(self) -> int:
        """How long until a try may be made. Changes nothing. Errors: StorageUnavailable."""
        key = await self._key()
        attempts, is_sound = await self._read(key) if key else (NO_ATTEMPTS, True)
        now_ms = self._now_ms()
        return attempts.wait_ms(now_ms) if is_sound else Attempts(attempts.count, now_ms).wait_ms(now_ms)

    async def begin_try(self) -> int:
        """Counts a try that is about to be made, durably. Gives the wait if it turns out wrong.

        Errors: PinMustWait, and nothing was counted; KeyMissing; StorageFull, StorageUnavailable.
        """
        key = await self._key()
        if key is None:
            raise KeyMissing("no device secret")
        now_ms = self._now_ms()
        attempts, is_sound = await self._read(key)
        if not is_sound or now_ms < attempts.at_ms:
            attempts = Attempts(attempts.count, now_ms)
            await self._write(attempts, key)
        if wait_ms := attempts.wait_ms(now_ms):
            raise PinMustWait(wait_ms)
        counted = attempts.one_more(now_ms)
        await self._write(counted, key)
        return counted.wait_ms(now_ms)

    async def clear(self) -> None:
        """After a right one. A disk without room leaves a count behind; it does not keep anybody out."""
        key = await self._key()
        if key is None:
            return
        try:
            await self._write(NO_ATTEMPTS, key)
        except (StorageFull, StorageUnavailable) as problem:
            _log.warning("attempts not cleared code=%s", problem.code)

    async def start(self) -> None:
        """Makes both records, so that a missing one means something from now on."""
        key = await self._key()
        assert key is not None
        await self._write(NO_ATTEMPTS, key)

    async def _key(self) -> bytes | None:
        secret = await self._keystore.device_secret(_SALT)
        return secret and hkdf(secret, _SALT, b"fb1 attempts", 32)

    async def _read(self, key: bytes) -> tuple[Attempts, bool]:
        kept = (await self._keystore.read_attempts(), await self._store.read(ATTEMPTS_NAME))
        found = [attempts_from_bytes(record, key) for record in kept]
        sound = [attempts for attempts in found if attempts is not None]
        if len(sound) == len(found):
            return max(sound), True
        return max([*sound, Attempts(LONGEST_FROM, 0)]), False

    async def _write(self, attempts: Attempts, key: bytes) -> None:
        record = attempts.to_bytes(key)
        await self._keystore.write_attempts(record)
        await self._store.write(ATTEMPTS_NAME, record)
