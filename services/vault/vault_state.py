"""What a vault is, as somebody finds it: one of six."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from services.crypto.secret_text import Asks

NEVER_MS = 2**53 - 1
"""Units: the wait that has no end; only the recovery card opens what waits so long."""


class LockKind(StrEnum):
    """What opens the vault on this device."""

    NONE = "none"
    PIN = "pin"
    PICTURE_PIN = "picture_pin"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a mode, no secret

    @property
    def asks(self) -> Asks:
        """The same in the words of the key file."""
        return _ASKS_BY_KIND[self]

    @classmethod
    def of(cls, asks: Asks) -> "LockKind":
        """From the words of the key file."""
        return next(kind for kind, other in _ASKS_BY_KIND.items() if other is asks)


_ASKS_BY_KIND = {
    LockKind.NONE: Asks.NOTHING,
    LockKind.PIN: Asks.DIGITS,
    LockKind.PICTURE_PIN: Asks.PICTURES,
    LockKind.PASSPHRASE: Asks.PASSPHRASE,
}


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody has set anything up here."""


@dataclass(frozen=True, slots=True)
class Locked:
    """There is a vault and no key in memory. Units: `wait_ms` until the next try; `NEVER_MS`: card only."""

    kind: LockKind
    wait_ms: int
    has_card: bool

    @property
    def is_card_only(self) -> bool:
        """Whether too many tries have been wrong for any further one."""
        return self.wait_ms >= NEVER_MS


@dataclass(frozen=True, slots=True)
class Damaged:
    """Bytes are not what was written: those of the key file, or those of every planner."""

    part: Literal["keys", "planner"]


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer Firstbell wrote this; it is left alone."""


@dataclass(frozen=True, slots=True)
class Open:
    """The keys are in memory. `is_read_only`: another tab or process writes."""

    is_read_only: bool


VaultState: TypeAlias = Absent | Locked | Damaged | Newer | Open
