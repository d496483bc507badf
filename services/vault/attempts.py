"""How long a hand must wait after wrong PINs: five free tries, then longer and longer, never a wipe.

    | wrong so far | wait                    |        | offset | size | field                          |
    |--------------|-------------------------|        |--------|------|--------------------------------|
    | 0 to 4       | none                    |        | 0      | 4    | `FBA1`                         |
    | 5            | 30 s                    |        | 4      | 4    | wrong tries since the last right |
    | 6            | 1 min                   |        | 8      | 8    | when the last one was, ms      |
    | 7            | 5 min                   |        | 16     | 32   | HMAC-SHA-256 of all before     |
    | 8            | 15 min                  |
    | 9 and more   | 1 h                     |
    | 50 and more  | for ever; the card opens |

The key of the HMAC comes from the device secret. A record that is missing or does not verify counts as the
longest wait. A clock that was moved back makes the wait begin again.
Source: NIST SP 800-63B-4, 3.2.2, at most 100 wrong tries in a row, waits growing from 30 s to an hour.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.hkdf import HASH_BYTES, hmac_sha256, same_bytes
from services.vault.vault_state import NEVER_MS

MAGIC: Final = b"FBA1"
FREE_TRIES: Final = 5
CEILING: Final = 50
WAITS_MS: Final = (30_000, 60_000, 300_000, 900_000, 3_600_000)
LONGEST_FROM: Final = FREE_TRIES + len(WAITS_MS) - 1
_BODY_BYTES: Final = 16


@dataclass(frozen=True, slots=True, order=True)
class Attempts:
    """Wrong tries in a row, and when the last one was. Units: `at_ms` since 1970 UTC."""

    count: int
    at_ms: int

    def wait_ms(self, now_ms: int) -> int:
        """How long until the next try; 0 when it may be now."""
        if self.count >= CEILING:
            return NEVER_MS
        wait_ms = full_wait_ms(self.count)
        if now_ms < self.at_ms:
            return wait_ms
        return max(0, self.at_ms + wait_ms - now_ms)

    def one_more(self, now_ms: int) -> "Attempts":
        """After a try that is about to be made: it counts before its result is known."""
        return Attempts(self.count + 1, now_ms)

    def to_bytes(self, key: bytes) -> bytes:
        """The record as it is kept."""
        body = MAGIC + self.count.to_bytes(4, "big") + self.at_ms.to_bytes(8, "big")
        return body + hmac_sha256(key, body)


NO_ATTEMPTS: Final = Attempts(0, 0)


def attempts_from_bytes(record: bytes | None, key: bytes) -> Attempts | None:
    """The attempts of a record; None when there is none or it is not ours."""
    if record is None or len(record) != _BODY_BYTES + HASH_BYTES or record[:4] != MAGIC:
        return None
    body = record[:_BODY_BYTES]
    if not same_bytes(hmac_sha256(key, body), record[_BODY_BYTES:]):
        return None
    return Attempts(int.from_bytes(body[4:8], "big"), int.from_bytes(body[8:], "big"))


def full_wait_ms(count: int) -> int:
    """The whole wait after so many wrong tries, short of the ceiling."""
    if count < FREE_TRIES:
        return 0
    return WAITS_MS[min(count - FREE_TRIES, len(WAITS_MS) - 1)]
