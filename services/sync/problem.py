"""Everything an endpoint may say instead of doing what was asked, by its name on the wire."""

from enum import StrEnum
from typing import Final

URN: Final = "urn:firstbell:problem:"


class Problem(StrEnum):
    """A problem's name. `status` is its HTTP code."""

    BAD_REQUEST = "bad-request"
    UNAUTHENTICATED = "unauthenticated"
    DEVICE_REMOVED = "device-removed"
    NOT_PERMITTED = "not-permitted"
    NOT_MEMBER = "not-member"
    NOT_FOUND = "not-found"
    UNKNOWN_CIRCLE = "unknown-circle"
    EPOCH_STALE = "epoch-stale"
    ROSTER_STALE = "roster-stale"
    CLOCK_SKEW = "clock-skew"
    CHAIN_STALE = "chain-stale"
    SNAPSHOT_STALE = "snapshot-stale"
    RESYNC = "resync"
    CIRCLE_ERASED = "circle-erased"
    CIRCLE_EXPIRED = "circle-expired"
    TOO_LARGE = "too-large"
    BAD_ENTRY = "bad-entry"
    VERSION = "version"
    RATE = "rate"
    QUOTA = "quota"

    @property
    def status(self) -> int:
        """The HTTP code it travels with."""
        return _STATUS[self]

    @property
    def urn(self) -> str:
        """What stands under `type`. Source: RFC 9457."""
        return URN + self.value


_STATUS: Final = {
    Problem.BAD_REQUEST: 400,
    Problem.UNAUTHENTICATED: 401,
    Problem.DEVICE_REMOVED: 401,
    Problem.NOT_PERMITTED: 403,
    Problem.NOT_MEMBER: 403,
    Problem.NOT_FOUND: 404,
    Problem.UNKNOWN_CIRCLE: 404,
    Problem.EPOCH_STALE: 409,
    Problem.ROSTER_STALE: 409,
    Problem.CLOCK_SKEW: 409,
    Problem.CHAIN_STALE: 409,
    Problem.SNAPSHOT_STALE: 409,
    Problem.RESYNC: 410,
    Problem.CIRCLE_ERASED: 410,
    Problem.CIRCLE_EXPIRED: 410,
    Problem.TOO_LARGE: 413,
    Problem.BAD_ENTRY: 422,
    Problem.VERSION: 426,
    Problem.RATE: 429,
    Problem.QUOTA: 507,
}
