"""What a circle makes of entries that follow on its own, or of a whole log: read, then kept in one flush."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from services.planner.errors import FirstbellError, VaultDamaged
from services.planner.merge import with_edits
from services.sync.alarm import Alarm
from services.sync.circle_kept import READS, CircleKept
from services.sync.circle_store import CircleStore
from services.sync.entry import Frame, read_entry
from services.sync.log import LogState
from services.sync.reading import Reader
from services.sync.rebuilding import rebuilt
from services.sync.roster_wish import carried_over
from services.sync.settled_reading import landed, loss, with_alarms
from services.vault.raw_chunk import NumberedEntry

NO_DOUBTS: Final[Counter[Alarm]] = Counter()


class Outcome(Enum):
    """What came of it. `damaged`: entries that are kept here are needed, and are not what was written."""

    KEPT = auto()
    CLONED = auto()
    REMOVED = auto()
    DAMAGED = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An honest endpoint would have refused what it shows, so nothing of it is kept, and adults are told."""

    alarms: Mapping[Alarm, int]


async def read_on(
    store: CircleStore,
    entries: Sequence[NumberedEntry],
    floor: int,
    after: CircleKept,
    *,
    is_doubted: bool = False,
) -> Outcome | Doubtful:
    """Reads the next entries. `after` is what is kept but for what follows from them.

    `is_doubted`: the whole log was asked for already, so that what does not belong is set aside.
    """
    if not entries:
        await store.change(after)
        return Outcome.KEPT
    place = store.kept.place
    reader = Reader(
        store.crypto,
        store.device,
        place.id,
        store.state,
        store.keys,
        store.base,
        floor,
        store.raw,
        store.kept.own.devices,
    )
    try:
        await reader.read(entries)
    except VaultDamaged:
        return Outcome.DAMAGED
    if reader.is_doubtful and not is_doubted:
        return Doubtful(reader.alarms)
    lost = None
    if reader.snapshot is not None:
        lost = loss(store.base, reader.base, reader.snapshot.gone, store.kept.own.devices)
        reader.alarms[Alarm.SNAPSHOT] += bool(lost.others)
        reader.alarms[Alarm.TAMPERED] += lost.tampered
    after = with_alarms(after, reader.alarms, reader.dropped)
    unknown = await store.take(reader, after, lost, is_whole=False)
    if unknown:
        return Outcome.CLONED
    return Outcome.REMOVED if reader.is_removed else Outcome.KEPT


async def rebuild(
    store: CircleStore,
    entries: Sequence[NumberedEntry],
    floor: int,
    after: CircleKept,
    *,
    keeps_own: bool,
    doubts: Counter[Alarm] = NO_DOUBTS,
) -> Outcome:
    """Reads a whole log in place of what was read.

    `keeps_own`: own edits that it lacks wait again. `doubts`: why it is read anew, for adults.
    """
    try:
        kept = store.kept
        reader = await rebuilt(store.crypto, store.device, kept.place.id, entries, floor, kept.own.devices)
    except FirstbellError:
        return await _unreadable(store, Alarm.BEGINNING, doubts)
    assert reader.state is not None
    known, read = store.state.chain if store.state else None, reader.state.chain
    passed = _passed(store, reader.state)
    if store.device.id not in read.origins or (known and read.hashes < known.hashes and not passed):
        # rosters can be offered again, so they are kept back
        return await _unreadable(store, Alarm.WITHHELD, doubts)
    if any(one.device == store.device.id and _is_anothers(store, reader, one.n) for one in passed):
        return Outcome.CLONED
    if reader.is_removed:
        return Outcome.REMOVED
    if reader.keys is None:
        return await _unreadable(store, Alarm.KEYS, doubts)
    if known and not known.hashes <= read.hashes:
        reader.alarms[Alarm.WITHHELD] += 1
        after = replace(after, wishes=(*after.wishes, *carried_over(known, read, store.device.id)))
    gone = reader.snapshot.gone if reader.snapshot else {}
    lost = loss(store.base, reader.base, gone, store.kept.own.devices) if keeps_own else None
    after = replace(after, reads=READS)
    if after.place.promised in reader.state.chain.hashes:
        after = replace(after, place=replace(after.place, promised=b""))
    reader.alarms[Alarm.PROMISE] += bool(after.place.promised)
    holds_more = bool(lost and lost.others and store.device.id in read.roster.stewards)
    if lost and holds_more:  # nobody else can offer it again: a snapshot has covered its entries
        reader.base = with_edits(reader.base, lost.others).registers
    after = with_alarms(after, reader.alarms | doubts)
    await store.take(reader, after, lost, is_whole=True, holds_more=holds_more)
    return Outcome.KEPT


def _passed(store: CircleStore, read: LogState) -> list[Frame]:
    """Rosters that a log lacks and whose devices have come past them in it: nobody can offer them again."""
    entries = [read_entry(kept.raw) for kept in store.kept.rosters]
    lost = [entry.frame for entry in entries if entry.hash not in read.chain.hashes]
    return [one for one in lost if one.device in read.lasts and one.n <= read.lasts[one.device].n]


def _is_anothers(store: CircleStore, reader: Reader, n: int) -> bool:
    """Whether somebody else has signed as this device, from its number `n` on."""
    return any(last.n >= n for last in landed(store.kept, reader.own).unknown)


async def _unreadable(store: CircleStore, alarm: Alarm, doubts: Counter[Alarm]) -> Outcome:
    await store.change(with_alarms(store.kept, doubts | Counter({alarm: 1})))
    return Outcome.UNREADABLE
