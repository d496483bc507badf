"""A log of 50,000 edits, and reading it: every signature verified, everything opened, judged and merged.

Runs in CPython and in a browser's Python. The rival has the same edits as one JSON text and believes them.
"""

import json
import time

from services.crypto.device_keys import DeviceKeys, new_device_keys
from services.crypto.port import Crypto
from services.planner.edit import Edit
from services.planner.ids import RecordId, who_record
from services.planner.stamp import make
from services.planner.words import Role
from services.sync.content import Content, batches
from services.sync.entry import Frame, Kind, Last, seal_entry
from services.sync.epoch_keys import About, CircleKind
from services.sync.reading import Reader
from services.sync.roster_wish import first_roster
from services.vault.raw_chunk import NumberedEntry

EDITS = 50_000
NOW_MS = 1_789_372_801_123
_A_DAY = 264
PERSON = "AbCdEfGhIjKl"


class Log:
    """One pupil's log. Shape: `entries` as an endpoint gives them; `plain` is the rival's text."""

    def __init__(self, device: DeviceKeys, circle: bytes, entries: list[NumberedEntry], plain: bytes) -> None:
        self.device = device
        self.circle = circle
        self.entries = entries
        self.plain = plain


async def log_of(crypto: Crypto) -> Log:
    """The log, made anew."""
    device = await new_device_keys(crypto)
    about = About(CircleKind.SHARED, crypto.random(16))
    first = await first_roster(crypto, device, Role.PUPIL, about, NOW_MS)
    made, last = [first.entry], Last(1, first.entry.hash)
    edits = _edits(device.id.hex())
    for batch in batches(edits):
        n, chain = last.n + 1, first.chain
        frame = Frame(Kind.EDITS, chain.circle, device.id, n, 1, NOW_MS, last.hash, chain.hash)
        entry = await seal_entry(crypto, device, frame, first.keys.current, Content(batch).to_text())
        made.append(entry)
        last = Last(n, entry.hash)
    plain = json.dumps([edit.to_wire() for edit in edits]).encode()
    numbered = [NumberedEntry(seq, entry.raw) for seq, entry in enumerate(made, 1)]
    return Log(device, first.chain.circle, numbered, plain)


def _edits(device_hex: str) -> list[Edit]:
    who = Edit(who_record(device_hex), "who", "person", PERSON, make(NOW_MS - EDITS - 1, 0, device_hex))
    ticks = [
        Edit(
            RecordId(f"day:2026-{number // _A_DAY // 28 + 1:02}-{number // _A_DAY % 28 + 1:02}"),
            "day",
            f"t.AbCdEfGhI{number % _A_DAY:03}",
            ["done", PERSON],
            make(NOW_MS - EDITS + number, 0, device_hex),
        )
        for number in range(EDITS - 1)
    ]
    return [who, *ticks]


async def merged_ms(crypto: Crypto, log: Log) -> float:
    """How long it takes until the merged state is there. Units: milliseconds."""
    began = time.perf_counter()
    reader = Reader(crypto, log.device, log.circle, None, None, {}, 0, _nothing)
    await reader.read(log.entries)
    took_ms = (time.perf_counter() - began) * 1000
    assert sum(map(len, reader.base.values())) == EDITS
    return took_ms


def plain_ms(log: Log) -> float:
    """The same for the rival. Units: milliseconds."""
    began = time.perf_counter()
    base: dict[str, dict[str, list[object]]] = {}
    for record, kind, field, value, stamp in json.loads(log.plain):
        fields = base.setdefault(f"{record} {kind}", {})
        if field not in fields or str(fields[field][1]) < stamp:
            fields[field] = [value, stamp]
    return (time.perf_counter() - began) * 1000


async def _nothing() -> tuple[NumberedEntry, ...]:
    return ()
