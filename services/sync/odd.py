"""What a device says of what it cannot take: why an entry is set aside, and what is proof of foul play."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from services.planner.errors import HeaderUnknown, InputRejected
from services.sync.entry import Entry, read_entry
from services.sync.snapshot_rules import runs
from services.vault.raw_chunk import NumberedEntry


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


def numbered_runs(
    entries: Sequence[NumberedEntry],
) -> Iterator[tuple[int, Odd | tuple[Entry, ...]]]:
    """Entries with their numbers, the parts of a snapshot together; what has no form says why."""
    read = [(entry.seq, _read(entry.raw)) for entry in entries]
    for is_odd, group in groupby(read, key=lambda pair: isinstance(pair[1], Odd)):
        pairs = list(group)
        if is_odd:
            yield from ((seq, why) for seq, why in pairs if isinstance(why, Odd))
            continue
        at = 0
        for run in runs(entry for _, entry in pairs if isinstance(entry, Entry)):
            yield pairs[at][0], run
            at += len(run)


def _read(raw: bytes) -> Entry | Odd:
    try:
        return read_entry(raw)
    except HeaderUnknown:
        return Odd.NEWER
    except InputRejected:
        return Odd.FORM
