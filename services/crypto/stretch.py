"""Makes guessing a short secret slow, and says how slow it must be.

    | KDF | name                | cost                               | memory               | lanes |
    |-----|---------------------|------------------------------------|----------------------|-------|
    | 0   | none                | 0                                  | 0                    | 0     |
    | 1   | PBKDF2-HMAC-SHA-256 | 600,000 to 10,000,000 rounds       | 0                    | 0     |
    | 2   | Argon2id, native    | 2 to 10 passes                     | 19,456 to 262,144 KiB| 1     |

    cost u32 ‖ memory in KiB u32 ‖ lanes u8, big-endian, after the KDF's own byte and the flags (key_slot)

Outside these limits nothing is stretched: too little would be a trap, too much would hang a phone.
Without a device secret beside it PBKDF2 needs 1,000,000 rounds. Everything that travels uses PBKDF2, so
that every platform opens it; a key file stays on its device, so an adult's may use Argon2id there.
Source: OWASP Password Storage Cheat Sheet, floors of 600,000 rounds and of 19 MiB with 2 passes.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from services.crypto.port import KEY_BYTES, Crypto
from services.planner.errors import HeaderUnknown

ROUNDS_WITHOUT_DEVICE_SECRET: Final = 1_000_000
_ROUNDS: Final = range(600_000, 10_000_001)
_PASSES: Final = range(2, 11)
_MEMORY_KIB: Final = range(19 * 1024, 256 * 1024 + 1)


class Kdf(IntEnum):
    """The stretching function, as its byte in the file."""

    NONE = 0
    PBKDF2 = 1
    ARGON2ID = 2


@dataclass(frozen=True)
class Stretch:
    """How a secret is stretched. Units: `cost` rounds or passes, `memory_kib` KiB."""

    kdf: Kdf
    cost: int = 0
    memory_kib: int = 0
    lanes: int = 0

    def check(self, *, has_device_secret: bool = True) -> None:
        """Returns only if the parameters are within the limits. Errors: HeaderUnknown."""
        match self.kdf:
            case Kdf.NONE:
                is_allowed = (self.cost, self.memory_kib, self.lanes) == (0, 0, 0)
            case Kdf.PBKDF2:
                enough = has_device_secret or self.cost >= ROUNDS_WITHOUT_DEVICE_SECRET
                is_allowed = enough and self.cost in _ROUNDS and (self.memory_kib, self.lanes) == (0, 0)
            case Kdf.ARGON2ID:
                is_allowed = self.cost in _PASSES and self.memory_kib in _MEMORY_KIB and self.lanes == 1
        if not is_allowed:
            raise HeaderUnknown("stretching outside its limits")

    async def derive(self, crypto: Crypto, secret: bytes, salt: bytes) -> bytes:
        """The stretched secret. Shape: 32 bytes, zeros without a KDF. Errors: CryptoUnavailable."""
        match self.kdf:
            case Kdf.NONE:
                return bytes(KEY_BYTES)
            case Kdf.PBKDF2:
                return await crypto.pbkdf2(secret, salt, self.cost)
            case Kdf.ARGON2ID:
                return await crypto.argon2id(
                    secret, salt, passes=self.cost, memory_kib=self.memory_kib, lanes=self.lanes
                )


NO_STRETCH: Final = Stretch(Kdf.NONE)
EVERYWHERE: Final = Stretch(Kdf.PBKDF2, 600_000)
TRAVELLING: Final = Stretch(Kdf.PBKDF2, ROUNDS_WITHOUT_DEVICE_SECRET)
NATIVE_ADULT: Final = Stretch(Kdf.ARGON2ID, 3, 64 * 1024, 1)


def usual_stretch(crypto: Crypto, *, is_adult: bool, has_device_secret: bool = True) -> Stretch:
    """What a new secret on this device gets."""
    if is_adult and crypto.has_argon2id:
        return NATIVE_ADULT
    return EVERYWHERE if has_device_secret else TRAVELLING
