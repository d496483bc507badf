"""What schedules have found in the real code, each as a case of its own. The seed stands beside it."""

import asyncio

from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from tests.simulation.households import invite, is_member, let_in, remove
from tests.simulation.ledger import Place
from tests.simulation.town import Town, told, town


def test_i2_a_later_word_on_its_way_is_not_lost_for_an_earlier_one_that_a_restore_lost() -> None:
    """Seed 56: what the restored log lacked waited again, in the place of what was on its way."""

    async def story() -> None:
        here = await town("pupil", "parent")
        backup = here.world.endpoint.copy()
        await here.writes("pupil", "first")
        await here.syncs("pupil")
        await here.writes("pupil", "second")
        here.world.weather.loses_requests = 1.0
        await here.syncs("pupil")
        await here.world.restore(backup, is_said=True)
        here["pupil"].content.pop(_raw_chunk(here["pupil"].content))  # nor can it offer again what it had
        here["pupil"].switch_off()
        await here.ends_well()
        assert here.sees("parent") == "second"

    told(story)


def test_i5_a_phone_that_was_removed_hears_of_it_also_from_a_restored_endpoint() -> None:
    """Seed 257: it only ever offered again what it had, which nobody took from it any more."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        await here.writes("pupil", "said before")
        await here.syncs("pupil", "mentor")
        backup = here.world.endpoint.copy()
        await here.writes("pupil", "said and lost")
        await here.syncs("pupil")
        await here.world.restore(backup, is_said=True)
        assert await remove(here.world, here.ann, here["pupil"])
        await here.syncs("pupil")
        assert here["pupil"].app.standing("ann") is Standing.REMOVED

    told(story)


def _raw_chunk(names: dict[str, bytes]) -> str:
    return next(name for name in names if ".r" in name)


def test_i4_a_new_device_knows_what_it_said_as_the_one_before() -> None:
    """Seed 100134: it gave a later word an earlier stamp than what it had brought in under its old keys."""

    async def story() -> None:
        here = await town("pupil", "parent")
        await here.syncs("pupil")
        here["pupil"].clock.error_ms = 4 * 60_000  # not yet noticed: the next entry is in the future
        await here.writes("pupil", "first")
        here.world.weather.loses_answers = 1.0
        await here.syncs("pupil")
        await here.writes("pupil", "second")
        here.world.weather.clear()
        await asyncio.sleep(3600)
        here["parent"].switch_off()  # so that it hears the right time first
        await here.syncs("parent")
        assert await remove(here.world, here.ann, here["pupil"])
        here.ann.removed.add("pupil")
        await here.ends_well()
        assert here.sees("pupil") == here.sees("parent") == "second"

    told(story)


def test_i5_a_phone_that_was_removed_before_it_ever_read_hears_of_it_too() -> None:
    """Seed 58: without a chain of its own it believed no roster, and asked for ever."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        tablet = here.world.phone("tablet", Role.PUPIL)
        assert await invite(here.world, here.ann, tablet)
        assert await let_in(here.world, here.ann, tablet)
        assert await remove(here.world, here.ann, tablet)
        await here.syncs("tablet")
        assert tablet.app.standing("ann") is Standing.REMOVED

    told(story)


def test_i7_a_removal_outlives_a_restore_also_when_a_snapshot_has_covered_what_came_before_it() -> None:
    """Seed 30209: the removal's roster named an entry that was covered, and could not be offered again."""

    async def story() -> None:
        here = await town("pupil", "parent", "mentor")
        backup = here.world.endpoint.copy()
        await here.writes("mentor", "covered")
        await here.syncs("mentor", "pupil", "parent")
        await here["mentor"].do(here["mentor"].app.compact("ann"))
        assert await remove(here.world, here.ann, here["parent"])
        here.ann.removed.add("parent")
        await here.world.restore(backup, is_said=True)
        await here.syncs("mentor", "pupil", "parent")
        assert not is_member(here.world, here.ann, here["parent"])
        assert here["parent"].app.standing("ann") is Standing.REMOVED
        await here.writes("pupil", "not for everybody")
        await here.ends_well()
        assert here.sees("mentor") == "not for everybody"

    told(story)


def test_i7_two_stewards_who_went_on_from_one_restored_roster_keep_what_each_had_wished() -> None:
    """Found beside seed 30209: the slower steward's removal was forgotten."""

    async def story() -> None:
        here = await town("pupil", "parent", "mentor", "mentor second")
        mentor, second = here["mentor"], here["mentor second"]
        await mentor.do(mentor.app.make_stewards("ann", [mentor.device_id, second.device_id]))
        await here.syncs("pupil", "parent", "mentor", "mentor second")
        backup = here.world.endpoint.copy()
        assert await remove(here.world, here.ann, here["parent"])
        here.ann.removed.add("parent")
        mentor.switch_off()
        await here.world.restore(backup, is_said=True)
        await here.syncs("mentor second")
        assert is_member(here.world, here.ann, here["parent"])
        await second.do(second.app.wish("ann", RosterWish(is_new_epoch=True)))
        await here.syncs("mentor", "mentor second", "pupil")
        assert not is_member(here.world, here.ann, here["parent"])
        await here.ends_well()

    told(story)


def test_i11_a_steward_whose_clock_has_jumped_erases_with_the_right_date() -> None:
    """Seed 20000630: the order was dated by what the clock had lacked before it was put right."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        mentor = here["mentor"]
        mentor.clock.error_ms = -10 * 365 * 24 * 3_600_000
        await here.writes("mentor", "ten years behind")
        await here.syncs("mentor")
        mentor.clock.error_ms = 0
        _, problem = await mentor.do(mentor.app.erase("ann"))
        assert problem == ""
        await here.syncs("pupil")
        assert here["pupil"].app.standing("ann") is Standing.ERASED

    told(story)


def test_i4_a_word_that_a_restore_lost_comes_back_as_old_as_it_was() -> None:
    """Seed 20001034: a device years behind gave it the time of now, and it beat what had taken its place."""

    async def story() -> None:
        here = await town("mentor", "parent")
        mentor = here["mentor"]
        mentor.clock.error_ms = -10 * 365 * 24 * 3_600_000
        await here.writes("mentor", "before", Place("ann", "s1", "step", "picture"))
        await here.syncs("mentor", "parent")
        backup = here.world.endpoint.copy()
        await here.writes("mentor", "old")
        await here.syncs("mentor", "parent")
        await here.writes("parent", "new")
        await here.syncs("parent")
        await here.world.restore(backup, is_said=True)
        mentor.content.pop(_raw_chunk(mentor.content))  # it cannot offer again what it had
        mentor.switch_off()
        await here.syncs("mentor")
        assert here.sees("mentor") == "old"
        await here.ends_well()
        assert here.sees("mentor") == here.sees("parent") == "new"

    told(story)


async def _two_mentors() -> Town:
    """Both lead; the second has not been heard of since."""
    here = await town("pupil", "mentor", "mentor second")
    mentor, second = here["mentor"], here["mentor second"]
    await mentor.do(mentor.app.make_stewards("ann", [mentor.device_id, second.device_id]))
    await here.syncs("pupil", "mentor second")
    return here


def test_i5_who_was_removed_after_a_restore_believes_a_steward_it_knows() -> None:
    """Seed 30000204: it knew a later roster, which the restored log had not, and asked for ever."""

    async def story() -> None:
        here = await _two_mentors()
        backup = here.world.endpoint.copy()
        await here["mentor"].do(here["mentor"].app.wish("ann", RosterWish(is_new_epoch=True)))
        await here.syncs("pupil")
        await here.world.restore(backup, is_said=True)
        here["mentor"].switch_off()
        second = here["mentor second"]
        assert await second.do(second.app.remove("ann", here["pupil"].device_id)) == (True, "")
        await here.syncs("pupil")
        assert here["pupil"].app.standing("ann") is Standing.REMOVED

    told(story)


def test_i5_a_steward_of_before_takes_nobody_out_also_with_the_endpoints_help() -> None:
    """Beside seed 30000204: whoever was removed could go on from an older roster, if an endpoint helps."""

    async def story() -> None:
        here = await _two_mentors()
        backup = here.world.endpoint.copy()
        mentor, second = here["mentor"], here["mentor second"]
        await mentor.do(mentor.app.remove("ann", second.device_id))
        await here.syncs("pupil")
        await here.world.restore(backup, is_said=True)
        mentor.switch_off()
        assert await second.do(second.app.remove("ann", here["pupil"].device_id)) == (True, "")
        await here.syncs("pupil")
        assert here["pupil"].app.standing("ann") is Standing.LIVE
        assert here["pupil"].app.circle("ann").health().is_amber

    told(story)


def test_i2_what_a_steward_alone_has_left_comes_back_as_a_snapshot() -> None:
    """Seed 40000965: a snapshot had covered its entry, and the endpoint was put back to before both."""

    async def story() -> None:
        here = await town("pupil", "parent", "mentor")
        backup = here.world.endpoint.copy()
        await here.writes("pupil", "said before it was lost")
        await here.writes("mentor", "covered too", Place("ann", "s1", "step", "picture"))
        await here.syncs("pupil", "mentor")
        await here["mentor"].do(here["mentor"].app.compact("ann"))
        here["pupil"].switch_off()
        here["pupil"].is_gone = True
        here.ann.removed.add("pupil")
        await here.world.restore(backup, is_said=True)
        await here.syncs("mentor", "parent")
        assert here.sees("parent") == "said before it was lost"
        await here.ends_well()

    told(story)


def test_i5_who_came_and_went_between_a_backup_and_its_restore_hears_of_it() -> None:
    """Seed 644942595559: both rosters, offered again at once, left no row of it, and it asked for ever."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        backup = here.world.endpoint.copy()
        tablet = here.world.phone("tablet", Role.PUPIL)
        assert await invite(here.world, here.ann, tablet)
        assert await let_in(here.world, here.ann, tablet)
        assert await remove(here.world, here.ann, tablet)
        await here.world.restore(backup, is_said=True)
        await here.syncs("mentor", "tablet")
        assert tablet.app.standing("ann") is Standing.REMOVED

    told(story)
