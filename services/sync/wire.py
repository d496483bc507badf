"""The JSON of every call to an endpoint, except pairing: see `wire_pairing`; problems stand in `wire_form`.

Specification: docs/spec/wire.md.
"""

from typing import ClassVar, Final

from pydantic import ConfigDict, Field

from services.sync.entry import MOST_ENTRY_BYTES
from services.sync.wire_form import (
    Answered,
    Count,
    Id,
    Key,
    Nonce,
    ProblemAnswer,
    RawEntry,
    Received,
    Signature,
    Token,
)

SYNC_VERSION: Final = 1
VERSION_HEADER: Final = "Sync-Version"
MOST_REQUEST_BYTES: Final = 1024 * 1024
MOST_PUSHED: Final = 64
MOST_CIRCLES: Final = 200
USUAL_MAX_BYTES: Final = 262_144


class CircleRound(Received):
    """One circle in POST /v1/sync: where its reader is, and its own new entries."""

    id: Id
    cursor: Count
    push: list[RawEntry] = Field(default_factory=list, max_length=MOST_PUSHED)


class SyncRequest(Received):
    """POST /v1/sync. Units: `max` bytes of entries wanted back."""

    is_lean: ClassVar = True
    circles: list[CircleRound] = Field(max_length=MOST_CIRCLES)
    max: int = Field(default=USUAL_MAX_BYTES, ge=1, le=MOST_REQUEST_BYTES)


class CircleAnswer(Answered):
    """One circle in the answer. Shape: `acks` are (n, seq), `entries` (seq, entry).

    `now` is circle time, where that is another than the endpoint's.
    """

    id: Id
    now: Count | None = None
    acks: list[tuple[Count, Count]] = Field(default_factory=list)
    entries: list[tuple[Count, RawEntry]] = Field(default_factory=list)
    head: Count | None = None
    floor: Count | None = None
    epoch: Count | None = None
    more: bool = False
    should_compact: bool = Field(default=False, alias="compact-please")
    problem: ProblemAnswer | None = None

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, populate_by_name=True)


class SyncAnswer(Answered):
    """The answer of POST /v1/sync. `inc` changes when the endpoint was restored or wiped."""

    is_lean: ClassVar = True
    now: Count
    inc: str
    circles: list[CircleAnswer]


class Limits(Answered):
    """What an endpoint takes."""

    request_bytes: Count = MOST_REQUEST_BYTES
    entry_bytes: Count = MOST_ENTRY_BYTES
    pushed: Count = MOST_PUSHED
    circles: Count = MOST_CIRCLES


class AboutAnswer(Answered):
    """GET /v1/about. Shape: `versions` is the least and the greatest Sync-Version."""

    versions: tuple[Count, Count]
    limits: Limits
    inc: str
    now: Count
    contact: str = ""


class TokenRequest(Received):
    """POST /v1/token: first the device alone, then with the nonce and its signature."""

    device: Id
    nonce: Nonce | None = None
    sig: Signature | None = None


class NonceAnswer(Answered):
    """What to sign, within two minutes, once."""

    nonce: Nonce
    now: Count


class TokenAnswer(Answered):
    """A bearer token. Units: `until` ms. Privacy: whoever has it reads ciphertext as this device."""

    token: Token
    until: Count


class CircleHead(Answered):
    """How far one circle's log has come."""

    id: Id
    head: Count


class HeadsAnswer(Answered):
    """GET /v1/heads."""

    inc: str
    circles: list[CircleHead]


class DeviceRequest(Received):
    """POST /v1/devices: spends a grant."""

    grant: Token
    sign: Key
    kem: Key


class DeviceAnswer(Answered):
    """The device that has a row now."""

    device: Id


class HostRequest(Received):
    """POST /v1/circles: a whole log, its rosters first; see `snapshot_rules.upload`."""

    rosters: list[RawEntry] = Field(min_length=1)
    entries: list[RawEntry] = Field(default_factory=list)


class HostAnswer(Answered):
    """Where the hosted log stands."""

    id: Id
    head: Count
    floor: Count


class ReofferRequest(Received):
    """POST /v1/circles/{id}/reoffer: entries in their old order."""

    entries: list[RawEntry]


class ReofferAnswer(Answered):
    """How many were appended, and where the log stands."""

    taken: Count
    head: Count


class SnapshotRequest(Received):
    """POST /v1/circles/{id}/snapshot: the next parts of one snapshot, all of them or some."""

    covers: Count
    parts: list[RawEntry] = Field(min_length=1)


class SnapshotAnswer(Answered):
    """Where the log stands; while parts are lacking only how many there are."""

    head: Count
    floor: Count
    staged: Count = 0


class OwnCircle(Answered):
    """One circle of GET /v1/me."""

    id: Id
    role: str
    steward: bool = False
    head: Count
    bytes: Count
    expires: str | None = None


class MeAnswer(Answered):
    """GET /v1/me: everything that is kept about this device. For a card, `recovers` names its circles."""

    device: Id
    created: str | None = None
    last_seen: str | None = None
    circles: list[OwnCircle] = Field(default_factory=list)
    recovers: list[Id] = Field(default_factory=list)
