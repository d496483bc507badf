"""The list of pupils: who, why and the week; searched, sorted and narrowed; and its door to a page."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.stage.stage import Stage
from tests.views.mentor.mentor_house import DAY_MS, MONDAY, MONDAY_0742_MS, mentor_house
from tests.views.mentor.mentor_seen import LANGUAGES, WIDTHS, Went, list_seen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_who_why_and_the_week_and_opens_a_page(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        house, went = await mentor_house("Sam", "Kai"), Went()
        await house.desk(1).add_target("Bag ready", "backpack", review_on=MONDAY)

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, said.caseload.title)
            assert here.says(said.caseload.count.say(2))
            rows = [name for name in here.names() if name.startswith(("Sam", "Kai"))]
            assert rows[0].startswith("Kai. " + said.reason.review.format(target="Bag ready"))
            assert rows[1].startswith(f"Sam. {said.reason.nothing}")
            await here.tap("Kai. ")
            await house.settle()
            await here.settle()
            if width < 700:
                assert went == [f"/pupil/{house.desk(1).planner_id}"]
            else:
                assert (1, "Kai") in here.headings()
                assert here.thing("Kai. ").is_selected
                assert not went

        await list_seen(house, act, went, width=width, language=language)

    run(story())


def test_the_next_meeting_and_the_last_sync_stand_in_the_row(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.caseload.change_case(house.desk().planner_id, meeting_on=MONDAY + timedelta(days=1))
        house.last_sync_ms = MONDAY_0742_MS - DAY_MS

        async def act(here: Stage) -> None:
            name = here.thing("Sam. ").name
            assert name.endswith("Meeting tomorrow. As of Yesterday")
            assert here.says("As of Yesterday")

        await list_seen(house, act, Went())

    run(story())


def test_many_pupils_are_searched_sorted_and_narrowed_and_few_are_not(run: Run) -> None:
    async def story() -> None:
        few = await mentor_house("Sam", "Kai")

        async def act_on_few(here: Stage) -> None:
            assert "Find a pupil" not in here.names()

        await list_seen(few, act_on_few, Went())
        house = await mentor_house(*(f"Pupil {n:02}" for n in range(40)))
        await house.caseload.change_case(house.desk(7).planner_id, meeting_on=MONDAY)

        async def act(here: Stage) -> None:
            rows = [name for name in here.names() if name.startswith("Pupil ")]
            assert len(rows) == 36
            assert rows[0].startswith("Pupil 07. You meet today")
            await here.tap("More pupils")
            assert here.says("Page 2 of 2")
            assert "Back to those before" in here.names()
            await here.tap("Sort and narrow")
            await here.tap("Meeting today")
            assert [name[:8] for name in here.names() if name.startswith("Pupil ")] == ["Pupil 07"]
            assert here.says("1 pupil found")
            await here.tap("Everybody")
            await here.tap("Name")
            await here.type("Find a pupil", "39")
            assert [name[:8] for name in here.names() if name.startswith("Pupil ")] == ["Pupil 39"]
            await here.type("Find a pupil", "nobody")
            assert here.says("No pupil fits.")

        await list_seen(house, act, Went())

    run(story())


def test_a_second_tab_may_look_and_is_offered_no_change(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        for journal in (*house.journals, house.caseload._journal):
            journal.is_read_only = True

        async def act(here: Stage) -> None:
            await here.tap("Sam. ")
            await house.settle()
            await here.settle()
            assert (1, "Sam") in here.headings()
            for change in ("Meeting and phase", "Add a target", "Add a pupil"):
                assert change not in here.names()

        await list_seen(house, act, Went(), width=1180)

    run(story())
