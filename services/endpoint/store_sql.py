"""One set of statements on rows, written by SQLAlchemy for SQLite and for PostgreSQL.

Errors: StorageUnavailable. Privacy: an error never bears the values of its statement.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Insert,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.endpoint.rows import Among, Between, R, Row, Where
from services.endpoint.tables import TABLES
from services.planner.errors import StorageUnavailable

Execute: TypeAlias = Callable[..., Awaitable[CursorResult[Any]]]


class SqlRows:
    """One transaction. `execute` carries out a statement; `dialect` is the database's name."""

    def __init__(self, execute: Execute, dialect: str) -> None:
        self.execute = execute
        self._dialect = dialect

    async def find(
        self, kind: type[R], /, most: int | None = None, *, lock: bool = False, **where: Where
    ) -> list[R]:
        """Rows in the order of their keys."""
        table = TABLES[kind]
        query = select(table).where(*_conditions(kind, where)).order_by(*table.primary_key).limit(most)
        found = await self.execute(query.with_for_update() if lock else query)
        return [kind(*row) for row in found]

    async def count(self, kind: type[Row], /, **where: Where) -> int:
        """How many there are."""
        query = select(func.count()).select_from(TABLES[kind]).where(*_conditions(kind, where))
        return int((await self.execute(query)).scalar_one())

    async def total(self, kind: type[Row], column: str, /) -> int:
        """The sum of a column of numbers."""
        query = select(func.coalesce(func.sum(TABLES[kind].c[column]), 0))
        return int((await self.execute(query)).scalar_one())

    async def add(self, rows: Sequence[Row], /, *, if_absent: bool = False) -> None:
        """Adds rows of one kind."""
        if rows:
            statement = _adding(type(rows[0]), self._dialect if if_absent else "")
            await self.execute(statement, [_values(row) for row in rows])

    async def change(self, rows: Sequence[Row], /) -> None:
        """Puts rows in the place of those with their keys."""
        if rows:
            await self.execute(_changing(type(rows[0])), [_values(row, "new_") for row in rows])

    async def remove(self, kind: type[Row], /, **where: Where) -> None:
        """Removes rows."""
        await self.execute(delete(TABLES[kind]).where(*_conditions(kind, where)))


def _conditions(kind: type[Row], where: dict[str, Where]) -> Iterator[ColumnElement[bool]]:
    columns = TABLES[kind].c
    for name, wanted in where.items():
        match wanted:
            case Among(values):
                yield columns[name].in_(list(values))
            case Between(least, most):
                if least is not None:
                    yield columns[name] >= least
                if most is not None:
                    yield columns[name] <= most
            case _ if name == "kind":  # said in full, so that the index of rosters serves
                yield columns[name] == bindparam(None, wanted, literal_execute=True)
            case _:
                yield columns[name] == wanted


@cache
def _adding(kind: type[Row], dialect: str) -> Insert:
    match dialect:
        case "":
            return insert(TABLES[kind])
        case "sqlite":
            return sqlite.insert(TABLES[kind]).on_conflict_do_nothing()
        case _:
            return postgresql.insert(TABLES[kind]).on_conflict_do_nothing()


@cache
def _changing(kind: type[Row]) -> Update:
    table = TABLES[kind]
    others: dict[str, Any] = {
        column.name: bindparam(f"new_{column.name}") for column in table.c if not column.primary_key
    }
    return (
        update(table)
        .where(*(key == bindparam(f"new_{key.name}") for key in table.primary_key))
        .values(others)
    )


def _values(row: Row, prefix: str = "") -> dict[str, Any]:
    return {prefix + column.name: value for column, value in zip(TABLES[type(row)].c, row, strict=True)}


@contextmanager
def our_errors() -> Iterator[None]:
    """Turns what a database says into an error of ours."""
    try:
        yield
    except (DBAPIError, PoolTimeout, OSError) as problem:
        raise StorageUnavailable(type(problem).__name__) from problem
