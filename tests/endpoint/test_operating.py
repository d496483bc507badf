"""What an operator does: bring the database up to date, serve, hand out grants, count, delete, stop."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine

from services.crypto.canonical import from_base64url
from services.endpoint.__main__ import main
from services.endpoint.app import store_of
from services.endpoint.migrate import LATEST
from services.endpoint.office import Office
from services.endpoint.operating import drop, first_grant, grant, stats
from services.endpoint.rows import Device, Grant
from services.endpoint.settings import Settings
from services.endpoint.store_memory import MemoryStore
from services.endpoint.store_sqlite import SqliteStore
from services.endpoint.tables import METADATA
from services.planner.errors import StorageUnavailable
from tests.endpoint.fleet import answered, fleet
from tests.endpoint.house import House, name_of, opened
from tests.endpoint.process import ROOT, serving
from tests.sync.circle import MENTOR, family

Command = Callable[..., str]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the operator's command to its end: what it printed, or the sentence that it stopped with."""

    def carry_out(*verb: str, **settings: str) -> str:
        monkeypatch.setattr(sys, "argv", ["endpoint", *verb])
        for name, value in {"FIRSTBELL_HOME": str(tmp_path / "home"), **settings}.items():
            monkeypatch.setenv(name, value)
        try:
            main()
        except SystemExit as end:
            return str(end.code)
        return capsys.readouterr().out.strip()

    return carry_out


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_the_migrations_make_the_tables_that_the_rows_need(
    run: Any, request: pytest.FixtureRequest, make_store: Any, tmp_path: Path, where: str
) -> None:
    make_store(where)
    url = request.getfixturevalue("postgresql") if where == "postgresql" else f"sqlite:///{tmp_path / 'x.db'}"

    async def open_at_once() -> None:
        stores = [store_of(Settings(database_url=url)) for _ in range(3)]
        await asyncio.gather(*(store.open() for store in stores))
        for store in stores:
            await store.close()

    async def in_postgresql() -> list[Any]:
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            found = await connection.run_sync(_differences)
        await engine.dispose()
        return found

    run(open_at_once())
    if where == "postgresql":
        assert run(in_postgresql()) == []
    else:
        with closing(create_engine(url).connect()) as connection:
            assert _differences(connection) == []


def _differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "include_object": _is_ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))


def _is_ours(_: Any, name: str | None, kind: str, is_in_database: bool, __: Any) -> bool:
    """Indexes and the partitions of PostgreSQL are the migrations' own matter."""
    is_partition = kind == "table" and is_in_database and (name or "").startswith("entry_")
    return kind not in {"index", "unique_constraint"} and not is_partition


def test_the_latest_migration_is_the_one_that_is_looked_for() -> None:
    files = (ROOT / "services" / "endpoint" / "migrations" / "versions").glob("v*.py")
    assert max(files).name.startswith(f"v{LATEST}_")


def test_a_grant_is_printed_and_things_are_counted(command: Command, tmp_path: Path) -> None:
    assert len(from_base64url(command("grant", "oakfield", "--circles", "9"))) == 32
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
    counted = ["orgs", "1", "devices", "0", "circles", "0", "entries", "0", "size_bytes", "0"]
    assert command("stats").split() == counted
    assert command("serve", "--migrate") == ""


def test_what_cannot_be_gets_one_sentence(command: Command) -> None:
    nowhere = {"FIRSTBELL_DATABASE_URL": "postgresql+asyncpg://x@/x?host=/nowhere"}
    assert command("erase", "A" * 22) == "There is no such circle here."
    assert command("erase", "x").startswith("A circle's id has 22 letters")
    assert command("serve", FIRSTBELL_ORIGINS="").startswith("Say where devices reach it: FIRSTBELL_ORIGINS=")
    assert command("stats", **nowhere).startswith("The database cannot be reached")
    assert command("stats", FIRSTBELL_PORT="x") == "These settings cannot be used: FIRSTBELL_PORT."


def test_it_stops_kindly_and_everything_acknowledged_is_there(command: Command, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'endpoint.db'}"
    made = asyncio.run(fleet(url, 1, 1))

    async def push(port: int) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(made.requests[0][0])
        _, body = await answered(reader)
        writer.close()
        await writer.wait_closed()
        return body

    with serving(url) as (port, server):
        body = asyncio.run(push(port))
        server.terminate()
        assert server.wait(timeout=20) in (0, -15)
    assert b'"acks":[[2,2]]' in body
    counted = command("stats", FIRSTBELL_DATABASE_URL=url).split()
    assert counted[counted.index("entries") + 1] == "2"


def test_the_first_grant_is_made_until_somebody_spends_one(run: Any) -> None:
    async def story() -> None:
        office = Office(store=MemoryStore())
        await office.open()
        first, second = await first_grant(office, "here"), await first_grant(office, "here")
        assert first != second
        async with office.store.writing() as rows:
            assert await rows.count(Grant) == 1
            await rows.add([Device(bytes(16), bytes(32), bytes(32), "here", 0, 0)])
        assert await first_grant(office, "here") is None
        await grant(office, "here", most_circles=3)
        assert (await stats(office)).orgs == 1

    run(story())


def test_a_circle_dropped_by_the_operator_erases_nobodys_copy(run: Any) -> None:
    async def story(house: House) -> None:
        circle = family()
        mentor = await house.hosted(circle, MENTOR)
        assert await drop(house.office, circle.state.chain.circle)
        problem = (await mentor.sync(circle, 3))["problem"]
        assert name_of(problem) == "circle-expired"
        assert "order" not in problem
        assert not await drop(house.office, circle.state.chain.circle)
        assert (await mentor.host(circle)).json()["head"] == 3

    async def whole() -> None:
        async with opened(MemoryStore()) as house:
            await story(house)

    run(whole())


def test_a_restored_database_has_a_new_incarnation(run: Any) -> None:
    async def story() -> None:
        store = MemoryStore()
        incarnations = []
        for is_restored in (False, False, True):
            office = Office(store=store)
            await office.open(is_restored=is_restored)
            incarnations.append(office.incarnation)
        assert incarnations[0] == incarnations[1] != incarnations[2]

    run(story())


def test_a_full_disk_is_an_error_of_ours(run: Any, tmp_path: Path) -> None:
    async def story() -> None:
        store = SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")
        await store.open()
        with pytest.raises(StorageUnavailable) as caught:
            await _overflow(store)
        assert "x" * 9 not in str(caught.value.__cause__)
        async with store.reading() as rows:
            assert await rows.count(Grant) == 0
        await store.close()

    run(story())


async def _overflow(store: SqliteStore) -> None:
    async with store.writing() as rows:
        await rows.execute(text("PRAGMA max_page_count=1"))
        await rows.add([Grant(bytes([n]) * 4096, "x" * 9000, 1) for n in range(200)])
