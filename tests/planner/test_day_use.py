"""A day in one quiet word: a smaller size done is done, a pause counts neither way, a gap is only a gap."""

from datetime import date, timedelta

import pytest

from services.planner.day_use import Use, day_use, week_strip
from services.planner.four_weeks import four_weeks
from services.planner.record import Record
from services.planner.words import Size
from tests.planner.story import MONDAY, day, planner, record, school_morning

USUAL = dict.fromkeys(("alarm", "up", "dressed", "teeth", "out"), "done")
TOMORROW = MONDAY + timedelta(days=1)
PAUSED = record("p", "pause", what="all", from_="2026-09-14", to="2026-09-14")

STORIES: dict[str, tuple[list[Record], Use]] = {
    "nothing": ([], Use.QUIET),
    "everything": ([day(MONDAY, USUAL)], Use.DONE),
    "one step": ([day(MONDAY, {"alarm": "done"})], Use.PARTLY),
    "the tiny size, done": (
        [day(MONDAY, {"up": "done", "tell": "done"}, {"morning": "tiny"})],
        Use.DONE,
    ),
    "one done, the rest not needed": (
        [day(MONDAY, {**dict.fromkeys(USUAL, "not_needed"), "alarm": "done"})],
        Use.DONE,
    ),
    "all not needed": ([day(MONDAY, dict.fromkeys(USUAL, "not_needed"))], Use.PAUSED),
    "all skipped": ([day(MONDAY, dict.fromkeys(USUAL, "skipped"))], Use.QUIET),
    "paused": ([day(MONDAY, pause="ill")], Use.PAUSED),
    "paused half-way": ([day(MONDAY, {"alarm": "done"}, pause="ill")], Use.PAUSED),
    "done, then paused": ([day(MONDAY, USUAL, pause="ill")], Use.DONE),
    "inside a paused range": ([PAUSED], Use.PAUSED),
    "one step paused, the others done": (
        [
            day(MONDAY, {**USUAL, "teeth": "none"}),
            record("p", "pause", what="teeth", from_="2026-09-01"),
        ],
        Use.DONE,
    ),
}


@pytest.mark.parametrize(("records", "use"), STORIES.values(), ids=STORIES.keys())
def test_a_day_that_is_over(records: list[Record], use: Use) -> None:
    assert day_use(planner(*school_morning(), *records), MONDAY, TOMORROW) is use


def test_a_day_that_is_not_over_is_to_come_until_something_is_done() -> None:
    fresh = planner(*school_morning())
    assert day_use(fresh, MONDAY, MONDAY) is Use.TO_COME
    assert day_use(fresh, TOMORROW, MONDAY) is Use.TO_COME
    assert day_use(planner(*school_morning(), day(MONDAY, {"alarm": "done"})), MONDAY, MONDAY) is Use.PARTLY


def test_a_day_without_a_routine_is_a_gap() -> None:
    assert day_use(planner(), MONDAY, MONDAY) is Use.QUIET


def test_of_two_routines_one_done_is_partly_and_one_paused_does_not_count() -> None:
    evening = [
        record("evening", "routine", part="evening", order="V"),
        record("bag", "step", routine="evening", title="bag", order="B", sizes=["usual"]),
    ]
    done = [*school_morning(), *evening, day(MONDAY, USUAL)]
    assert day_use(planner(*done), MONDAY, TOMORROW) is Use.PARTLY
    paused = record("p", "pause", what="evening", from_="2026-09-01")
    assert day_use(planner(*done, paused), MONDAY, TOMORROW) is Use.DONE


def test_the_week_strip_is_the_seven_days_up_to_today() -> None:
    strip = week_strip(planner(*school_morning(), day(MONDAY - timedelta(days=2), USUAL)), MONDAY)
    assert [one.on for one in strip] == [date(2026, 9, 8) + timedelta(days=n) for n in range(7)]
    assert [one.use for one in strip] == [*[Use.QUIET] * 4, Use.DONE, Use.QUIET, Use.TO_COME]


def test_four_weeks_are_this_one_and_the_three_before_by_size() -> None:
    wednesday = MONDAY + timedelta(days=2)
    last_week = MONDAY - timedelta(days=7)
    weeks = four_weeks(
        planner(
            *school_morning(),
            day(last_week, {"up": "done", "tell": "done"}, {"morning": "tiny"}),
            day(MONDAY, {"dressed": "done"}, {"morning": "short"}),
            day(TOMORROW, pause="ill"),
        ),
        wednesday,
    )
    assert weeks.mondays == (date(2026, 8, 24), date(2026, 8, 31), date(2026, 9, 7), date(2026, 9, 14))
    [morning] = weeks.routines
    assert len(morning.days) == 28
    assert [(one.on, one.use, one.size, one.done, one.asked) for one in morning.used] == [
        (last_week, Use.DONE, Size.TINY, 2, 2),
        (MONDAY, Use.PARTLY, Size.SHORT, 1, 2),
        (TOMORROW, Use.PAUSED, Size.USUAL, 0, 0),
    ]
    assert [one.use for one in morning.days[-5:]] == [Use.TO_COME] * 5
    assert (morning.count(Use.DONE), morning.count(Use.DONE, Size.USUAL)) == (1, 0)


def test_what_was_done_on_a_weekday_that_went_is_still_told() -> None:
    records = [
        record("morning", "routine", part="morning", order="V", days=[1]),
        record("up", "step", routine="morning", title="up", order="B", sizes=["usual"]),
    ]
    [morning] = four_weeks(planner(*records, day(MONDAY, {"up": "done"})), TOMORROW).routines
    assert [one.on for one in morning.used] == [MONDAY]
