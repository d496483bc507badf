"""What schedules have found of words that were on their way when the endpoint was put back to before them."""

import asyncio

from tests.simulation.households import remove
from tests.simulation.ledger import Place
from tests.simulation.town import Town, told, town

_YEAR_MS = 365 * 24 * 3_600_000


def test_i4_a_word_on_its_way_that_a_restore_lost_comes_back_as_old_as_it_was() -> None:
    """Seed 784739137965: seen and replaced, it was pushed again as one of now, by a clock that had jumped."""

    async def story() -> None:
        here = await town("pupil", "parent")
        pupil = here["pupil"]
        backup = here.world.endpoint.copy()
        await here.writes("pupil", "before", Place("ann", "s1", "step", "picture"))
        await here.syncs("pupil", "parent")
        await here.writes("pupil", "old")
        await _is_taken_and_not_told(here, "pupil")
        await here.syncs("parent")
        await asyncio.sleep(60)
        await here.writes("parent", "new")
        await here.syncs("parent")
        await here.world.restore(backup, is_said=True)
        pupil.clock.error_ms = -_YEAR_MS
        pupil.content.pop(_raw_chunk(pupil.content))  # what it follows on cannot be offered again
        pupil.switch_off()
        await here.syncs("pupil")
        assert here.sees("pupil") == "old"
        await here.ends_well()
        assert here.sees("pupil") == here.sees("parent") == "new"

    told(story)


def test_i2_a_word_on_its_way_that_a_restore_lost_is_no_older_for_a_new_device() -> None:
    """Seeds 784739146546, 784739135362: by its wall clock of then it lost to what had been said before it."""

    async def story() -> None:
        here = await town("pupil", "parent", "mentor")
        pupil = here["pupil"]
        backup = here.world.endpoint.copy()
        await here.writes("parent", "before")
        pupil.clock.error_ms = -_YEAR_MS
        pupil.switch_off()
        await here.world.start(pupil)
        await here.writes("pupil", "so it hears the right time", Place("ann", "s1", "step", "picture"))
        await here.syncs("pupil")
        await asyncio.sleep(60)
        await here.writes("pupil", "later")
        await _is_taken_and_not_told(here, "pupil")
        await here.world.restore(backup, is_said=True)
        pupil.clock.error_ms = 0
        assert await remove(here.world, here.ann, pupil)
        here.ann.removed.add("pupil")
        await here.ends_well()
        assert here.sees("pupil") == here.sees("parent") == here.sees("mentor") == "later"

    told(story)


def test_i5_a_word_that_was_sent_ahead_of_time_does_not_hold_up_a_new_device() -> None:
    """Beside seed 784739135362: what no log can have had is a word of now."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        pupil = here["pupil"]
        pupil.clock.error_ms = 10 * _YEAR_MS  # not yet noticed
        await here.writes("pupil", "ahead")
        assert await remove(here.world, here.ann, pupil)
        here.ann.removed.add("pupil")
        await here.syncs("pupil")
        await here.ends_well()
        assert here.sees("pupil") == here.sees("mentor") == "ahead"

    told(story)


async def _is_taken_and_not_told(here: Town, name: str) -> None:
    here.world.weather.loses_answers = 1.0
    await here.syncs(name)
    here.world.weather.clear()


def _raw_chunk(names: dict[str, bytes]) -> str:
    return next(name for name in names if ".r" in name)
