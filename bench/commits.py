"""One tick with a school year behind it, 190 days of 12 ticked steps, in our vault and in TinyDB.

Runs in CPython and in a browser's Python. All hold the same ticks and change one field of one document.
"""

import time
from collections.abc import Awaitable, Callable, Mapping

from tinydb import TinyDB

from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault.journal import Journal

DAYS, STEPS = 190, 12
PERSON = "AbCdEfGhIjKl"
WALL_MS = 1_789_370_000_000

Commit = Callable[[int], Awaitable[None]]


def year() -> list[Change]:
    """Every tick of the year."""
    return [
        Change(_day(day), "day", _step(step), ["done", PERSON])
        for day in range(DAYS)
        for step in range(STEPS)
    ]


def _day(number: int) -> RecordId:
    return RecordId(f"day:2026-{number // 31 + 10:02}-{number % 31 + 1:02}")


def _step(number: int) -> str:
    return f"t.AbCdEfGhI{number:03}"


def _outcome(number: int) -> list[str]:
    return ["skipped" if number % 2 else "done", PERSON]


def ours(journal: Journal) -> Commit:
    """One tick through the journal, which holds the year already."""

    async def commit(number: int) -> None:
        await journal.write([Change(_day(DAYS - 1), "day", _step(number % STEPS), _outcome(number))])

    return commit


def a_document_a_day(tables: TinyDB) -> Commit:
    """The same documents as ours, in a rival's storage."""
    days = [
        {_step(step): [["done", PERSON], WALL_MS] for step in range(STEPS)} | {"record": str(_day(day))}
        for day in range(DAYS)
    ]
    last = tables.table("outbox").insert_multiple(days)[-1]

    async def commit(number: int) -> None:
        tables.table("outbox").update({_step(number % STEPS): [_outcome(number), WALL_MS]}, doc_ids=[last])

    return commit


def a_document_a_tick(tables: TinyDB) -> Commit:
    """What a program without records would keep."""
    ticks = [
        {"record": one.record, "type": one.type, "field": one.field, "value": one.value, "wall": WALL_MS}
        for one in year()
    ]
    ids = tables.table("outbox").insert_multiple(ticks)

    async def commit(number: int) -> None:
        tables.table("outbox").update({"value": _outcome(number)}, doc_ids=[ids[-1 - number % STEPS]])

    return commit


async def take_turns(commits: Mapping[str, Commit], rounds: int) -> dict[str, list[float]]:
    """The times of each, one after the other in every round. Units: milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in commits}
    for number in range(rounds):
        for name, commit in commits.items():
            began = time.perf_counter()
            await commit(number)
            times[name].append((time.perf_counter() - began) * 1000)
    return times
