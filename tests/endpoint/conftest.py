"""The stores that the suite runs over."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.endpoint.migrate import migrate
from services.endpoint.rows import KEY_FIELDS, Store
from services.endpoint.store_memory import MemoryStore
from services.endpoint.store_sql import SqlStore
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
            return SqlStore(f"sqlite+aiosqlite:///{tmp_path / 'endpoint.db'}")
        url = request.getfixturevalue("postgresql")
        asyncio.run(_empty(url))
        return SqlStore(url)

    return make


async def _empty(url: str) -> None:
    store = SqlStore(url)
    await migrate(store)
    async with store.writing() as rows:
        for kind in KEY_FIELDS:
            await rows.remove(kind)
    await store.close()
