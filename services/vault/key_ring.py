"""The key file of a vault in its two generations, and what stands in its body.

{"vault_key": base64url(32), "device": {"sign", "kem"}, "circles": {}}

and beside these what `kept_circles`, `kept_asking` and `former` say there.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto import key_file
from services.crypto.canonical import Json, from_base64url, to_base64url
from services.crypto.device_keys import DeviceKeys, device_keys_from_wire, new_device_keys
from services.crypto.key_file import KeyFileHeader, OpenKeyFile
from services.crypto.port import KEY_BYTES, Crypto
from services.planner.errors import InputRejected, VaultDamaged
from services.vault.ports import Store
from services.vault.slots import Slots

KEYS_STEM: Final = "keys"


@dataclass(frozen=True, slots=True)
class Keys:
    """What an opened key file gives. Privacy: the keys to everything."""

    vault_key: bytes
    device: DeviceKeys

    def __repr__(self) -> str:
        return "Keys(…)"

    def to_body(self) -> dict[str, Json]:
        """The body of a key file."""
        return {"vault_key": to_base64url(self.vault_key), "device": self.device.to_wire(), "circles": {}}


class KeyFormat:
    """How `Slots` learns the generation of a key file."""

    def generation(self, content: bytes) -> int:
        """The generation. Errors: VaultFromNewerVersion, HeaderUnknown."""
        return key_file.read_header(content).generation


class KeyRing:
    """`keys.a` and `keys.b`: which ways of opening there are, and saving after a change of them."""

    def __init__(self, store: Store, crypto: Crypto) -> None:
        self._slots = Slots(store, KEYS_STEM, KeyFormat())
        self._crypto = crypto

    async def read(self) -> bytes | None:
        """The key file to use, or None. Errors: VaultDamaged, VaultFromNewerVersion."""
        found = await self._slots.read()
        return found.content if found else None

    async def save(self, opened: OpenKeyFile) -> OpenKeyFile:
        """Writes both generations, so that no earlier PIN or card opens what is on the disk."""
        generation = opened.header.generation + 1
        first = await key_file.seal_key_file(self._crypto, opened, generation)
        second = await key_file.seal_key_file(self._crypto, opened, generation + 1)
        await self._slots.write_both(generation, (first, second))
        header = KeyFileHeader(generation + 1, opened.header.slots)
        return OpenKeyFile(header, opened.file_key, opened.body)

    async def delete(self) -> None:
        """Removes both generations; nothing in the vault opens again."""
        await self._slots.delete()


async def new_keys(crypto: Crypto) -> Keys:
    """Fresh keys for a device that is being set up."""
    return Keys(crypto.random(KEY_BYTES), await new_device_keys(crypto))


async def keys_of(crypto: Crypto, opened: OpenKeyFile) -> Keys:
    """The keys in an opened key file. Errors: VaultDamaged."""
    try:
        match opened.body:
            case {"vault_key": str(vault_key), "device": device}:
                device_keys = await device_keys_from_wire(crypto, device)
                return Keys(from_base64url(vault_key, KEY_BYTES), device_keys)
            case _:
                raise VaultDamaged("key file body")
    except InputRejected as problem:
        raise VaultDamaged("key file body") from problem
