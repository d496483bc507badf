"""The list of targets."""

import asyncio

import pytest

from tests.views.pupil.pupil_house import MONDAY, pupil_house
from views.pupil.targets_model import TargetsModel

pytestmark = pytest.mark.feature("P6")


def test_the_list_begins_empty_with_room_for_three() -> None:
    async def story() -> None:
        house = await pupil_house()
        state = TargetsModel(house.desk, house.actions).state
        assert (state.open, state.put_away, state.may_add) == ((), (), True)

    asyncio.run(story())


def test_a_row_says_what_was_said_last_and_before() -> None:
    async def story() -> None:
        house = await pupil_house()
        model = TargetsModel(house.desk, house.actions)
        model.subscribe(lambda: None)
        target = await house.target()
        for day, score in enumerate((3, 5)):
            await house.desk.rate(target, MONDAY.replace(day=14 + day), score)
        (row,) = model.state.open
        assert row.latest is not None
        assert row.before is not None
        assert (row.before.score, row.latest.score) == (3, 5)

    asyncio.run(story())


def test_put_away_targets_are_kept_apart_newest_first() -> None:
    async def story() -> None:
        house = await pupil_house()
        model = TargetsModel(house.desk, house.actions)
        model.subscribe(lambda: None)
        for words, day in (("First", 14), ("Second", 16)):
            await house.desk.close_target(await house.target(words), MONDAY.replace(day=day))
        assert [target.words for target in model.state.put_away] == ["Second", "First"]
        assert not model.state.shows_put_away
        model.turn_put_away()
        assert model.state.shows_put_away

    asyncio.run(story())


def test_a_list_nobody_looks_at_is_fresh_when_somebody_looks_again() -> None:
    async def story() -> None:
        house = await pupil_house()
        model = TargetsModel(house.desk, house.actions)
        model.subscribe(lambda: None)()
        await house.target()
        assert model.state.open == ()
        model.subscribe(lambda: None)
        assert len(model.state.open) == 1

    asyncio.run(story())


def test_the_day_to_look_again_is_marked() -> None:
    async def story() -> None:
        house = await pupil_house()
        await house.desk.add_target("Up by seven", "sun", "", (), MONDAY, None)
        assert TargetsModel(house.desk, house.actions).state.open[0].is_review_due

    asyncio.run(story())
