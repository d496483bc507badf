"""The parent's desk: a planner begun for a child, shaping its week, and what only others may do."""

from collections.abc import Callable
from typing import Any

import pytest

from services.crypto.choose import crypto_here
from services.desk.answers import NewLock, PupilAnswers
from services.desk.setting_up import CASELOAD, begin_planner, make_vault, set_up
from services.planner.errors import FirstbellError, InputRejected, NotPermitted
from services.planner.pupil import pupil_of
from services.planner.words import AgeBand, Outcome, Part, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault_state import Absent, LockKind
from tests.desk.family_room import ALI, JO, PUPILS_TABLET, SAM, family_room, fresh_vault
from tests.desk.room import MONDAY, NOW_MS

Run = Callable[[Any], Any]
OPEN = NewLock(LockKind.NONE)


async def set_up_on(store: MemoryStore, keystore: MemoryKeystore, **changes: Any) -> Any:
    usual: dict[str, Any] = {"pupil": SAM, "adult": JO, "lock": OPEN, "has_key_store": False}
    chance, clock = crypto_here().random, lambda: NOW_MS
    return await set_up(fresh_vault(store, keystore), **{**usual, **changes}, random=chance, now_ms=clock)


def test_a_parent_begins_a_whole_planner_for_a_child_who_has_not_joined(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        planner = house.desk.planner
        assert planner.me is not None
        assert (planner.me.name, planner.me.role) == ("Jo", Role.PARENT)
        pupil = pupil_of(planner)
        assert (pupil.name, pupil.picture, pupil.age_band) == ("Sam", "fox", AgeBand.FROM_8_TO_11)
        assert not pupil.has_joined
        assert {routine.part for routine in planner.routines} == {Part.MORNING, Part.EVENING}
        assert planner.contacts

    run(story())


def test_a_child_who_joins_later_is_called_as_they_say_and_finds_everything(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        sam = await house.sam_joins("Sammy")
        assert pupil_of(house.desk.planner).name == "Sammy"
        assert sam.planner.routines == house.desk.planner.routines
        await house.desk.call_pupil("Somebody", "owl")
        assert pupil_of(house.desk.planner).name == "Sammy"
        with pytest.raises(InputRejected) as caught:
            await sam.arrive("Again", "fox")
        assert caught.value.field == "person"

    run(story())


def test_a_second_device_of_a_person_is_the_same_person(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        sam = await house.sam_joins()
        assert sam.planner.me is not None
        tablet = await house.sam_joins("Sam", PUPILS_TABLET, sam.planner.me.id)
        assert tablet.planner.me == sam.planner.me
        mentor = await house.mentor_joins()
        assert {person.name for person in mentor.planner.people.values()} == {"Sam", "Jo", "Ms Ali"}
        assert len(mentor.planner.people) == 3

    run(story())


def test_a_parent_changes_the_weekdays_of_a_step(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        step = house.step("dressed")
        await house.desk.change_step(step, days=[0, 1])
        found = next(s for r in house.desk.planner.routines for s in r.steps if s.id == step)
        assert found.days == {0, 1}

    run(story())


def test_a_parent_ticks_under_their_own_name_and_only_while_it_is_allowed(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        step, jo = house.step("alarm"), house.desk
        with pytest.raises(NotPermitted):
            await jo.set_outcome(MONDAY, step, Outcome.DONE)
        with pytest.raises(NotPermitted):
            await jo.set_adult_ticks(True)
        sam = await house.sam_joins()
        await sam.set_adult_ticks(True)
        await jo.set_outcome(MONDAY, step, Outcome.DONE)
        assert jo.planner.me is not None
        assert sam.planner.day_by_date[MONDAY].outcome_by_step[step] == (Outcome.DONE, jo.planner.me.id)
        await (await house.mentor_joins()).set_adult_ticks(False)
        with pytest.raises(NotPermitted):
            await jo.set_outcome(MONDAY, step, Outcome.NONE)

    run(story())


def test_a_parent_rates_a_target_in_a_voice_of_their_own(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        sam = await house.sam_joins()
        target = await sam.add_target("Up by seven", "alarm_clock")
        await sam.rate(target, MONDAY, 3)
        await house.desk.rate(target, MONDAY, 6, "Two calm mornings")
        said = {rating.voice: rating.score for rating in sam.planner.ratings}
        assert said == {Role.PUPIL: 3, Role.PARENT: 6}

    run(story())


def test_a_mentors_vault_has_a_caseload_and_needs_a_lock_where_no_system_keeps_the_secret(run: Run) -> None:
    async def story() -> None:
        store, keystore = MemoryStore(), MemoryKeystore(crypto_here().random)
        with pytest.raises(InputRejected) as caught:
            await set_up_on(store, keystore, adult=ALI)
        assert caught.value.field == "lock"
        assert await fresh_vault(store, keystore).look() == Absent()
        await set_up_on(store, keystore, adult=ALI, has_key_store=True)
        vault = fresh_vault(store, keystore)
        await vault.open_()
        assert {journal.kind for journal in vault.journals()} == {CASELOAD, "shared"}
        assert all(journal.role is Role.MENTOR for journal in vault.journals())

    run(story())


@pytest.mark.parametrize("adult", [JO, ALI], ids=["parent", "mentor"])
@pytest.mark.parametrize("n", range(1, 12))
def test_a_disk_that_gives_up_at_any_write_leaves_nothing_half_made(n: int, adult: Any, run: Run) -> None:
    async def story() -> None:
        store, keystore = MemoryStore(), MemoryKeystore(crypto_here().random)
        store.fail_at(n)
        try:
            await set_up_on(store, keystore, adult=adult, has_key_store=True)
        except FirstbellError:
            assert await fresh_vault(store, keystore).look() == Absent()
            desk, _ = await set_up_on(store, keystore, adult=adult, has_key_store=True)
            assert desk.planner.me is not None

    run(story())


def test_one_more_child_is_added_whole_or_not_at_all(run: Run) -> None:
    async def story() -> None:
        house = await family_room()
        bad = PupilAnswers("\0", "fox", None, "Europe/London", (Part.MORNING,), None)
        chance, clock = crypto_here().random, lambda: NOW_MS
        with pytest.raises(InputRejected):
            await begin_planner(house.vault, bad, JO, random=chance, now_ms=clock)
        assert len(house.vault.journals()) == 1
        await begin_planner(house.vault, SAM, JO, random=chance, now_ms=clock)
        vault = fresh_vault(house.store, house.keystore)
        await house.vault.close()
        await vault.open_()
        assert len(vault.journals()) == 2

    run(story())


def test_a_vault_can_wait_for_a_planner_that_comes_with_a_ticket(run: Run) -> None:
    async def story() -> None:
        vault = fresh_vault(MemoryStore(), MemoryKeystore(crypto_here().random))
        lock = NewLock(LockKind.PIN, "2580", with_card=True)
        card = await make_vault(vault, Role.PARENT, lock, has_key_store=False)
        assert card is not None
        assert vault.is_open
        assert vault.journals() == ()

    run(story())
