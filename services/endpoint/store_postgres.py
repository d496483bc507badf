"""The store on PostgreSQL 15 or later: writers lock the circle's row, readers see one moment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from services.endpoint.migrate import migrate
from services.endpoint.store_sql import SqlRows, our_errors

_CONNECTIONS: Final = 4  # of each engine, and ten more when many ask
_WAIT_S: Final = 10.0
_LOCK: Final = 0x46424550  # any number, the same in every process


class PostgresStore:
    """Rows in PostgreSQL; `read_url` is a replica that is never behind what was acknowledged."""

    def __init__(self, url: str, read_url: str = "") -> None:
        self._writer = _engine(url, "READ COMMITTED")
        self._reader = _engine(read_url or url, "REPEATABLE READ")

    async def open(self) -> None:
        """Brings the schema up to date, one process at a time."""
        with our_errors():
            async with self._writer.begin() as connection:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                await connection.run_sync(migrate)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqlRows]:
        """A transaction that sees one moment."""
        with our_errors():
            async with self._reader.begin() as connection:
                yield SqlRows(connection.execute, "postgresql")

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqlRows]:
        """A transaction that is on the disk at its end."""
        with our_errors():
            async with self._writer.begin() as connection:
                yield SqlRows(connection.execute, "postgresql")

    async def scrub(self) -> None:
        """Vacuum does it in its own time: docs/deploy.md."""

    async def close(self) -> None:
        """Gives every connection back."""
        await self._writer.dispose()
        await self._reader.dispose()


def _engine(url: str, isolation: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        hide_parameters=True,
        isolation_level=isolation,
        pool_size=_CONNECTIONS,
        pool_timeout=_WAIT_S,
    )
