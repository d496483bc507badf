"""A snapshot out of its parts: the merged state of a circle at one place of its log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.planner.edit import Edit
from services.planner.errors import InputRejected
from services.planner.merge import RecordKey
from services.planner.stamp import Stamp
from services.sync.content import Content
from services.sync.entry import Last


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What all parts say together. Shape: `covers` is the seq that it reaches to. Privacy: plain text."""

    covers: int
    edits: tuple[Edit, ...]
    heads: Mapping[bytes, Last]
    gone: Mapping[RecordKey, Stamp]

    def __repr__(self) -> str:
        return f"Snapshot(covers={self.covers}, edits={len(self.edits)})"


def snapshot_of(parts: Sequence[Content], of: int) -> Snapshot:
    """The snapshot of its opened parts, which are `of`. Errors: InputRejected("snapshot")."""
    edits: list[Edit] = []
    heads: dict[bytes, Last] = {}
    gone: dict[RecordKey, Stamp] = {}
    covers = parts[0].snap.covers if parts and parts[0].snap else 0
    if len(parts) != of:
        raise InputRejected("snapshot", "a part that cannot be read")
    for number, part in enumerate(parts, 1):
        snap = part.snap
        if snap is None or (snap.covers, snap.part, snap.of) != (covers, number, of):
            raise InputRejected("snapshot", "parts that do not belong together")
        edits += part.edits
        heads.update(snap.heads)
        gone.update(snap.gone)
    return Snapshot(covers, tuple(edits), heads, gone)
