"""The stores that the suite runs over."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.endpoint.rows import KEY_FIELDS, Store
from services.endpoint.store_memory import MemoryStore
from services.endpoint.store_postgres import PostgresStore
from services.endpoint.store_sqlite import SqliteStore
from tests.endpoint.postgres import cluster, programs

STORES = ("memory", "sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a database in a server of this process's own."""
    if programs() is None:
        pytest.skip("no PostgreSQL 15 here; on Debian: apt-get install postgresql")
    with cluster() as server:
        yield server.url


@pytest.fixture
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Store]:
    """Makes an empty store by its name."""

    def make(where: str) -> Store:
        if where == "memory":
            return MemoryStore()
        if where == "sqlite":
            return SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")
        url = request.getfixturevalue("postgresql")
        asyncio.run(_empty(url))
        return PostgresStore(url)

    return make


async def _empty(url: str) -> None:
    store = PostgresStore(url)
    await store.open()
    async with store.writing() as rows:
        for kind in KEY_FIELDS:
            await rows.remove(kind)
    await store.close()
