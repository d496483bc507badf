"""What sync replaces: all of it or nothing, beside the ticks of the moment; entries lie in chunks."""

import asyncio

import pytest

from services.planner.errors import StorageFull, StorageUnavailable, VaultDamaged, VaultLocked, VaultReadOnly
from services.planner.ids import RecordId
from services.vault.journal import Journal
from services.vault.raw_chunk import NumberedEntry, from_records, to_records
from services.vault.raw_log import CHUNK_BYTES
from services.vault.settling import Kept, Replacement
from services.vault.store_memory import MemoryStore
from services.vault.vault_state import LockKind
from tests.vault.homes import Home, tick, ticked

DAY = "day:2026-09-14 day"
STAMP = "0199a0000000000000000001"


async def planner(store: MemoryStore | None = None) -> tuple[Home, Journal]:
    home = Home(store or MemoryStore())
    vault = home.vault()
    await vault.create(LockKind.NONE)
    return home, await vault.add_planner()


async def reopened(home: Home) -> Journal:
    vault = Home(home.memory.beside(), home.keystore, home.clock, home.crypto).vault()
    await vault.open_()
    return vault.journals()[0]


def entries(*sizes: int, start: int = 1) -> tuple[NumberedEntry, ...]:
    return tuple(NumberedEntry(seq, bytes([seq % 256]) * size) for seq, size in enumerate(sizes, start))


def chunks(home: Home) -> list[str]:
    return sorted(name for name in home.memory.content_by_name if ".r" in name)


def test_a_step_replaces_documents_of_every_table_at_once(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.write([tick("s1")])
        heard: list[frozenset[RecordId]] = []
        journal.subscribe(heard.append)
        seen: list[Kept] = []

        def step(kept: Kept) -> Replacement:
            seen.append(kept)
            return Replacement(
                base={DAY: {"t.s1": [["done", "person"], STAMP]}},
                outbox={DAY: None},
                meta={"log": {"head": 1}},
                odd={"1": {"why": "form"}},
                raw=entries(10),
            )

        await journal.settle(step)
        assert seen[0].outbox == {DAY: {"t.s1": [["done", "person"], home.clock.now_ms]}}
        assert heard == [], "what a person sees is as it was"
        for one in (journal, await reopened(home)):
            kept = one.kept()
            assert ticked(one) == {"s1"}
            assert (kept.outbox, kept.meta["log"], kept.odd) == ({}, {"head": 1}, {"1": {"why": "form"}})
            assert await one.raw() == entries(10)

    run(story())


def test_listeners_hear_of_what_looks_otherwise_after_a_step_and_of_nothing_else(run) -> None:
    async def story() -> None:
        _, journal = await planner()
        heard: list[frozenset[RecordId]] = []
        journal.subscribe(heard.append)
        await journal.settle(lambda _: Replacement(meta={"log": {"head": 1}}))
        two = {DAY: {"bed": ["a", STAMP]}, "day:2026-09-15 day": {"bed": ["b", STAMP]}}
        await journal.settle(lambda _: Replacement(base=two))
        await journal.settle(lambda _: Replacement(base=two))
        await journal.settle(lambda _: Replacement(base={DAY: two[DAY]}, is_whole=True))
        assert heard == [
            frozenset({"day:2026-09-14", "day:2026-09-15"}),
            frozenset({"day:2026-09-15"}),
        ]

    run(story())


def test_what_is_on_its_way_is_seen_below_what_waits(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        flying = {"entry": "", "wishes": {DAY: {"bed": ["flying", 1], "woke": ["flying", 1]}}}
        await journal.settle(
            lambda _: Replacement(base={DAY: {"bed": ["settled", STAMP]}}, meta={"inflight": flying})
        )
        await journal.write([_bed("waits")])
        for one in (journal, await reopened(home)):
            fields = one.records[RecordId("day:2026-09-14")].fields
            assert (fields["bed"], fields["woke"]) == ("waits", "flying")
        await journal.settle(lambda _: Replacement(meta={"inflight": None}))
        assert "woke" not in journal.records[RecordId("day:2026-09-14")].fields

    run(story())


def test_a_base_that_takes_another_s_place_takes_records_away(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        two = {DAY: {"bed": ["a", STAMP]}, "day:2026-09-15 day": {"bed": ["b", STAMP]}}
        await journal.settle(lambda _: Replacement(base=two, odd={"7": {"why": "form"}}))
        await journal.settle(lambda _: Replacement(base={DAY: two[DAY]}, is_whole=True))
        for one in (journal, await reopened(home)):
            assert set(one.records) == {"day:2026-09-14"}
            assert one.kept().odd == {}

    run(story())


def test_ticks_and_steps_of_one_flush_come_in_their_order(run) -> None:
    async def story() -> None:
        home, journal = await planner()

        def take_all(kept: Kept) -> Replacement:
            return Replacement(outbox=dict.fromkeys(kept.outbox), meta={"taken": {"n": len(kept.outbox)}})

        await asyncio.gather(
            journal.write([tick("s1")]), journal.settle(take_all), journal.write([tick("s2")])
        )
        for one in (journal, await reopened(home)):
            assert one.kept().meta["taken"] == {"n": 1}
            assert ticked(one) == {"s2"}

    run(story())


@pytest.mark.parametrize("nth", [1, 2])
def test_when_the_disk_says_no_nothing_of_a_step_is_there(run, nth: int) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.settle(lambda _: Replacement(raw=entries(5)))
        before = journal.kept(), await journal.raw()
        home.memory.fail_at(nth)
        step = Replacement(base={DAY: {"bed": ["x", STAMP]}}, raw=entries(5, start=2))
        with pytest.raises(StorageUnavailable):
            await journal.settle(lambda _: step)
        assert (journal.kept(), await journal.raw()) == before
        await journal.settle(lambda _: step)
        for one in (journal, await reopened(home)):
            assert await one.raw() == (*entries(5), *entries(5, start=2))

    run(story())


def test_a_step_that_raises_changes_nothing_and_the_next_flush_works(run) -> None:
    async def story() -> None:
        _, journal = await planner()

        def broken(_: Kept) -> Replacement:
            raise VaultDamaged("made up")

        with pytest.raises(VaultDamaged):
            await journal.settle(broken)
        await journal.write([tick("s1")])
        assert ticked(journal) == {"s1"}

    run(story())


def test_who_may_not_write_settles_nothing(run) -> None:
    async def story() -> None:
        _, journal = await planner()
        journal.is_read_only = True
        with pytest.raises(VaultReadOnly):
            await journal.settle(lambda _: Replacement())
        journal.close()
        with pytest.raises(VaultLocked):
            journal.kept()
        with pytest.raises(VaultLocked):
            await journal.raw()

    run(story())


# -- entries as they came --------------------------------------------------------------------------


def test_a_tick_touches_no_chunk_and_an_entry_only_the_last(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.settle(lambda _: Replacement(raw=entries(200_000, 100_000, 100_000)))
        assert len(chunks(home)) == 2
        before = {name: home.memory.content_by_name[name] for name in chunks(home)}
        await journal.write([tick("s1")])
        assert {name: home.memory.content_by_name[name] for name in chunks(home)} == before
        await journal.settle(lambda _: Replacement(raw=entries(10, start=4)))
        changed = [name for name in chunks(home) if home.memory.content_by_name[name] != before.get(name)]
        assert changed == chunks(home)[-1:]
        again = await reopened(home)
        assert await again.raw() == (*entries(200_000, 100_000, 100_000), *entries(10, start=4))

    run(story())


def test_a_chunk_is_at_most_256_kib_unless_one_entry_is_all_of_it(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        for seq in range(1, 12):
            await journal.settle(lambda _, seq=seq: Replacement(raw=entries(60_000, start=seq)))
        assert len(chunks(home)) == 3
        assert all(len(home.memory.content_by_name[name]) <= CHUNK_BYTES + 8_192 for name in chunks(home))
        await journal.settle(lambda _: Replacement(raw=entries(262_144, start=12)))
        assert [entry.seq for entry in await (await reopened(home)).raw()] == list(range(1, 13))

    run(story())


def test_replacing_all_entries_leaves_no_older_chunk(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.settle(lambda _: Replacement(raw=entries(200_000, 200_000)))
        before = chunks(home)
        await journal.settle(lambda _: Replacement(raw=entries(5, start=9), is_whole=True))
        assert not set(before) & set(chunks(home))
        assert await (await reopened(home)).raw() == entries(5, start=9)
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await journal.settle(lambda _: Replacement(raw=(), is_whole=True))
        home.memory.fill_disk(False)
        assert await journal.raw() == entries(5, start=9)

    run(story())


def test_damaged_entries_are_said_to_be_until_all_are_replaced_and_the_planner_opens(run) -> None:
    async def story() -> None:
        for what in ("flip", "gone", "older"):
            home, journal = await planner()
            await journal.settle(lambda _: Replacement(raw=entries(50)))
            (name,) = chunks(home)
            older = home.memory.content_by_name[name]
            await journal.settle(lambda _: Replacement(raw=entries(50, start=2)))
            if what == "flip":
                home.damage(name)
            elif what == "gone":
                del home.memory.content_by_name[name]
            else:
                home.memory.content_by_name[name] = older
            again = await reopened(home)
            with pytest.raises(VaultDamaged):
                await again.raw()
            await journal.settle(lambda _: Replacement(raw=entries(50, start=3)))
            with pytest.raises(VaultDamaged):
                await (await reopened(home)).raw()
            await journal.settle(lambda _: Replacement(raw=entries(7), is_whole=True))
            assert await (await reopened(home)).raw() == entries(7)

    run(story())


def test_a_chunk_opens_only_in_its_own_place(run) -> None:
    async def story() -> None:
        home, journal = await planner()
        await journal.settle(lambda _: Replacement(raw=entries(200_000, 200_000)))
        first, second = chunks(home)
        home.memory.content_by_name[second] = home.memory.content_by_name[first]
        with pytest.raises(VaultDamaged):
            await (await reopened(home)).raw()

    run(story())


def test_a_planner_that_goes_takes_its_entries_along(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.NONE)
        journal = await vault.add_planner()
        await journal.settle(lambda _: Replacement(raw=entries(10)))
        assert chunks(home)
        await vault.remove_planner(journal)
        assert not chunks(home)

    run(story())


def test_records_that_are_cut_off_are_refused() -> None:
    records = to_records(entries(3, 4))
    assert tuple(from_records(records)) == entries(3, 4)
    for cut in range(1, len(records)):
        if cut != 15:
            with pytest.raises(VaultDamaged):
                list(from_records(records[:cut]))


def _bed(value: str) -> object:
    change = tick("x")
    return type(change)(change.record, change.type, "bed", value)
