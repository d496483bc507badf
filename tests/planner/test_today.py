"""Today: what is done stays done, the smaller size done is done, and a pause counts neither way."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.ids import RoutineId, StepId
from services.planner.record import Record
from services.planner.today import RoutineToday, routine_today, routines_on
from services.planner.words import Outcome, Size
from tests.planner.story import MONDAY, ROUTINE, day, morning, named, planner, record, school_morning, step

OUTCOMES = ["none", "done", "skipped", "not_needed"]
STEPS = ["alarm", "up", "dressed", "teeth", "tell", "out"]


def today(*records: Record) -> RoutineToday:
    """The school morning on Monday."""
    found = routine_today(planner(*school_morning(), *records), ROUTINE, MONDAY)
    assert found is not None
    return found


def test_a_fresh_morning_asks_for_the_usual_steps_and_begins_with_the_first() -> None:
    fresh = today()
    assert named(fresh.steps) == ["alarm", "up", "dressed", "teeth", "out"]
    assert fresh.now is not None
    assert fresh.now.step.id == "alarm"
    assert named(fresh.next_steps) == ["up", "dressed", "teeth", "out"]
    assert (fresh.done_count, fresh.asked_count, fresh.is_finished) == (0, 5, False)


@pytest.mark.parametrize(
    ("outcome", "done", "asked"), [("done", 1, 5), ("skipped", 0, 5), ("not_needed", 0, 4)]
)
def test_after_each_outcome_the_next_step_is_now(outcome: str, done: int, asked: int) -> None:
    after = today(day(MONDAY, {"alarm": outcome}))
    assert after.now is not None
    assert after.now.step.id == "up"
    assert (after.done_count, after.asked_count) == (done, asked)
    assert after.steps[0].by == "sam"


def test_a_routine_is_finished_when_nothing_is_left_to_do() -> None:
    ticks = {"alarm": "done", "up": "done", "dressed": "skipped", "teeth": "not_needed", "out": "done"}
    assert today(day(MONDAY, ticks)).is_finished
    del ticks["teeth"]
    assert not today(day(MONDAY, ticks)).is_finished


@pytest.mark.parametrize(
    ("size", "asked"),
    [
        ("usual", ["alarm", "up", "dressed", "teeth", "out"]),
        ("short", ["dressed", "out"]),
        ("tiny", ["up", "tell"]),
    ],
)
def test_each_size_asks_for_its_own_steps(size: str, asked: list[str]) -> None:
    sized = today(day(MONDAY, sizes={"morning": size}))
    assert named(sized.steps) == asked
    assert sized.size is Size(size)


def test_switching_down_half_way_keeps_what_is_done_and_only_that() -> None:
    ticks = {"alarm": "done", "up": "skipped", "teeth": "not_needed"}
    smaller = today(day(MONDAY, ticks, {"morning": "short"}))
    assert named(smaller.steps) == ["alarm", "dressed", "out"]
    assert smaller.done_count == 1


def test_the_smaller_size_done_is_done() -> None:
    done = today(day(MONDAY, {"alarm": "done", "dressed": "done", "out": "done"}, {"morning": "short"}))
    assert done.is_finished
    assert done.done_count == done.asked_count == 3


def test_going_back_up_keeps_what_the_smaller_size_had_done() -> None:
    back = today(day(MONDAY, {"tell": "done"}, {"morning": "usual"}))
    assert named(back.steps) == ["alarm", "up", "dressed", "teeth", "tell", "out"]


def test_pausing_half_way_through_today_keeps_what_is_done() -> None:
    paused = today(day(MONDAY, {"alarm": "done", "up": "skipped"}, pause="ill"))
    assert paused.is_paused
    assert paused.pause_reason == "ill"
    assert (paused.done_count, paused.asked_count, paused.is_finished) == (1, 1, False)
    assert paused.now is None
    assert not paused.steps[0].is_paused
    assert all(one.is_paused for one in paused.steps[1:])


def test_a_paused_step_is_passed_over_and_counts_neither_way() -> None:
    held = today(
        record("p1", "pause", what="up", from_="2026-09-14", to="2026-09-14"), day(MONDAY, {"alarm": "done"})
    )
    assert held.now is not None
    assert held.now.step.id == "dressed"
    assert (held.done_count, held.asked_count) == (1, 4)
    assert not held.is_paused


def test_with_all_but_the_paused_steps_done_the_routine_is_finished() -> None:
    done = {one: "done" for one in ("alarm", "dressed", "teeth", "out")}
    assert today(record("p1", "pause", what="up", from_="2026-09-14"), day(MONDAY, done)).is_finished


def test_an_empty_routine_is_not_finished_and_a_missing_one_is_not_there() -> None:
    empty = routine_today(planner(*morning()), ROUTINE, MONDAY)
    assert empty is not None
    assert not empty.is_finished
    assert routine_today(planner(), ROUTINE, MONDAY) is None


def test_a_step_is_asked_only_on_its_weekdays_and_stays_once_done() -> None:
    kit = step("kit", "Z", days=[1])
    assert "kit" not in named(today(kit).steps)
    assert "kit" in named(today(kit, day(MONDAY, {"kit": "done"})).steps)
    tuesday = routine_today(planner(*school_morning(), kit), ROUTINE, MONDAY + timedelta(days=1))
    assert tuesday is not None
    assert "kit" in named(tuesday.steps)


def test_a_step_that_was_taken_away_is_not_asked_and_not_counted() -> None:
    gone = today(step("teeth", "H", _del=True), day(MONDAY, {"teeth": "done"}))
    assert "teeth" not in named(gone.steps)
    assert gone.done_count == 0


def test_the_day_shows_its_routines_in_the_order_of_the_day() -> None:
    found = planner(
        record("e", "routine", part="evening", order="V"),
        record("m2", "routine", part="morning", order="W"),
        record("a", "routine", part="after_school", order="V"),
        record("m1", "routine", part="morning", order="V"),
        record("tuesdays", "routine", part="morning", order="A", days=[1]),
    )
    assert [one.routine.id for one in routines_on(found, MONDAY)] == ["m1", "m2", "a", "e"]


@given(
    st.dictionaries(st.sampled_from(STEPS), st.sampled_from(OUTCOMES)),
    st.sampled_from(["usual", "short", "tiny"]),
    st.sampled_from([None, "paused", "ill"]),
    st.sampled_from([None, "all", "morning", "up", "dressed"]),
)
def test_the_sums_of_a_day_always_add_up(
    ticks: dict[str, str], size: str, pause: str | None, held: str | None
) -> None:
    more = [] if held is None else [record("p", "pause", what=held, from_="2026-09-01")]
    one = today(day(MONDAY, ticks, {"morning": size}, pause=pause), *more)
    by = {outcome: sum(s.outcome is outcome and not s.is_paused for s in one.steps) for outcome in Outcome}
    assert one.asked_count == by[Outcome.DONE] + by[Outcome.SKIPPED] + by[Outcome.NONE]
    assert one.done_count == by[Outcome.DONE] == sum(s.outcome is Outcome.DONE for s in one.steps)
    assert len(one.open_steps) == by[Outcome.NONE]
    assert (one.now is None) == (not one.open_steps)
    assert one.is_finished == (not one.open_steps and not one.is_paused)
    assert all(not s.is_paused for s in one.steps if s.outcome in (Outcome.DONE, Outcome.NOT_NEEDED))


@given(
    st.dictionaries(st.sampled_from(STEPS), st.sampled_from(OUTCOMES)),
    st.sampled_from(["usual", "short", "tiny"]),
    st.sampled_from(["usual", "short", "tiny"]),
)
def test_no_change_of_size_ever_loses_a_done_step(ticks: dict[str, str], one: str, other: str) -> None:
    def done(size: str) -> set[StepId]:
        shown = today(day(MONDAY, ticks, {"morning": size})).steps
        return {s.step.id for s in shown if s.outcome is Outcome.DONE}

    assert done(one) == done(other) == {StepId(name) for name, outcome in ticks.items() if outcome == "done"}


def test_two_steps_with_one_key_fall_the_same_way_everywhere() -> None:
    twins = [step("b", "V"), step("a", "V")]
    for order in (twins, twins[::-1]):
        found = planner(*morning(*order)).routine(RoutineId("morning"))
        assert found is not None
        assert [one.id for one in found.steps] == ["a", "b"]
