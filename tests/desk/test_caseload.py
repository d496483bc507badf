"""A mentor's caseload: pupils side by side, one reason to look at each, and everything durable."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from services.crypto.choose import crypto_here
from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.desk.caseload import Caseload
from services.desk.mentor import MentorDesk
from services.desk.setting_up import CASELOAD, begin_planner, desk_for, set_up
from services.planner.errors import InputRejected, VaultReadOnly
from services.planner.ids import PlannerId
from services.planner.pupil import pupil_of
from services.planner.reason import NothingNow, SomethingNew, reason_to_look
from services.planner.tally import Tally
from services.planner.words import Part, Phase, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.desk.room import MONDAY, NOW_MS, counting

Run = Callable[[Any], Any]
MENTOR = AdultAnswers(Role.MENTOR, "Ms Ali", "owl")


@dataclass
class Tablet:
    """A mentor's tablet in memory."""

    store: MemoryStore
    keystore: MemoryKeystore
    vault: Vault

    def caseload(self) -> Caseload:
        journals = self.vault.journals()
        shared = [one for one in journals if one.kind != CASELOAD]
        desks = [desk_for(one, self.vault.device_hex, crypto_here().random, lambda: NOW_MS) for one in shared]
        mentors = tuple(desk for desk in desks if isinstance(desk, MentorDesk))
        return Caseload(mentors, next(one for one in journals if one.kind == CASELOAD))

    async def reopened(self) -> Caseload:
        await self.vault.close()
        self.vault = Vault(self.store, self.keystore, crypto_here(), lambda: NOW_MS)
        await self.vault.open_()
        return self.caseload()

    async def beside(self) -> Caseload:
        """The same files in a second tab."""
        vault = Vault(self.store.beside(), self.keystore, crypto_here(), lambda: NOW_MS)
        await vault.open_()
        return Tablet(self.store, self.keystore, vault).caseload()


def pupil(name: str) -> PupilAnswers:
    return PupilAnswers(name, "fox", None, "Europe/London", (Part.MORNING,), None)


async def tablet(*names: str) -> Tablet:
    store, keystore = MemoryStore(), MemoryKeystore(crypto_here().random)
    vault = Vault(store, keystore, crypto_here(), lambda: NOW_MS)
    first, *others = names
    usual: dict[str, Any] = {"random": counting(), "now_ms": lambda: NOW_MS}
    lock = NewLock(LockKind.NONE)
    await set_up(vault, pupil(first), MENTOR, lock, has_key_store=True, **usual)
    for name in others:
        await begin_planner(vault, pupil(name), MENTOR, random=crypto_here().random, now_ms=lambda: NOW_MS)
    return Tablet(store, keystore, vault)


def test_a_case_is_kept_and_is_there_after_a_restart(run: Run) -> None:
    async def story() -> None:
        made = await tablet("Sam", "Kai")
        caseload = made.caseload()
        sam, kai = caseload.desks
        await caseload.change_case(
            sam.planner_id, phase=Phase.TRUST, meeting_on=MONDAY, meeting_at="11:00", name="Sam, year 5"
        )
        await caseload.change_case(sam.planner_id, meeting_at=None)
        again = await made.reopened()
        assert {pupil_of(desk.planner).name for desk in again.desks} == {"Sam", "Kai"}
        case = again.case(sam.planner_id)
        assert (case.name, case.phase, case.meeting_on, case.meeting_at) == (
            "Sam, year 5",
            Phase.TRUST,
            MONDAY,
            None,
        )
        assert again.case(kai.planner_id).record is None

    run(story())


def test_looking_is_written_where_everybody_sees_it_and_what_was_new_is_not_new_any_more(run: Run) -> None:
    async def story() -> None:
        caseload = (await tablet("Sam")).caseload()
        [desk] = caseload.desks
        await desk.add_target("Bag ready", "backpack")

        def reason() -> object:
            return reason_to_look(desk.planner, caseload.case(desk.planner_id), MONDAY, NOW_MS, None)

        assert isinstance(reason(), SomethingNew)
        heard: list[None] = []
        stop = caseload.subscribe(lambda: heard.append(None))
        await caseload.look(desk.planner_id, MONDAY)
        assert reason() == NothingNow()
        assert len(heard) == 2
        await caseload.look(desk.planner_id, MONDAY)
        assert len(heard) == 2, "looking again on the same day writes nothing"
        stop()
        await desk.rate((desk.planner.targets[0]).id, MONDAY, 4)
        assert len(heard) == 2
        assert reason() == NothingNow(), "a mentor's own number is nothing new"
        assert caseload.case(desk.planner_id).seen == Tally(targets=1)

    run(story())


def test_two_answers_at_once_make_one_case(run: Run) -> None:

    async def story() -> None:
        made = await tablet("Sam")
        caseload = made.caseload()
        [desk] = caseload.desks
        await asyncio.gather(
            caseload.look(desk.planner_id, MONDAY),
            caseload.change_case(desk.planner_id, phase=Phase.CAUSES),
        )
        case = caseload.case(desk.planner_id)
        assert (case.phase, case.seen_on) == (Phase.CAUSES, MONDAY)
        journal = next(one for one in made.vault.journals() if one.kind == CASELOAD)
        assert len(journal.records) == 1

    run(story())


@pytest.mark.parametrize(
    ("change", "field"),
    [({"meeting_at": "25:00"}, "meeting_at"), ({"name": "x" * 300}, "name")],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    run: Run, change: dict[str, Any], field: str
) -> None:
    async def story() -> None:
        caseload = (await tablet("Sam")).caseload()
        [desk] = caseload.desks
        with pytest.raises(InputRejected) as refused:
            await caseload.change_case(desk.planner_id, **change)
        assert refused.value.field == field
        assert caseload.case(desk.planner_id).record is None
        with pytest.raises(InputRejected):
            await caseload.look(PlannerId("nobody"), MONDAY)

    run(story())


def test_a_second_tab_may_look_and_writes_nothing(run: Run) -> None:
    async def story() -> None:
        made = await tablet("Sam")
        beside = await made.beside()
        [desk] = beside.desks
        assert beside.is_read_only
        with pytest.raises(VaultReadOnly):
            await beside.look(desk.planner_id, MONDAY)
        with pytest.raises(VaultReadOnly):
            await beside.change_case(desk.planner_id, meeting_on=date(2026, 9, 15))

    run(story())


def test_a_mentor_sets_a_target_rates_it_in_their_own_voice_and_lets_adults_tick(run: Run) -> None:
    async def story() -> None:
        caseload = (await tablet("Sam")).caseload()
        [desk] = caseload.desks
        target = await desk.add_target("Bag ready", "backpack", "Bag by the door", ("Jo",), None, 8)
        await desk.rate(target, MONDAY, 4, "The light helps.")
        [rating] = desk.planner.ratings
        assert (rating.voice, rating.score) == (Role.MENTOR, 4)
        await desk.close_target(target, MONDAY, is_reached=True)
        assert desk.planner.targets[0].is_reached
        assert not desk.planner.prefs.adult_ticks
        await desk.set_adult_ticks(True)
        assert desk.planner.prefs.adult_ticks

    run(story())
