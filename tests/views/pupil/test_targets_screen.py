"""The list of targets as a person meets it: empty, with three open, with some put away."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.stage.stage import Stage
from tests.views.pupil.pupil_house import MONDAY, pupil_house
from tests.views.pupil.targets_seen import LANGUAGES, WIDTHS, list_seen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

pytestmark = pytest.mark.feature("P6")

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_target_there_is_one_thing_to_do(run: Run, width: int, language: Language) -> None:
    said = sentences_in(language).targets.all

    async def story() -> None:
        went: list[str] = []

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, said.title)
            assert here.says(said.empty_title)
            assert here.names() == [said.empty_add]
            await here.tap(said.empty_add)

        await list_seen(await pupil_house(), act, went, width, language=language)
        assert went == ["/targets/new"]

    run(story())


def test_a_card_says_the_words_the_next_step_and_the_last_number_and_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await pupil_house(), list[str]()
        target = await house.target()
        await house.desk.rate(target, MONDAY, 5)

        async def act(here: Stage) -> None:
            name = here.names()[0]
            for part in ("Bag ready the night before", "Next: Bag by the door", "You said 5 today"):
                assert part in name
            await here.tap(name)

        await list_seen(house, act, went)
        assert went == [f"/targets/{target}"]

    run(story())


def test_with_three_open_there_is_no_way_to_a_fourth(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        for words in ("One", "Two", "Three"):
            await house.target(words)

        async def act(here: Stage) -> None:
            assert here.says("Three is plenty.")
            assert not any("A new target" in name for name in here.names())

        await list_seen(house, act, [])

    run(story())


def test_put_away_targets_are_one_press_further(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        await house.desk.close_target(await house.target("Up by seven"), MONDAY, is_reached=True)

        async def act(here: Stage) -> None:
            assert not here.says("Up by seven")
            await here.tap("Put away (1)")
            assert here.says("Up by seven")
            assert here.says("We did this today")
            await here.tap("Hide what is put away")
            assert not here.says("Up by seven")

        await list_seen(house, act, [])

    run(story())
