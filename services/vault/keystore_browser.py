"""A `Keystore` of a browser: an HMAC key that no script can read, in a database of its own.

    device secret for a salt = HMAC-SHA-256(the key, salt)

Privacy: the key cannot be exported, only used, and only by pages of this origin. It stops whoever copies
the vault's bytes; it does not stop somebody skilled who has the whole browser profile. The screens say so.
"""

from typing import Any, Final

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import JsException, to_js  # type: ignore[import-not-found]  # exists in a browser only

from services.planner.errors import CryptoUnavailable
from services.vault.indexed_db_browser import Database

NAME: Final = "firstbell-key"
_KEY: Final = "device"
_ATTEMPTS: Final = "attempts"


class BrowserKeystore:
    """The non-extractable key of this origin."""

    def __init__(self, name: str = NAME) -> None:
        self._database = Database(name)

    async def device_secret(self, salt: bytes) -> bytes | None:
        """The HMAC of the salt, or None without a key. Errors: CryptoUnavailable, StorageUnavailable."""
        key = await self._database.get(_KEY)
        if key is None:
            return None
        try:
            return bytes((await js.crypto.subtle.sign("HMAC", key, to_js(salt))).to_bytes())
        except JsException as problem:
            raise CryptoUnavailable("hmac") from problem

    async def make(self) -> None:
        """Makes the key if there is none. Errors: CryptoUnavailable, StorageFull, StorageUnavailable."""
        if await self._database.get(_KEY) is not None:
            return
        how = to_js({"name": "HMAC", "hash": "SHA-256"}, dict_converter=js.Object.fromEntries)
        try:
            key: Any = await js.crypto.subtle.generateKey(how, False, to_js(["sign"]))
        except JsException as problem:
            raise CryptoUnavailable("hmac") from problem
        await self._database.keep_first(_KEY, key)

    async def forget(self) -> None:
        """Deletes the database, and the key with it."""
        await self._database.destroy()

    async def read_attempts(self) -> bytes | None:
        """The attempts, or None."""
        found = await self._database.get(_ATTEMPTS)
        return None if found is None else bytes(found.to_bytes())

    async def write_attempts(self, record: bytes) -> None:
        """Keeps the attempts."""
        await self._database.put(_ATTEMPTS, to_js(record))
