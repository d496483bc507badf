"""The two key pairs that make a device a member of anything.

    id = SHA-256("fb1 dev" ‖ sign public ‖ kem public)[:16]

The id certifies the keys: nobody can offer other keys under it. Seeds are made on the device and leave
it only sealed, inside its own key file.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.canonical import Json, from_base64url, to_base64url
from services.crypto.hkdf import sha256
from services.crypto.port import KEY_BYTES, Crypto, KeyPair
from services.planner.errors import InputRejected

DEVICE_ID_BYTES: Final = 16


@dataclass(frozen=True)
class DeviceKeys:
    """Ed25519 for signing, X25519 for being sealed to. Privacy: holds both seeds."""

    sign: KeyPair
    kem: KeyPair

    @property
    def id(self) -> bytes:
        """The device's id. Shape: 16 bytes."""
        return device_id(self.sign.public, self.kem.public)

    def to_wire(self) -> dict[str, Json]:
        """What stands under "device" in the body of a key file."""
        return {"sign": to_base64url(self.sign.seed), "kem": to_base64url(self.kem.seed)}


def device_id(sign_public: bytes, kem_public: bytes) -> bytes:
    """The id that two public keys give. Shape: 16 bytes."""
    assert len(sign_public) == len(kem_public) == KEY_BYTES
    return sha256(b"fb1 dev", sign_public, kem_public)[:DEVICE_ID_BYTES]


async def new_device_keys(crypto: Crypto) -> DeviceKeys:
    """Fresh keys for this device."""
    return DeviceKeys(await crypto.ed25519_generate(), await crypto.x25519_generate())


async def device_keys_from_seeds(crypto: Crypto, sign_seed: bytes, kem_seed: bytes) -> DeviceKeys:
    """The keys of two seeds."""
    sign = KeyPair(sign_seed, await crypto.ed25519_public(sign_seed))
    return DeviceKeys(sign, KeyPair(kem_seed, await crypto.x25519_public(kem_seed)))


async def device_keys_from_wire(crypto: Crypto, wire: Json) -> DeviceKeys:
    """The keys of `to_wire`. Errors: InputRejected."""
    match wire:
        case {"sign": str(sign), "kem": str(kem), **rest} if not rest:
            return await device_keys_from_seeds(
                crypto, from_base64url(sign, KEY_BYTES), from_base64url(kem, KEY_BYTES)
            )
        case _:
            raise InputRejected("device_keys")
