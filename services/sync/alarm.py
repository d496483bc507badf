"""What a device counts while it reads a log, for adults to see: proof of misconduct, and the odd."""

from enum import StrEnum
from typing import Final


class Alarm(StrEnum):
    """Proof that somebody does what no honest device or endpoint does; shown to adults, as a count."""

    FORK = "fork"
    WITHHELD = "withheld"
    TAMPERED = "tampered"
    KEYS = "keys"
    GAP = "gap"
    BEGINNING = "beginning"
    SNAPSHOT = "snapshot"
    REMOVAL = "removal"
    ERASURE = "erasure"
    PROMISE = "promise"


class Odd(StrEnum):
    """Why an entry was set aside. `newer` and `content` may be readable by a later app."""

    FORM = "form"
    NEWER = "newer"
    SIGNER = "signer"
    SIGNATURE = "signature"
    PLACE = "place"
    KEY = "key"
    CONTENT = "content"


LIES: Final = frozenset({Odd.FORM, Odd.SIGNER, Odd.SIGNATURE, Odd.PLACE})
"""An honest endpoint would have refused these."""
