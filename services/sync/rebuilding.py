"""Reading a log from its beginning: when a device joins, was away for too long, or the endpoint lost some.

    floor 0   every entry from the first
    floor S   the rosters up to S by their own chain, the snapshot that covers S, then every entry above

Everything is collected first and becomes visible at once: what a device has stays until what takes its place
is whole and verified. Errors: InputRejected, and whatever else a hostile log makes its parts raise.
"""

from collections.abc import Collection, Sequence

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import FirstbellError, InputRejected
from services.planner.merge import with_edits
from services.sync.chain import Chain, verified_chain
from services.sync.clocking import stamp_end
from services.sync.content import read_content
from services.sync.entry import Entry, Kind, Last, open_entry, read_entry
from services.sync.epoch_keys import CircleKeys, open_keys
from services.sync.reading import Reader
from services.sync.snapshot_reading import Snapshot, snapshot_of
from services.sync.snapshot_rules import runs, state_at_snapshot
from services.vault.raw_chunk import NumberedEntry


async def rebuilt(
    crypto: Crypto,
    device: DeviceKeys,
    circle: bytes,
    entries: Sequence[NumberedEntry],
    floor: int,
    mine: Collection[str] = (),
) -> Reader:
    """What a log comes to. Shape: `entries` in order, each number once; nothing is missing above `floor`."""
    if not floor:
        reader = Reader(crypto, device, circle, None, None, {}, floor, _nothing, mine)
        await reader.read(entries)
        return reader
    below = [entry for entry in entries if entry.seq <= floor]
    above = [entry for entry in entries if entry.seq > floor]
    chain = await verified_chain(crypto, [entry.raw for entry in below])
    if chain.circle != circle:
        raise InputRejected("log", "another beginning")
    final = await _final_chain(crypto, chain, above)
    keys = await open_keys(crypto, final, device.id, device.kem.seed)
    first, parts, snapshot = await _base(crypto, keys, above, floor)
    time_ms = max(part.frame.ts_ms for part in parts)
    reader = Reader(
        crypto,
        device,
        circle,
        state_at_snapshot(chain, floor, snapshot.heads, time_ms),
        keys if final.hash == chain.hash else None,
        with_edits({}, snapshot.edits).registers,
        floor,
        _nothing,
        mine,
    )
    reader.rosters += below
    reader.snapshot = snapshot
    rosters = [read_entry(entry.raw) for entry in below]
    reader.own += [Last(one.frame.n, one.hash) for one in rosters if one.frame.device == device.id]
    if device.id in snapshot.heads:
        reader.own.append(snapshot.heads[device.id])  # it stood in the log, and is gone from it
    reader.former += [last for id_, last in snapshot.heads.items() if stamp_end(id_.hex()) in mine]
    await reader.read(above)
    if not reader.odd.keys().isdisjoint(range(first, first + len(parts))):
        raise InputRejected("log", "a snapshot by nobody who may")
    return reader


async def _nothing() -> tuple[NumberedEntry, ...]:
    return ()


async def _final_chain(crypto: Crypto, chain: Chain, above: Sequence[NumberedEntry]) -> Chain:
    """The chain with the rosters that follow, each if it holds: where the keys of now are found."""
    for entry in above:
        try:
            if read_entry(entry.raw).frame.kind is Kind.ROSTER:
                chain = await verified_chain(crypto, [entry.raw], chain)
        except FirstbellError:  # set aside and counted when its place is read
            continue
    return chain


async def _base(
    crypto: Crypto, keys: CircleKeys, above: Sequence[NumberedEntry], floor: int
) -> tuple[int, tuple[Entry, ...], Snapshot]:
    numbers = [entry.seq for entry in above]
    at = 0
    for run in runs(map(_part, above)):
        if run[0].frame.kind is Kind.SNAPSHOT and (snapshot := await _opened(crypto, keys, run, floor)):
            return numbers[at], run, snapshot
        at += len(run)
    raise InputRejected("log", "no snapshot for its floor")


async def _opened(crypto: Crypto, keys: CircleKeys, run: tuple[Entry, ...], floor: int) -> Snapshot | None:
    try:
        contents = [
            read_content(part, await open_entry(crypto, part, keys.by_epoch[part.frame.epoch]))
            for part in run
        ]
        snapshot = snapshot_of(contents, len(run))
    except (FirstbellError, KeyError):
        return None
    return snapshot if snapshot.covers == floor else None


def _part(entry: NumberedEntry) -> Entry:
    return read_entry(entry.raw)
