"""Entries that came and are not kept yet: in memory, by number, until they follow on what is kept."""

from collections.abc import Iterator
from typing import Final

from services.sync.entry import Kind
from services.vault.raw_chunk import NumberedEntry

_KIND_AT: Final = 1
_FLAGS_AT: Final = 3


class Pulled:
    """What one round has brought of one circle. Shape: `floor` is the endpoint's, while all is read anew."""

    def __init__(self) -> None:
        self.floor = 0
        self._raw_by_seq: dict[int, bytes] = {}

    def add(self, seq: int, raw: bytes) -> bool:
        """One entry; of one number the first is kept. Gives whether it is new."""
        return self._raw_by_seq.setdefault(seq, raw) is raw

    def reach(self, start: int) -> int:
        """How far entries follow each other without a gap."""
        return start + sum(1 for _ in self._following(start))

    def contiguous(self, start: int, *, holds_back: bool = False) -> list[NumberedEntry]:
        """The entries that follow; with `holds_back` none of a snapshot whose last part is not here yet."""
        found = list(self._following(start))
        while holds_back and found and _is_part(found[-1].raw) and not _is_last(found[-1].raw):
            found.pop()
        return found

    def all(self) -> list[NumberedEntry]:
        """Everything that came, in order."""
        return [NumberedEntry(seq, raw) for seq, raw in sorted(self._raw_by_seq.items())]

    def whole(self, floor: int, head: int) -> list[NumberedEntry] | None:
        """All up to the head, of what stands below the floor only rosters; None when anything is missing."""
        if self.reach(floor) < head:
            return None
        return [
            NumberedEntry(seq, raw)
            for seq, raw in sorted(self._raw_by_seq.items())
            if floor < seq <= head or (seq <= floor and _kind(raw) == Kind.ROSTER)
        ]

    def _following(self, start: int) -> Iterator[NumberedEntry]:
        seq = start + 1
        while seq in self._raw_by_seq:
            yield NumberedEntry(seq, self._raw_by_seq[seq])
            seq += 1


def _kind(raw: bytes) -> int | None:
    return raw[_KIND_AT] if len(raw) > _KIND_AT else None


def _is_part(raw: bytes) -> bool:
    return _kind(raw) == Kind.SNAPSHOT


def _is_last(raw: bytes) -> bool:
    return raw[_FLAGS_AT : _FLAGS_AT + 1] == b"\1"
