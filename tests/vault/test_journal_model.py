"""A journal against the simplest thing that could be one, under random orders, weather and restarts."""

import asyncio
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from services.planner.edit import Change
from services.planner.errors import StorageFull, StorageUnavailable
from services.planner.ids import RecordId
from services.vault.journal import Journal
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import Home

RECORDS = st.sampled_from(["day:2026-09-14", "day:2026-09-15", "r1"])
FIELDS = st.sampled_from(["_new", "_del", "t.s1", "t.s2", "title"])
VALUES = st.sampled_from([None, True, 5, "Zähne", ["done", "p"], {"a": [1]}])
CHANGES = st.lists(st.tuples(RECORDS, FIELDS, VALUES), min_size=1, max_size=4)


def change(asked: tuple[str, str, Any]) -> Change:
    record, field, value = asked
    return Change(RecordId(record), "day" if record.startswith("day") else "routine", field, value)


class JournalAgainstModel(RuleBasedStateMachine):
    """The model is a dictionary of fields; what a write raised for never entered it."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.home = Home()
        self.vault = self.home.vault()
        self.model: dict[str, dict[str, Any]] = {}
        self.told: set[str] = set()
        self.loop.run_until_complete(self._begin())

    async def _begin(self) -> None:
        await self.vault.create(LockKind.NONE)
        self.journal = await self.vault.add_planner()
        self.journal.subscribe(self.told.update)

    def teardown(self) -> None:
        self.loop.close()

    def note(self, asked: list[tuple[str, str, Any]]) -> None:
        for record, field, value in asked:
            self.model.setdefault(record, {})[field] = value

    @rule(asked=CHANGES)
    def write(self, asked: list[tuple[str, str, Any]]) -> None:
        self.told.clear()
        self.loop.run_until_complete(self.journal.write([change(one) for one in asked]))
        self.note(asked)
        assert self.told == {record for record, _, _ in asked}

    @rule(several=st.lists(CHANGES, min_size=2, max_size=4), fails=st.booleans())
    def write_several_at_once(self, several: list[list[tuple[str, str, Any]]], fails: bool) -> None:
        async def together() -> list[BaseException | None]:
            writes = [self.journal.write([change(one) for one in asked]) for asked in several]
            return await asyncio.gather(*writes, return_exceptions=True)

        if fails:
            self.home.memory.fail_at(1)
        answers = self.loop.run_until_complete(together())
        for asked, answer in zip(several, answers, strict=True):
            assert answer is None or isinstance(answer, StorageUnavailable)
            if answer is None:
                self.note(asked)

    @rule(asked=CHANGES)
    def write_on_a_full_disk(self, asked: list[tuple[str, str, Any]]) -> None:
        self.home.memory.fill_disk()
        try:
            self.loop.run_until_complete(self.journal.write([change(one) for one in asked]))
        except StorageFull:
            pass
        else:
            raise AssertionError("a full disk took a write")
        finally:
            self.home.memory.fill_disk(False)

    @rule()
    def lock_and_open_again(self) -> None:
        async def again() -> Journal:
            self.vault.lock()
            await self.vault.open_()
            return self.vault.journals()[0]

        self.journal = self.loop.run_until_complete(again())
        self.journal.subscribe(self.told.update)

    @rule()
    def the_app_is_killed_and_started_anew(self) -> None:
        async def anew() -> tuple[Vault, Journal]:
            store = self.home.memory
            self.home.store = type(store)(store.content_by_name)
            vault = self.home.vault()
            await vault.open_()
            return vault, vault.journals()[0]

        self.vault, self.journal = self.loop.run_until_complete(anew())
        self.journal.subscribe(self.told.update)

    @precondition(lambda self: self.model)
    @rule()
    def one_generation_rots_away(self) -> None:
        """The older one: what was acknowledged last is in the newer."""

        async def names() -> list[str]:
            return [name for name in await self.home.store.names() if name.startswith(self.journal.file_id)]

        generations = {
            self.home.memory.content_by_name[name][20:28]: name
            for name in self.loop.run_until_complete(names())
        }
        if len(generations) == 2:
            self.home.damage(generations[min(generations)])

    @invariant()
    def the_journal_holds_what_the_model_holds(self) -> None:
        shown = {record.id: dict(record.fields) for record in self.journal.records.values()}
        assert shown == self.model


JournalAgainstModel.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
test_a_journal_does_what_a_dictionary_would = JournalAgainstModel.TestCase
