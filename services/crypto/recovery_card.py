"""The recovery card: what a person prints and puts away, and what it opens.

    26 characters of Crockford's base32, the number they write in 17 bytes (130 bits, big-endian, the top
    six bits zero), and a 27th that checks them: that number modulo 37, one of 0-9 A-Z without I L O U,
    then * ~ $ = U. Printed in groups of four with dashes.

    sign seed = HKDF-SHA-256(ikm = the 17 bytes, salt = none, info = "fb1 card sign", 32)
    kem seed  = the same with info = "fb1 card kem"
    KEK of a key file's slot: see key_slot

Read kindly: lower case, spaces, dashes, O for 0, I and L for 1. The check finds every single wrong
character and every swap of two neighbours. Source: Crockford, "Base 32", 2002.
"""

import re
from dataclasses import dataclass
from typing import Final

from services.crypto.curve_points import is_portable_seed
from services.crypto.device_keys import DeviceKeys, device_keys_from_seeds
from services.crypto.hkdf import hkdf
from services.crypto.port import KEY_BYTES, Crypto
from services.planner.errors import InputRejected

CARD_BYTES: Final = 17
CARD_BITS: Final = 130
CARD_CHARACTERS: Final = 26
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS: Final = _ALPHABET + "*~$=U"
_MEANT: Final = str.maketrans("OIL", "011")
_GROUP: Final = 4
_NOT_READ: Final = re.compile(r"[\s\-‐-―−]+")


@dataclass(frozen=True)
class RecoveryCard:
    """A card's number. Shape: 17 bytes. Privacy: opens the key file by itself; never stored."""

    value: bytes

    def __post_init__(self) -> None:
        assert len(self.value) == CARD_BYTES
        assert int.from_bytes(self.value, "big") >> CARD_BITS == 0

    def __repr__(self) -> str:
        return "RecoveryCard(…)"

    def printed(self) -> str:
        """The 27 characters as they stand on the paper."""
        number = int.from_bytes(self.value, "big")
        letters = [_ALPHABET[number >> 5 * place & 31] for place in reversed(range(CARD_CHARACTERS))]
        text = "".join(letters) + _CHECKS[number % len(_CHECKS)]
        return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))

    async def keys(self, crypto: Crypto) -> DeviceKeys:
        """The pairs that stand in a roster for the card."""
        return await device_keys_from_seeds(crypto, self.sign_seed(), self.kem_seed())

    def sign_seed(self) -> bytes:
        """The Ed25519 seed. Shape: 32 bytes."""
        return hkdf(self.value, b"", b"fb1 card sign", KEY_BYTES)

    def kem_seed(self) -> bytes:
        """The X25519 seed. Shape: 32 bytes."""
        return hkdf(self.value, b"", b"fb1 card kem", KEY_BYTES)


def new_card(crypto: Crypto) -> RecoveryCard:
    """A fresh card whose seeds every engine can load."""
    while True:
        number = int.from_bytes(crypto.random(CARD_BYTES), "big") & ((1 << CARD_BITS) - 1)
        card = RecoveryCard(number.to_bytes(CARD_BYTES, "big"))
        if is_portable_seed(card.sign_seed()):
            return card


def read_card(typed: str) -> RecoveryCard:
    """The card that somebody typed in. Errors: InputRejected when a character is wrong or lacking."""
    text = _NOT_READ.sub("", typed).upper().translate(_MEANT)
    letters, check = text[:CARD_CHARACTERS], text[CARD_CHARACTERS:]
    if len(text) != CARD_CHARACTERS + 1 or not set(letters) <= set(_ALPHABET):
        raise InputRejected("card")
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    if _CHECKS[number % len(_CHECKS)] != check:
        raise InputRejected("card", "check character")
    return RecoveryCard(number.to_bytes(CARD_BYTES, "big"))
