"""What the vault asks of the place it lives in: somewhere to keep files, and somewhere to keep a secret.

`Store` keeps named bytes, `Keystore` keeps what must not lie beside them. Both are awaited on every
platform, because a browser only ever answers with promises.

    Store      store_disk.DiskStore   store_browser.IndexedDbStore   store_memory.MemoryStore
    Keystore   keystore_file.FileKeystore   keystore_browser.BrowserKeystore   keystore_memory.MemoryKeystore

Every Store passes tests/vault/test_store_contract.py, every Keystore test_keystore_contract.py.
"""

import re
from typing import Final, Protocol

STORE_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.]{0,79}")


class Store(Protocol):
    """Named bytes that survive a power cut.

    Shape: names match `STORE_NAME`. Errors: StorageFull, StorageUnavailable, from every method; the
    content that was there before is whole.
    """

    async def read(self, name: str) -> bytes | None:
        """The content, or None when there is no such name."""

    async def write(self, name: str, content: bytes) -> None:
        """Replaces the content as a whole; it is durable when this returns."""

    async def delete(self, name: str) -> None:
        """Forgets a name, durably; a name that is not there is no error."""

    async def names(self) -> list[str]:
        """Every name that has content, sorted."""

    async def claim(self) -> bool:
        """Becomes the one writer. False while another tab or process is; True again for the holder."""

    async def release(self) -> None:
        """Lets another become the writer."""

    async def erase(self) -> None:
        """Forgets everything, and then the folder or database itself. The store can be used again after."""


class Keystore(Protocol):
    """A secret that stays on this device, and the count of wrong tries beside it.

    Errors: StorageFull, StorageUnavailable.
    """

    async def device_secret(self, salt: bytes) -> bytes | None:
        """32 bytes that only this device can make for this salt, or None when there is no secret."""

    async def make(self) -> None:
        """Makes the secret if there is none. A secret that is there stays."""

    async def forget(self) -> None:
        """Destroys the secret and the attempts; nothing sealed under it opens again."""

    async def read_attempts(self) -> bytes | None:
        """What `write_attempts` was given last, or None."""

    async def write_attempts(self, record: bytes) -> None:
        """Keeps the count of wrong tries; durable when this returns."""


def is_store_name(name: str) -> bool:
    """Whether a Store may use this as a name."""
    return STORE_NAME.fullmatch(name) is not None
