"""Writing to a planner: durable or not at all, and nobody hears of what is not durable."""

import asyncio

import pytest

from services.planner.edit import Change, Wish
from services.planner.errors import InputRejected, StorageFull, StorageUnavailable
from services.planner.ids import RecordId
from services.planner.stamp import Stamp
from services.vault.journal import Journal
from services.vault.layout import OUTBOX, put_wishes, table, wishes
from services.vault.ports import Store
from services.vault.storage import VaultTables
from services.vault.store_memory import MemoryStore
from services.vault.vault_state import LockKind
from tests.vault.homes import SEPTEMBER_MS, Home, tick, ticked


class SlowStore(MemoryStore):
    """A store whose writes wait until somebody opens the gate; it counts them."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()

    async def write(self, name: str, content: bytes) -> None:
        await self.gate.wait()
        await super().write(name, content)


async def planner(store: Store | None = None) -> tuple[Home, Journal]:
    home = Home(store or MemoryStore())
    vault = home.vault()
    await vault.create(LockKind.NONE)
    return home, await vault.add_planner()


async def reopened(home: Home) -> Journal:
    vault = Home(home.memory.beside(), home.keystore, home.clock, home.crypto).vault()
    await vault.open_()
    return vault.journals()[0]


async def turns(n: int = 20) -> None:
    for _ in range(n):
        await asyncio.sleep(0)


def test_what_a_write_returned_for_is_there_after_a_crash(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.write([tick("s1"), tick("s2", "2026-09-15")])
        again = await reopened(home)
        assert again.records == journal.records
        assert ticked(again) == {"s1"}

    run(story())


def test_listeners_hear_only_of_what_is_durable_and_the_records_show_only_that(run) -> None:
    async def story() -> None:
        store = SlowStore()
        home, journal = await planner(store)
        heard: list[frozenset[str]] = []
        journal.subscribe(heard.append)
        store.gate.clear()
        writing = asyncio.create_task(journal.write([tick("s1")]))
        await turns()
        assert (heard, journal.records) == ([], {})
        store.gate.set()
        await writing
        assert heard == [frozenset({"day:2026-09-14"})]
        assert ticked(await reopened(home)) == {"s1"}

    run(story())


def test_a_tick_is_flushed_at_once_and_quick_ones_behind_it_share_a_flush(run) -> None:
    async def story() -> None:
        store = SlowStore()
        _, journal = await planner(store)
        heard: list[frozenset[str]] = []
        journal.subscribe(heard.append)
        before = store.write_count
        store.gate.clear()
        first = asyncio.create_task(journal.write([tick("s1")]))
        await turns()
        others = [asyncio.create_task(journal.write([tick(f"s{n}", f"2026-09-{n}")])) for n in range(15, 25)]
        await turns()
        store.gate.set()
        await asyncio.gather(first, *others)
        assert store.write_count - before == 2
        assert [len(records) for records in heard] == [1, 10]

    run(story())


def test_on_a_full_disk_nothing_changes_nobody_hears_and_a_retry_works(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.write([tick("s1")])
        heard: list[frozenset[str]] = []
        journal.subscribe(heard.append)
        before, files = journal.records, dict(home.memory.content_by_name)
        home.memory.fill_disk()
        answers = await asyncio.gather(
            journal.write([tick("s2")]), journal.write([tick("s3")]), return_exceptions=True
        )
        assert [type(answer) for answer in answers] == [StorageFull, StorageFull]
        assert (journal.records, heard, home.memory.content_by_name) == (before, [], files)
        home.memory.fill_disk(False)
        await journal.write([tick("s3")])
        assert ticked(journal) == ticked(await reopened(home)) == {"s1", "s3"}

    run(story())


def test_a_flush_that_is_lost_does_not_take_the_next_one_with_it(run) -> None:
    async def story() -> None:
        store = SlowStore()
        home, journal = await planner(store)
        store.gate.clear()
        store.fail_at(1)
        lost = asyncio.create_task(journal.write([tick("s1")]))
        await turns()
        kept = asyncio.create_task(journal.write([tick("s2")]))
        await turns()
        store.gate.set()
        with pytest.raises(StorageUnavailable):
            await lost
        await kept
        assert ticked(journal) == ticked(await reopened(home)) == {"s2"}

    run(story())


def test_a_change_that_cannot_be_kept_stops_its_whole_write_and_no_other(run) -> None:
    async def story() -> None:
        _, journal = await planner()
        bad = Change(RecordId("day 1"), "day", "t.x", None)
        answers = await asyncio.gather(
            journal.write([tick("s1"), bad]), journal.write([tick("s2")]), return_exceptions=True
        )
        assert isinstance(answers[0], InputRejected)
        assert answers[1] is None
        assert ticked(journal) == {"s2"}

    run(story())


def test_a_screen_that_goes_away_does_not_stop_what_it_began(run) -> None:
    async def story() -> None:
        store = SlowStore()
        home, journal = await planner(store)
        store.gate.clear()
        writing = asyncio.create_task(journal.write([tick("s1")]))
        await turns()
        writing.cancel()
        await turns()
        store.gate.set()
        await journal.settled()
        assert ticked(journal) == ticked(await reopened(home)) == {"s1"}

    run(story())


def test_a_listener_that_raises_harms_neither_the_write_nor_the_others(run) -> None:
    async def story() -> None:
        _, journal = await planner()
        told: list[dict[str, object]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
        heard: list[frozenset[str]] = []

        def bad(_: frozenset[str]) -> None:
            raise ValueError("a screen's own mistake")

        journal.subscribe(bad)
        journal.subscribe(heard.append)
        await journal.write([tick("s1")])
        assert len(heard) == 1
        assert isinstance(told[0]["exception"], ValueError)

    run(story())


def test_who_stopped_listening_hears_no_more(run) -> None:
    async def story() -> None:
        _, journal = await planner()
        heard: list[frozenset[str]] = []
        stop = journal.subscribe(heard.append)
        stop()
        stop()
        await journal.write([tick("s1")])
        assert heard == []

    run(story())


def test_nothing_asked_for_writes_nothing(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        before = home.memory.write_count
        await journal.write([])
        assert home.memory.write_count == before

    run(story())


def test_a_field_has_one_wish_and_the_last_one_counts(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.write([tick("s1", outcome="done")])
        home.clock.pass_ms(5000)
        await journal.write([tick("s1", outcome="skipped"), tick("s1", outcome="not_needed")])
        (record,) = journal.records.values()
        assert record.fields["t.s1"] == ["not_needed", "person"]
        document = table(vars(journal)["_tables"], OUTBOX).rows()["day:2026-09-14 day"]
        assert document == {"t.s1": [["not_needed", "person"], SEPTEMBER_MS + 5000]}

    run(story())


def test_a_wish_keeps_the_greatest_stamp_it_was_made_over() -> None:
    early, late = Stamp("0" * 24), Stamp("f" * 24)
    tables = VaultTables({"base": {"day:1 day": {"t.s": ["old", early]}}, "outbox": {}})
    change = Change(RecordId("day:1"), "day", "t.s", "new")
    put_wishes(tables, [change], 7)
    outbox = table(tables, OUTBOX)
    assert list(wishes("day:1 day", outbox.rows()["day:1 day"])) == [
        Wish(RecordId("day:1"), "day", "t.s", "new", 7, early)
    ]
    outbox.put({"day:1 day": {"t.s": ["new", 7, late]}})
    put_wishes(tables, [change], 8)
    assert outbox.rows()["day:1 day"] == {"t.s": ["new", 8, late]}


def test_ones_own_word_shows_above_what_was_merged(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        tables = vars(journal)["_tables"]
        table(tables, "base").put(
            {"day:2026-09-14 day": {"t.s1": ["old", "0" * 24], "bed": [1300, "0" * 24]}}
        )
        await journal.write([tick("s1")])
        for shown in (journal, await reopened(home)):
            record = shown.records[RecordId("day:2026-09-14")]
            assert record.fields == {"t.s1": ["done", "person"], "bed": 1300}

    run(story())
