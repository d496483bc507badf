"""The store on SQLite or PostgreSQL: one set of statements, written by SQLAlchemy for either.

    SQLite       WAL, synchronous=FULL, secure_delete; one connection writes, others read
    PostgreSQL   writers lock the circle's row; readers see one moment (repeatable read)

Errors: StorageUnavailable. Privacy: an error never bears the values of its statement.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Insert, Update, bindparam, delete, event, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from services.endpoint.rows import Among, Between, R, Row, Where
from services.endpoint.tables import TABLES
from services.planner.errors import StorageUnavailable

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_WAIT_S: Final = 10.0
_READERS: Final = 4


class SqlStore:
    """Rows in a database."""

    def __init__(self, url: str, read_url: str = "") -> None:
        self.is_sqlite = url.startswith("sqlite")
        self.writer = (
            _sqlite(url, "BEGIN IMMEDIATE", 1) if self.is_sqlite else _postgres(url, "READ COMMITTED")
        )
        read_url = read_url or url
        self._reader = (
            _sqlite(url, "BEGIN", _READERS) if self.is_sqlite else _postgres(read_url, "REPEATABLE READ")
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["SqlRows"]:
        """A transaction that sees one moment."""
        with our_errors():
            async with self._reader.begin() as connection:
                yield SqlRows(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator["SqlRows"]:
        """A transaction that is on the disk at its end."""
        with our_errors():
            async with self.writer.begin() as connection:
                yield SqlRows(connection)

    async def scrub(self) -> None:
        """On SQLite, empties the log that was written ahead; PostgreSQL's vacuum does it in its own time."""
        if self.is_sqlite:
            with our_errors():
                async with self.writer.connect() as connection:
                    bare = (await connection.get_raw_connection()).driver_connection
                    assert bare is not None
                    await bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # outside any transaction

    async def close(self) -> None:
        """Gives every connection back."""
        await self.writer.dispose()
        await self._reader.dispose()


class SqlRows:
    """One transaction on one connection."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def find(
        self, kind: type[R], /, most: int | None = None, *, lock: bool = False, **where: Where
    ) -> list[R]:
        """Rows in the order of their keys."""
        table = TABLES[kind]
        query = select(table).where(*_conditions(kind, where)).order_by(*table.primary_key).limit(most)
        found = await self.connection.execute(query.with_for_update() if lock else query)
        return [kind(*row) for row in found]

    async def count(self, kind: type[Row], /, **where: Where) -> int:
        """How many there are."""
        query = select(func.count()).select_from(TABLES[kind]).where(*_conditions(kind, where))
        return int((await self.connection.execute(query)).scalar_one())

    async def total(self, kind: type[Row], column: str, /) -> int:
        """The sum of a column of numbers."""
        query = select(func.coalesce(func.sum(TABLES[kind].c[column]), 0))
        return int((await self.connection.execute(query)).scalar_one())

    async def add(self, rows: Sequence[Row], /, *, if_absent: bool = False) -> None:
        """Adds rows of one kind."""
        if rows:
            statement = _adding(type(rows[0]), self.connection.dialect.name if if_absent else "")
            await self.connection.execute(statement, [_values(row) for row in rows])

    async def change(self, rows: Sequence[Row], /) -> None:
        """Puts rows in the place of those with their keys."""
        if rows:
            await self.connection.execute(_changing(type(rows[0])), [_values(row, "new_") for row in rows])

    async def remove(self, kind: type[Row], /, **where: Where) -> None:
        """Removes rows."""
        await self.connection.execute(delete(TABLES[kind]).where(*_conditions(kind, where)))


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


def _sqlite(url: str, begin: str, connections: int) -> AsyncEngine:
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_WAIT_S,
        connect_args={"timeout": _WAIT_S},
    )

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; the next function does
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _postgres(url: str, isolation: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        hide_parameters=True,
        isolation_level=isolation,
        pool_size=_READERS,
        pool_timeout=_WAIT_S,
        pool_pre_ping=True,
    )


@contextmanager
def our_errors() -> Iterator[None]:
    """Turns what a database says into an error of ours."""
    try:
        yield
    except (DBAPIError, PoolTimeout, OSError) as problem:
        raise StorageUnavailable(type(problem).__name__) from problem
