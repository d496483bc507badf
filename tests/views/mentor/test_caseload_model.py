"""The list of pupils: one reason each, an order by what is to do, and nothing that moves under a hand."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from services.planner.day_use import Use
from services.planner.reason import DAY_MS, MeetingToday, NothingNow, NotSynced, ReviewDue, SomethingNew
from tests.views.mentor.mentor_house import MONDAY, MONDAY_0742_MS, mentor_house
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_state import ROWS_AT_ONCE, Only, Order

Run = Callable[[Awaitable[Any]], Any]


def names(model: CaseloadModel) -> list[str]:
    return [row.name for row in model.state.rows]


def test_who_needs_me_comes_first_and_the_reason_is_one(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house("Zara", "Megan", "Kai", "Aisha", "Sam")
        zara, megan, kai, aisha, _ = (desk.planner_id for desk in house.caseload.desks)
        await house.desk(3).add_target("Bag ready", "backpack", review_on=MONDAY - timedelta(days=1))
        await house.caseload.change_case(kai, meeting_on=MONDAY, meeting_at="11:00")
        await house.pupil_pauses(MONDAY, number=1)
        model = house.list_model()
        assert names(model) == ["Kai", "Aisha", "Megan", "Sam", "Zara"]
        reasons = [row.reason for row in model.state.rows]
        assert reasons[0] == MeetingToday("11:00")
        assert isinstance(reasons[1], ReviewDue)
        assert model.state.rows[1].about == "Bag ready"
        assert isinstance(reasons[2], SomethingNew)
        assert reasons[3:] == [NothingNow(), NothingNow()]
        assert model.state.kinds == (Only.MEETING, Only.REVIEW, Only.NEW)
        assert {zara, megan, aisha} <= {row.planner for row in model.state.rows}

    run(story())


def test_nothing_moves_under_a_hand_and_coming_back_orders_anew(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house("Aisha", "Kai")
        model = house.list_model()
        stop = model.subscribe(lambda: None)
        assert names(model) == ["Aisha", "Kai"]
        await house.pupil_pauses(MONDAY, number=1)
        assert names(model) == ["Aisha", "Kai"]
        assert isinstance(model.state.rows[1].reason, SomethingNew), "the row says it, in its place"
        stop()
        model.subscribe(lambda: None)
        assert names(model) == ["Kai", "Aisha"]

    run(story())


def test_only_the_row_that_changed_is_another_one(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house("Aisha", "Kai")
        model = house.list_model()
        model.subscribe(lambda: None)
        aisha, kai = model.state.rows
        await house.pupil_ticks(MONDAY, number=1)
        assert model.state.rows[0] is aisha
        assert model.state.rows[1] is not kai
        assert model.state.rows[1].strip[-1].use is Use.DONE
        assert model.state.rows[1].reason == NothingNow(), "a tick is no news"

    run(story())


def test_the_list_is_sorted_narrowed_and_searched(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house("Zara", "Megan", "Kai")
        zara, _, kai = (desk.planner_id for desk in house.caseload.desks)
        await house.caseload.change_case(kai, meeting_on=MONDAY + timedelta(days=2), name="Kai, year 2")
        await house.caseload.change_case(zara, meeting_on=MONDAY + timedelta(days=1))
        model = house.list_model()
        model.sort(Order.NAME)
        assert names(model) == ["Kai, year 2", "Megan", "Zara"]
        model.sort(Order.MEETING)
        assert names(model) == ["Zara", "Kai, year 2", "Megan"]
        model.search(" YEAR ")
        assert names(model) == ["Kai, year 2"]
        assert (model.state.found, model.state.total) == (1, 3)
        model.search("")
        model.narrow(Only.MEETING)
        assert names(model) == []
        model.narrow(None)
        assert model.state.found == 3
        assert not model.state.has_tools, "three are seen at a glance"

    run(story())


def test_seventy_two_pupils_are_shown_in_parts(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house(*(f"Pupil {n:02}" for n in range(72)))
        model = house.list_model()
        state = model.state
        assert (len(state.rows), state.found, state.pages, state.has_tools) == (ROWS_AT_ONCE, 72, 2, True)
        assert ROWS_AT_ONCE <= 50
        model.turn(1)
        assert names(model)[0] == "Pupil 36"
        model.search("Pupil 7")
        assert names(model) == ["Pupil 70", "Pupil 71"]
        assert model.state.tools.page == 0

    run(story())


def test_without_sync_there_is_no_last_sync_and_with_it_silence_is_a_reason(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        assert house.list_model().state.rows[0].last_sync_ms is None
        house.last_sync_ms = MONDAY_0742_MS - 5 * DAY_MS
        row = house.list_model().state.rows[0]
        assert row.reason == NotSynced(house.last_sync_ms)
        assert row.last_sync_ms == house.last_sync_ms

    run(story())


@pytest.mark.parametrize("days", [1, 3])
def test_another_day_makes_another_strip(run: Run, days: int) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_ticks(MONDAY)
        model = house.list_model()
        assert model.state.rows[0].strip[-1].use is Use.DONE
        house.days_pass(days)
        model.subscribe(lambda: None)
        strip = model.state.rows[0].strip
        assert [day.use for day in strip].index(Use.DONE) == 6 - days
        assert model.state.today == MONDAY + timedelta(days=days)

    run(story())
