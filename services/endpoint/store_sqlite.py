"""The store on SQLite: WAL, synchronous=FULL, secure_delete; one writes at a time, others read meanwhile.

Statements run where they are asked for: they take microseconds, and a thread for each would cost ten times
that. What waits for the disk or for another process, beginning to write and committing, runs in a thread.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from sqlalchemy import Connection, CursorResult, Engine, create_engine, event, make_url

from services.endpoint.migrate import migrate
from services.endpoint.store_sql import SqlRows, our_errors

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_WAIT_S: Final = 10.0


class SqliteStore:
    """Rows in a file."""

    def __init__(self, url: str) -> None:
        self._writer = _engine(url, "BEGIN IMMEDIATE")
        self._reader = _engine(url, "BEGIN")
        self._pen = asyncio.Lock()

    async def open(self) -> None:
        """Brings the schema up to date."""
        with our_errors():
            async with self._transaction() as connection:
                await _in_thread(lambda: migrate(connection))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqlRows]:
        """A transaction that sees one moment."""
        with our_errors(), self._reader.begin() as connection:
            yield _rows(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqlRows]:
        """A transaction that is on the disk at its end."""
        with our_errors():
            async with self._transaction() as connection:
                yield _rows(connection)

    async def scrub(self) -> None:
        """Empties the log that was written ahead."""
        async with self._pen:
            await _in_thread(self._checkpoint)

    async def close(self) -> None:
        """Closes the file."""
        self._writer.dispose()
        self._reader.dispose()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Connection]:
        async with self._pen:
            connection = await _in_thread(self._writer.connect)
            try:
                transaction = await _in_thread(connection.begin)
                try:
                    yield connection
                except BaseException:
                    transaction.rollback()
                    raise
                await _in_thread(transaction.commit)
            finally:
                connection.close()

    def _checkpoint(self) -> None:
        with our_errors(), self._writer.connect() as connection:
            bare = connection.connection.driver_connection
            assert bare is not None
            bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # outside any transaction


def _rows(connection: Connection) -> SqlRows:
    async def execute(*statement: Any) -> CursorResult[Any]:
        return connection.execute(*statement)

    return SqlRows(execute, "sqlite")


async def _in_thread(work: Callable[[], Any]) -> Any:
    """Its result; who is called off meanwhile goes only when it has ended."""
    running = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise


def _engine(url: str, begin: str) -> Engine:
    engine = create_engine(
        make_url(url).set(drivername="sqlite"),
        hide_parameters=True,
        max_overflow=-1,  # never waits for one: everything runs in one thread at a time
        connect_args={"timeout": _WAIT_S, "check_same_thread": False},
    )

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; the next line does
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
