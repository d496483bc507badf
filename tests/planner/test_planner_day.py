"""The planner's day begins at 04:00 on the wall, in the planner's own zone, all year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.planner_day import is_school_hours, local_minute, part_now, planner_day
from services.planner.words import Part
from services.planner.zone import DEFAULT_ZONE, is_zone, zone_of

LONDON = "Europe/London"
MOMENTS = st.integers(0, 4_102_444_800_000)  # up to the year 2100
ZONES = st.sampled_from(
    [LONDON, "Europe/Helsinki", "America/New_York", "Asia/Karachi", "Pacific/Auckland", "UTC"]
)
HOUR_MS = 3_600_000


def at(wall: str, zone: str = LONDON, fold: int = 0) -> int:
    """The moment at which the clock on the wall says this."""
    return round(datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp() * 1000)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ("2026-09-14T04:00", "2026-09-14"),
        ("2026-09-14T03:59:59.999", "2026-09-13"),
        ("2026-09-14T00:00", "2026-09-13"),
        ("2026-09-14T23:59:59.999", "2026-09-14"),
        ("2026-09-15T00:30", "2026-09-14"),
        ("2027-01-01T03:00", "2026-12-31"),
        ("2028-03-01T03:00", "2028-02-29"),
        ("2026-10-25T03:59", "2026-10-24"),  # the night the clocks go back
        ("2026-10-25T04:00", "2026-10-25"),
        ("2027-03-28T03:59", "2027-03-27"),  # the night the clocks go forward
        ("2027-03-28T04:00", "2027-03-28"),
    ],
)
def test_an_evening_after_midnight_belongs_to_the_day_it_began(wall: str, day: str) -> None:
    assert planner_day(at(wall), LONDON) == date.fromisoformat(day)


def test_the_hour_that_comes_twice_belongs_to_the_evening_both_times() -> None:
    for fold in (0, 1):
        assert planner_day(at("2026-10-25T01:30", fold=fold), LONDON) == date(2026, 10, 24)


def test_the_same_moment_is_another_day_in_another_zone() -> None:
    moment = at("2026-09-14T03:30")
    assert planner_day(moment, LONDON) == date(2026, 9, 13)
    assert planner_day(moment, "Asia/Karachi") == date(2026, 9, 14)


@given(MOMENTS, ZONES)
def test_the_day_is_that_of_the_wall_or_the_one_before(moment: int, zone: str) -> None:
    wall = datetime.fromtimestamp(moment / 1000, UTC).astimezone(ZoneInfo(zone))
    before_four = wall.hour < 4
    assert planner_day(moment, zone) == wall.date() - timedelta(days=before_four)


@given(MOMENTS, st.integers(0, 72 * HOUR_MS), ZONES)
def test_a_day_never_comes_back(moment: int, later: int, zone: str) -> None:
    assert planner_day(moment, zone) <= planner_day(moment + later, zone)


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), ZONES)
def test_every_day_lasts_from_23_to_25_hours(day: date, zone: str) -> None:
    noon = at(f"{day}T12:00", zone)
    hours = sum(planner_day(noon + hour * HOUR_MS, zone) == day for hour in range(-30, 31))
    assert 23 <= hours <= 25


@pytest.mark.parametrize(
    ("wall", "part"),
    [
        ("04:00", Part.MORNING),
        ("11:59", Part.MORNING),
        ("12:00", Part.AFTER_SCHOOL),
        ("17:29", Part.AFTER_SCHOOL),
        ("17:30", Part.EVENING),
        ("23:59", Part.EVENING),
        ("00:00", Part.EVENING),
        ("03:59", Part.EVENING),
    ],
)
def test_the_day_has_three_parts(wall: str, part: Part) -> None:
    assert part_now(at(f"2026-09-14T{wall}"), LONDON) is part


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-09-14T08:29:59", False),
        ("2026-09-14T08:30", True),
        ("2026-09-14T15:29:59", True),
        ("2026-09-14T15:30", False),
        ("2026-09-18T12:00", True),
        ("2026-09-19T12:00", False),
        ("2026-09-20T12:00", False),
    ],
)
def test_school_hours_are_weekdays_from_half_past_eight_to_half_past_three(wall: str, expected: bool) -> None:
    assert is_school_hours(at(wall), LONDON) is expected


def test_the_minute_is_that_of_the_wall_in_summer_and_winter() -> None:
    assert local_minute(at("2026-07-01T07:30"), LONDON) == local_minute(at("2026-12-01T07:30"), LONDON) == 450


@pytest.mark.parametrize("name", ["", "Europe/Nowhere", "../etc/passwd", "/etc/passwd", "Europe", "a\0b"])
def test_a_zone_we_do_not_know_reads_as_the_usual_one(name: str) -> None:
    assert not is_zone(name)
    assert zone_of(name) == ZoneInfo(DEFAULT_ZONE)
    assert planner_day(at("2026-09-14T03:59"), name) == date(2026, 9, 13)
