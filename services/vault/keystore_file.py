"""A `Keystore` in a folder of its own, for desktops and tests; a phone has a real one.

Privacy: this stops whoever copies the vault's folder alone, not whoever copies both; see
docs/threat-model.md.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from services.planner.errors import VaultDamaged
from services.vault.disk import Disk
from services.vault.store_disk import DiskStore

_SECRET_NAME = "secret"  # noqa: S105, the name of a file
_ATTEMPTS_NAME = "attempts"
_SECRET_BYTES = 32
_TURN_S = 0.01


class FileKeystore:
    """32 random bytes in a file that only its owner may read. `random` gives fresh bytes."""

    def __init__(self, folder: Path, random: Callable[[int], bytes], disk: Disk | None = None) -> None:
        self._store = DiskStore(folder, disk)
        self._random = random

    async def device_secret(self, salt: bytes) -> bytes | None:
        """The secret itself, whatever the salt. Errors: VaultDamaged when the file has another length."""
        secret = await self._store.read(_SECRET_NAME)
        if secret is not None and len(secret) != _SECRET_BYTES:
            raise VaultDamaged("device secret")
        return secret

    async def make(self) -> None:
        """Makes the secret if there is none; of two processes that begin at once, one makes it."""
        if await self._store.read(_SECRET_NAME) is not None:
            return
        while not await self._store.claim():  # noqa: ASYNC110  # another process has no event to wait for
            await asyncio.sleep(_TURN_S)
        try:
            if await self._store.read(_SECRET_NAME) is None:
                await self._store.write(_SECRET_NAME, self._random(_SECRET_BYTES))
        finally:
            await self._store.release()

    async def forget(self) -> None:
        """Removes the folder."""
        await self._store.erase()

    async def read_attempts(self) -> bytes | None:
        """The attempts, or None."""
        return await self._store.read(_ATTEMPTS_NAME)

    async def write_attempts(self, record: bytes) -> None:
        """Keeps the attempts."""
        await self._store.write(_ATTEMPTS_NAME, record)
