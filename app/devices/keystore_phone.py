"""The key store of a phone: Android's Keystore or the iOS Keychain, through flet-secure-storage.

Imported on a phone only: the package has parts in Dart that a browser and a desk lack.
"""

import base64
from collections.abc import Callable

from flet_secure_storage import AndroidOptions, IOSOptions, KeychainAccessibility, SecureStorage

from services.planner.errors import StorageUnavailable, VaultDamaged

_SECRET = "firstbell.device"  # noqa: S105  # the name of an entry
_ATTEMPTS = "firstbell.attempts"
_SECRET_BYTES = 32


class PhoneKeystore:
    """32 random bytes that stay on this phone. `random` gives fresh bytes."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        # An error of the key store must never throw the secret away: without it nothing opens again.
        # Readable after the first unlock, so that a tick can be kept while the screen is off; not synced.
        self._storage = SecureStorage(
            android_options=AndroidOptions(reset_on_error=False),
            ios_options=IOSOptions(
                accessibility=KeychainAccessibility.FIRST_UNLOCK_THIS_DEVICE, synchronizable=False
            ),
        )
        self._random = random

    async def _get(self, name: str) -> bytes | None:
        try:
            kept = await self._storage.get(name)
        except Exception as error:  # the package raises bare errors of the platform
            raise StorageUnavailable("key store read") from error
        return None if kept is None else base64.b64decode(kept)

    async def _set(self, name: str, content: bytes) -> None:
        try:
            await self._storage.set(name, base64.b64encode(content).decode("ascii"))
        except Exception as error:  # the package raises bare errors of the platform
            raise StorageUnavailable("key store write") from error

    async def device_secret(self, salt: bytes) -> bytes | None:
        """The secret itself, whatever the salt. Errors: VaultDamaged when it has another length."""
        secret = await self._get(_SECRET)
        if secret is not None and len(secret) != _SECRET_BYTES:
            raise VaultDamaged("device secret")
        return secret

    async def make(self) -> None:
        """Makes the secret if there is none."""
        if await self._get(_SECRET) is None:
            await self._set(_SECRET, self._random(_SECRET_BYTES))

    async def forget(self) -> None:
        """Removes the secret and the attempts."""
        try:
            await self._storage.remove(_SECRET)
            await self._storage.remove(_ATTEMPTS)
        except Exception as error:  # the package raises bare errors of the platform
            raise StorageUnavailable("key store remove") from error

    async def read_attempts(self) -> bytes | None:
        """The attempts, or None."""
        return await self._get(_ATTEMPTS)

    async def write_attempts(self, record: bytes) -> None:
        """Keeps the attempts."""
        await self._set(_ATTEMPTS, record)
