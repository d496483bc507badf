"""Making a snapshot: a steward's merged state takes the place of the entries that it covers.

Deleted records leave it, and their names stand in `gone` for 180 days, so that a device that was away longer
reads anew instead of bringing them back. What is on its way or waits is not in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from services.planner import stamp
from services.planner.access import NEVER_DELETED
from services.planner.edit import DELETED
from services.planner.merge import RecordKey, Registers, edits_of
from services.planner.stamp import Stamp
from services.sync.alarm import Odd
from services.sync.building import Builder
from services.sync.circle_kept import NEVER, CircleKept, Sent
from services.sync.clocking import entry_ms
from services.sync.content import Content, Snap, batches
from services.sync.entry import Entry, Kind, Last, seal_entry
from services.sync.roster_wish import NOBODY
from services.vault.layout import record_key
from services.vault.settling import Rows

GONE_FOR_MS: Final = 180 * 24 * 60 * 60 * 1000
WEEK_MS: Final = 7 * 24 * 60 * 60 * 1000
USUAL_ROWS: Final = 2_000
LEAST_ROWS: Final = 24
_MOST_GONE: Final = 800
_UNEXPLAINED: Final = frozenset({Odd.NEWER.value, Odd.KEY.value})


def is_due(kept: CircleKept, odd: Rows, now_ms: int, *, is_asked: bool) -> bool:
    """Whether this device, a steward, should make one. `is_asked`: by the endpoint or a person."""
    log = kept.log
    if log is None or any(document["why"] in _UNEXPLAINED for document in odd.values()):
        return False
    rows = log.head - log.floor
    is_week_old = now_ms - kept.own.compacted_ms >= WEEK_MS and rows >= LEAST_ROWS
    return is_asked or rows >= USUAL_ROWS or is_week_old or kept.own.compacted_ms == NEVER


def gone_from(base: Registers, kept: Mapping[str, str], now_ms: int) -> dict[RecordKey, Stamp]:
    """The deleted records, those of earlier snapshots too, as long as they are remembered."""
    before = {record_key(doc_id): Stamp(at) for doc_id, at in kept.items()}
    now = {
        key: fields[DELETED].stamp
        for key, fields in base.items()
        if key.type not in NEVER_DELETED and DELETED in fields and fields[DELETED].value is True
    }
    return {key: at for key, at in {**before, **now}.items() if now_ms - stamp.parse(at).ms < GONE_FOR_MS}


async def snapshot_parts(
    builder: Builder,
    covers: int,
    heads: Mapping[bytes, Last],
    gone: Mapping[RecordKey, Stamp],
    is_deleted: Iterable[RecordKey] = (),
) -> tuple[Entry, ...]:
    """The parts, consecutive numbers of this device from the builder's own on."""
    left_out = frozenset(is_deleted)
    kept = {key: fields for key, fields in builder.base.items() if key not in left_out}
    chunks = list(batches(edits_of(kept)))
    names = iter(gone.items())
    tails = [Snap(covers, 1, 1, heads, tuple(islice(names, _MOST_GONE)))]
    while more := tuple(islice(names, _MOST_GONE)):
        tails.append(Snap(covers, 1, 1, {}, more))
    contents = [Content((), snap) for snap in tails] + [
        Content(chunk, Snap(covers, 1, 1)) for chunk in chunks
    ]
    last = builder.state.lasts.get(builder.device.id, NOBODY)
    parts: list[Entry] = []
    for number, content in enumerate(contents, 1):
        assert content.snap is not None
        snap = replace(content.snap, part=number, of=len(contents))
        frame = builder.frame(Kind.SNAPSHOT, entry_ms(content.edits, builder.now_ms))
        frame = frame._replace(n=builder.n + number - 1, prev=last.hash, is_last_part=number == len(contents))
        text = Content(content.edits, snap).to_text()
        parts.append(await seal_entry(builder.crypto, builder.device, frame, builder.keys.current, text))
        last = Last(parts[-1].frame.n, parts[-1].hash)
    return tuple(parts)


def with_sent(kept: CircleKept, parts: Sequence[Entry]) -> CircleKept:
    """What is kept before parts are sent: their numbers are used, and their hashes known again."""
    sent = {**kept.own.sent, **{part.hash: Sent(part.frame.n, {}) for part in parts}}
    return replace(kept, own=replace(kept.own, sent=sent, n=parts[-1].frame.n))
