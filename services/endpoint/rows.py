"""What an endpoint keeps, as rows of tables, and the one port to wherever they are kept.

    org           an organisation and how many circles it may have
    grant         a secret that admits one device
    device        its public keys, its token, the day it was last seen
    circle        where a log stands, and whose it is
    member        who reads a circle, and each device's last entry
    entry         bytes that nobody here can read
    staged        parts of a snapshot that is not whole yet
    floor         which floor a log has had since which day
    gone          what was erased or ran out, for thirteen months
    pairing, join the ticket mailbox

A row is named by its first fields, as many as `KEY_FIELDS` says. Privacy: random ids, public keys, days;
secrets only as SHA-256; no name, no address.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Final, NamedTuple, Protocol, TypeAlias, TypeVar

Row: TypeAlias = tuple[Any, ...]
R = TypeVar("R", bound=Row)


class Meta(NamedTuple):
    """A named value of the endpoint itself: its incarnation, its secret."""

    name: str
    value: bytes


class Org(NamedTuple):
    """An organisation, by the word that its operator chose."""

    name: str
    most_circles: int


class Grant(NamedTuple):
    """A one-use right to register a device."""

    hash: bytes
    org: str
    until_day: int


class Device(NamedTuple):
    """A device or recovery card. `org` is set for one that came with a grant; `nonce` is the last it used."""

    id: bytes
    sign: bytes
    kem: bytes
    org: str | None
    created_day: int
    seen_day: int
    token_hash: bytes | None = None
    token_until_ms: int = 0
    nonce: bytes = b""


class CircleRow(NamedTuple):
    """A log. `base_first` to `base_last` are the parts of the snapshot that `floor` stands on, or zeros."""

    id: bytes
    org: str
    host: bytes
    head: int
    floor: int
    epoch: int
    roster: bytes
    time_ms: int
    size_bytes: int
    base_first: int = 0
    base_last: int = 0
    expires_day: int | None = None


class MemberRow(NamedTuple):
    """A reader of a circle. `last_n` is 0 before its first entry; `is_left` when it erased itself here."""

    circle: bytes
    device: bytes
    last_n: int = 0
    last_hash: bytes = b""
    last_seq: int = 0
    is_left: bool = False


class EntryRow(NamedTuple):
    """An entry at its place."""

    circle: bytes
    seq: int
    device: bytes
    n: int
    kind: int
    hash: bytes
    raw: bytes


class StagedRow(NamedTuple):
    """A part of a snapshot whose last part has not come."""

    circle: bytes
    device: bytes
    n: int
    raw: bytes


class FloorRow(NamedTuple):
    """A floor that a log had from this day on."""

    circle: bytes
    floor: int
    day: int


class GoneRow(NamedTuple):
    """A circle that was here. Without `by` it ran out; with it, `sig` and `order_day` make the order."""

    circle: bytes
    day: int
    by: bytes | None = None
    sig: bytes | None = None
    order_day: int = 0


class PairingRow(NamedTuple):
    """An open ticket. `digits` of a typed channel, 0 for a scanned one."""

    ch: str
    digits: int
    device: bytes
    hello: bytes
    until_ms: int


class JoinRow(NamedTuple):
    """Somebody who answers a ticket, and the answer to them once it is there."""

    ch: str
    slot: int
    hello: bytes
    mac: bytes
    key_hash: bytes
    welcome: bytes | None = None
    welcome_mac: bytes | None = None


KEY_FIELDS: Final[Mapping[type[Row], int]] = {
    Meta: 1,
    Org: 1,
    Grant: 1,
    Device: 1,
    CircleRow: 1,
    MemberRow: 2,
    EntryRow: 2,
    StagedRow: 3,
    FloorRow: 2,
    GoneRow: 1,
    PairingRow: 1,
    JoinRow: 2,
}


class Among(NamedTuple):
    """Any of these values."""

    values: Collection[bytes | int | str]


class Between(NamedTuple):
    """A number from `least` to `most`, both included; None is no bound."""

    least: int | None = None
    most: int | None = None


Where: TypeAlias = Among | Between | bytes | int | str


class Rows(Protocol):
    """One transaction. Conditions are column=value, Among or Between, and all must hold."""

    async def find(
        self, kind: type[R], /, most: int | None = None, *, lock: bool = False, **where: Where
    ) -> list[R]:
        """Rows in the order of their keys; `lock` keeps other writers from them until the end."""

    async def count(self, kind: type[Row], /, **where: Where) -> int:
        """How many there are."""

    async def total(self, kind: type[Row], column: str, /) -> int:
        """The sum of a column of numbers."""

    async def add(self, rows: Sequence[Row], /, *, if_absent: bool = False) -> None:
        """Adds rows of one kind; those whose key is there already only with `if_absent`, unchanged."""

    async def change(self, rows: Sequence[Row], /) -> None:
        """Puts rows of one kind in the place of those with their keys."""

    async def remove(self, kind: type[Row], /, **where: Where) -> None:
        """Removes rows for good: their bytes too."""


class Store(Protocol):
    """Where rows are kept. Errors: StorageUnavailable from everything."""

    async def open(self) -> None:
        """Makes it ready: its schema is this version's then."""

    async def close(self) -> None:
        """Lets go of it."""

    def reading(self) -> AbstractAsyncContextManager[Rows]:
        """A transaction that sees one moment and changes nothing."""

    def writing(self) -> AbstractAsyncContextManager[Rows]:
        """A transaction that is durable at its end, or as if it had never been."""

    async def scrub(self) -> None:
        """Makes sure that no file still holds what was removed, as far as the store can."""
