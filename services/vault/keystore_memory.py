"""A `Keystore` that keeps nothing: for a made-up pupil and for tests."""

import hashlib
import hmac
from collections.abc import Callable


class MemoryKeystore:
    """A secret in a variable. `random` gives fresh bytes."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random
        self._secret: bytes | None = None
        self.attempts: bytes | None = None

    async def device_secret(self, salt: bytes) -> bytes | None:
        """HMAC of the salt, as the browser's keystore does it."""
        return hmac.digest(self._secret, salt, hashlib.sha256) if self._secret else None

    async def make(self) -> None:
        """Makes the secret if there is none."""
        self._secret = self._secret or self._random(32)

    async def forget(self) -> None:
        """Forgets the secret and the attempts."""
        self._secret = self.attempts = None

    async def read_attempts(self) -> bytes | None:
        """The attempts, or None."""
        return self.attempts

    async def write_attempts(self, record: bytes) -> None:
        """Keeps the attempts."""
        self.attempts = record
