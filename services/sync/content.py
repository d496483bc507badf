"""What stands sealed in an entry: edits, or one part of a snapshot.

    edits      {"edits":[[record,type,field,value,stamp],…]}
    snapshot   {"edits":[…],"snap":{"covers":S,"gone":[[record,type,stamp],…],
                "heads":{device:[n,hash]},"of":m,"part":k}}

The form is strict: at most 2,000 edits, every edit well formed, no stamp above ts, in edits every stamp by
the sender. One fault sets the whole entry aside. `heads` are each device's last entry at S, `gone` the
deleted records that a snapshot leaves out with the stamp of their deletion; its parts share them out.

Errors: InputRejected("content"), or the part of an edit that does not fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from services.crypto.canonical import Json, decode, encode, from_base64url, to_base64url
from services.planner import stamp
from services.planner.canonical import Value
from services.planner.edit import Edit
from services.planner.errors import InputRejected
from services.planner.ids import RecordId
from services.planner.merge import RecordKey
from services.planner.stamp import Stamp
from services.sync.entry import GREATEST_N, HASH_BYTES, ID_BYTES, MOST_TEXT_BYTES, Entry, Kind, Last

MOST_EDITS: Final = 2_000
_DEPTH: Final = 8
_ROOM_BYTES: Final = MOST_TEXT_BYTES - 512  # what stands around the lists


@dataclass(frozen=True, slots=True)
class Snap:
    """What a part says of its snapshot. Shape: `covers` is the seq that it reaches to."""

    covers: int
    part: int
    of: int
    heads: Mapping[bytes, Last] = field(default_factory=dict)
    gone: tuple[tuple[RecordKey, Stamp], ...] = ()

    def to_json(self) -> dict[str, Json]:
        """The form inside a part."""
        return {
            "covers": self.covers,
            "part": self.part,
            "of": self.of,
            "heads": {
                to_base64url(device): [last.n, to_base64url(last.hash)] for device, last in self.heads.items()
            },
            "gone": [[key.record, key.type, at] for key, at in self.gone],
        }


@dataclass(frozen=True, slots=True)
class Content:
    """One entry's text. Privacy: somebody's words."""

    edits: tuple[Edit, ...]
    snap: Snap | None = None

    def to_text(self) -> bytes:
        """Canonical JSON, ready to be padded and sealed."""
        text: dict[str, Value] = {"edits": [edit.to_wire() for edit in self.edits]}
        if self.snap is not None:
            text["snap"] = self.snap.to_json()
        return encode(text)

    def __repr__(self) -> str:
        return f"Content(edits={len(self.edits)})"


def read_content(entry: Entry, text: bytes) -> Content:
    """The content of an opened entry, checked strictly."""
    match decode(text, _DEPTH), entry.frame.kind:
        case {"edits": list(edits), **rest}, Kind.EDITS if not rest:
            return Content(_read_edits(edits, entry, sender=entry.frame.device[:4].hex()))
        case {"edits": list(edits), "snap": snap, **rest}, Kind.SNAPSHOT if not rest:
            return Content(_read_edits(edits, entry, sender=None), _read_snap(snap))
        case _:
            raise InputRejected("content", "shape")


def batches(edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    """Edits in their order, in as few entries as they fit into."""
    batch: list[Edit] = []
    room = _ROOM_BYTES
    for edit in edits:
        size = len(encode(edit.to_wire())) + 1
        if batch and (size > room or len(batch) == MOST_EDITS):
            yield tuple(batch)
            batch, room = [], _ROOM_BYTES
        batch.append(edit)
        room -= size
    if batch:
        yield tuple(batch)


def _read_edits(wires: list[Json], entry: Entry, sender: str | None) -> tuple[Edit, ...]:
    if len(wires) > MOST_EDITS:
        raise InputRejected("content", "too many edits")
    edits = tuple(map(Edit.from_wire, wires))
    latest = stamp.make(entry.frame.ts_ms, stamp.GREATEST_COUNTER, "f" * stamp.DEVICE_CHARACTERS)
    if any(edit.stamp > latest for edit in edits):
        raise InputRejected("stamp", "after its entry")
    if sender is not None and not all(edit.stamp.endswith(sender) for edit in edits):
        raise InputRejected("stamp", "by another device")
    return edits


def _read_snap(wire: Json) -> Snap:
    match wire:
        case {
            "covers": int(covers),
            "part": int(part),
            "of": int(of),
            "heads": dict(heads),
            "gone": list(gone),
            **rest,
        }:
            is_whole = not rest and type(covers) is type(part) is type(of) is int
            if not is_whole or covers < 0 or not 1 <= part <= of:
                raise InputRejected("content", "snapshot")
            read_heads = {
                from_base64url(device, ID_BYTES): _read_last(last) for device, last in heads.items()
            }
            return Snap(covers, part, of, read_heads, tuple(map(_read_gone, gone)))
        case _:
            raise InputRejected("content", "snapshot")


def _read_last(wire: Json) -> Last:
    match wire:
        case [int(n), str(last)] if type(n) is int and 1 <= n <= GREATEST_N:
            return Last(n, from_base64url(last, HASH_BYTES))
        case _:
            raise InputRejected("content", "heads")


def _read_gone(wire: Json) -> tuple[RecordKey, Stamp]:
    match wire:
        case [str(record), str(kind), str(at)]:
            named = Edit.from_wire([record, kind, "_del", True, at])
            return RecordKey(RecordId(named.record), named.type), named.stamp
        case _:
            raise InputRejected("content", "gone")
