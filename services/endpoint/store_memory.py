"""The store in memory: for simulations and for looking around, gone at the end of the program."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

from services.endpoint.rows import KEY_FIELDS, Among, Between, R, Row, Where

_Shelf = dict[Any, dict[Row, Row]]  # by the first field of the key, then by the whole key


class MemoryStore:
    """Rows in dictionaries. One writes at a time; what stopped half-way is undone."""

    def __init__(self) -> None:
        self._shelves: dict[type[Row], _Shelf] = {kind: {} for kind in KEY_FIELDS}
        self._pen = asyncio.Lock()

    async def open(self) -> None:
        """Nothing to do."""

    async def close(self) -> None:
        """Its rows stay, for another office over the same store."""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["MemoryRows"]:
        """A transaction that changes nothing."""
        yield MemoryRows(self._shelves)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator["MemoryRows"]:
        """A transaction that is whole or nothing."""
        async with self._pen:
            rows = MemoryRows(self._shelves)
            try:
                yield rows
            except BaseException:
                rows.undo()
                raise

    async def scrub(self) -> None:
        """Nothing is left of what was removed."""


class MemoryRows:
    """One transaction over the shelves."""

    def __init__(self, shelves: dict[type[Row], _Shelf]) -> None:
        self._shelves = shelves
        self._before: list[tuple[type[Row], Row, Row | None]] = []

    async def find(
        self, kind: type[R], /, most: int | None = None, *, lock: bool = False, **where: Where
    ) -> list[R]:
        """Rows in the order of their keys."""
        found = sorted(self._matching(kind, where), key=lambda pair: pair[0])
        return [cast(R, row) for _, row in found[:most]]

    async def count(self, kind: type[Row], /, **where: Where) -> int:
        """How many there are."""
        return sum(1 for _ in self._matching(kind, where))

    async def total(self, kind: type[Row], column: str, /) -> int:
        """The sum of a column of numbers."""
        place = kind._fields.index(column)  # type: ignore[attr-defined]  # every row is a NamedTuple
        return sum(row[place] for _, row in self._matching(kind, {}))

    async def add(self, rows: Sequence[Row], /, *, if_absent: bool = False) -> None:
        """Adds rows of one kind."""
        for row in rows:
            is_there = self._at(type(row), _key(row)) is not None
            assert if_absent or not is_there, "a row with this key is there already"
            if not is_there:
                self._put(type(row), _key(row), row)

    async def change(self, rows: Sequence[Row], /) -> None:
        """Puts rows in the place of those with their keys."""
        for row in rows:
            if self._at(type(row), _key(row)) is not None:
                self._put(type(row), _key(row), row)

    async def remove(self, kind: type[Row], /, **where: Where) -> None:
        """Removes rows."""
        for key, _ in list(self._matching(kind, where)):
            self._put(kind, key, None)

    def undo(self) -> None:
        """Takes back everything, the last first."""
        changes, self._before = self._before, []
        for kind, key, row in reversed(changes):
            self._put(kind, key, row)

    def _at(self, kind: type[Row], key: Row) -> Row | None:
        return self._shelves[kind].get(key[0], {}).get(key)

    def _put(self, kind: type[Row], key: Row, row: Row | None) -> None:
        self._before.append((kind, key, self._at(kind, key)))
        part = self._shelves[kind].setdefault(key[0], {})
        if row is not None:
            part[key] = row
        else:
            part.pop(key, None)
            if not part:
                del self._shelves[kind][key[0]]

    def _matching(self, kind: type[Row], where: dict[str, Where]) -> Iterator[tuple[Row, Row]]:
        shelf, fields = self._shelves[kind], kind._fields  # type: ignore[attr-defined]  # as above
        first = where.get(fields[0])
        firsts = first.values if isinstance(first, Among) else None if first is None else [first]
        tests = [(fields.index(name), _test(wanted)) for name, wanted in where.items()]
        for part in shelf.values() if firsts is None else (shelf.get(value, {}) for value in set(firsts)):
            for key, row in part.items():
                if all(test(row[place]) for place, test in tests):
                    yield key, row


def _key(row: Row) -> Row:
    return tuple(row[: KEY_FIELDS[type(row)]])


def _test(wanted: Where) -> Callable[[Any], bool]:
    match wanted:
        case Among(values):
            return values.__contains__
        case Between(least, most):
            return lambda value: (
                value is not None and (least is None or value >= least) and (most is None or value <= most)
            )
        case _:
            return lambda value: value == wanted
