"""Looking around as a mentor: six pupils who do not exist, each with another reason to look."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services.crypto.choose import crypto_here
from services.desk.caseload import Caseload
from services.desk.made_up_caseload import made_up_caseload
from services.planner.day_use import Use, week_strip
from services.planner.four_weeks import four_weeks
from services.planner.planner_day import planner_day
from services.planner.pupil import pupil_of
from services.planner.reason import (
    MeetingToday,
    News,
    NothingNow,
    ReviewDue,
    SomethingNew,
    reason_to_look,
)
from services.planner.strengths import strengths
from services.planner.words import Role
from tests.desk.room import MONDAY, NOW_MS, counting
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Any], Any]


async def six(language: Language = Language.ENGLISH, now_ms: int = NOW_MS) -> Caseload:
    words = sentences_in(language).made_up
    return await made_up_caseload(crypto_here(), counting(), lambda: now_ms, "Europe/London", words)


@pytest.mark.parametrize("language", Language)
def test_six_pupils_are_met_in_the_language_of_the_one_who_looks(run: Run, language: Language) -> None:
    caseload = run(six(language))
    words = sentences_in(language).made_up
    names = [pupil_of(desk.planner).name for desk in caseload.desks]
    assert names == [words.pupil.name, *(one.name for one in words.others)]
    assert all(desk.planner.me and desk.planner.me.role is Role.MENTOR for desk in caseload.desks)


def test_each_reason_is_met_and_none_says_more_than_what_is_to_do(run: Run) -> None:
    caseload = run(six())
    reasons = [
        reason_to_look(desk.planner, caseload.case(desk.planner_id), MONDAY, NOW_MS, None)
        for desk in caseload.desks
    ]
    assert reasons[0] == MeetingToday("11:00")
    assert isinstance(reasons[1], ReviewDue)
    assert reasons[2] == SomethingNew(News.PAUSES, 1)
    assert reasons[3] == SomethingNew(News.NUMBERS, 2)
    assert reasons[4:] == [NothingNow(), NothingNow()]


def test_four_weeks_lie_behind_each_and_all_shapes_are_met(run: Run) -> None:
    caseload = run(six())
    uses: set[Use] = set()
    for desk in caseload.desks:
        today = planner_day(NOW_MS, desk.zone)
        uses |= {day.use for day in week_strip(desk.planner, today)}
        weeks = four_weeks(desk.planner, today)
        assert len(weeks.routines) == 3
        assert all(len(one.used) > 10 for one in weeks.routines)
        assert strengths(desk.planner, today).times_done > 100
        assert min(desk.planner.day_by_date) == today - timedelta(days=28)
    assert uses >= {Use.DONE, Use.PARTLY, Use.PAUSED, Use.QUIET}
