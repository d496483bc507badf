"""Looking around with a made-up pupil: lifelike, never flawless, and gone afterwards."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.crypto.choose import crypto_here
from services.desk.made_up import made_up_planner
from services.desk.pupil import PupilDesk
from services.desk.setting_up import AnyDesk, desk_for
from services.planner.planner_day import planner_day
from services.planner.pupil import pupil_of
from services.planner.today import is_day_paused, routines_on
from services.planner.voices import voices_over_time
from services.planner.words import Outcome, Part, Role, Size
from tests.desk.room import NOW_MS, counting
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Any], Any]


async def made_up_for(role: Role, now_ms: int = NOW_MS, language: Language = Language.ENGLISH) -> AnyDesk:
    words, random = sentences_in(language).made_up, counting()
    vault, journal = await made_up_planner(
        role, crypto_here(), random, lambda: now_ms, "Europe/London", words
    )
    return desk_for(journal, vault.device_hex, random, lambda: now_ms)


async def made_up(now_ms: int = NOW_MS, language: Language = Language.ENGLISH) -> PupilDesk:
    desk = await made_up_for(Role.PUPIL, now_ms, language)
    assert isinstance(desk, PupilDesk)
    return desk


@pytest.mark.parametrize("role", Role)
def test_each_role_meets_the_same_pupil_and_is_one_of_the_three(run: Run, role: Role) -> None:
    desk = run(made_up_for(role))
    words = sentences_in(Language.ENGLISH).made_up
    assert desk.planner.me is not None
    assert desk.planner.me.role is role
    assert pupil_of(desk.planner).name == words.pupil.name
    assert {person.role for person in desk.planner.people.values()} == set(Role)
    assert len(desk.planner.people) == 3


@pytest.mark.parametrize("language", Language)
def test_the_made_up_pupil_speaks_the_language_of_the_one_who_looks(run: Run, language: Language) -> None:
    desk = run(made_up(language=language))
    words = sentences_in(language).made_up
    assert desk.planner.me is not None
    assert desk.planner.me.name == words.pupil.name
    assert [one.words for one in desk.planner.targets] == [one.words for one in words.pupil.targets]


def test_four_weeks_lie_behind_them_with_good_days_hard_days_and_days_in_bed(run: Run) -> None:
    desk = run(made_up())
    today = planner_day(NOW_MS, desk.zone)
    days = [routines_on(desk.planner, today - timedelta(days=ago)) for ago in range(1, 29)]
    mornings = [one for routines in days for one in routines if one.routine.part is Part.MORNING]
    assert {one.size for one in mornings} == set(Size)
    assert any(one.is_finished for one in mornings)
    assert any(0 < one.done_count < one.asked_count for one in mornings)
    assert sum(one.is_paused for one in mornings) == 2
    outcomes = {step.outcome for one in mornings for step in one.steps}
    assert outcomes == set(Outcome)


def test_it_gets_easier_and_is_never_flawless(run: Run) -> None:
    desk = run(made_up())
    today = planner_day(NOW_MS, desk.zone)

    def share(first: int, last: int) -> float:
        found = [
            one
            for ago in range(first, last)
            for one in routines_on(desk.planner, today - timedelta(days=ago))
        ]
        return sum(one.done_count for one in found) / sum(one.asked_count for one in found)

    assert 0.5 < share(22, 29) < share(1, 8) < 1


def test_two_targets_have_been_rated_in_three_voices(run: Run) -> None:
    desk = run(made_up())
    assert len(desk.planner.open_targets) == 2
    for target in desk.planner.targets:
        voices = voices_over_time(desk.planner, target.id)
        assert all(len(voices[voice]) >= 3 for voice in Role)
        assert all(voices[voice][-1].words for voice in Role)
        assert {one.person for said in voices.values() for one in said} <= set(desk.planner.people)


@given(st.integers(0, 7 * 24 - 1))
@example(7 * 24 - 1)
@settings(max_examples=12)
def test_whenever_somebody_looks_there_is_something_to_do(hours: int) -> None:

    now_ms = NOW_MS + hours * 3_600_000
    desk = asyncio.run(made_up(now_ms))
    today = planner_day(now_ms, desk.zone)
    assert is_day_paused(desk.planner, today) is None
    routines = routines_on(desk.planner, today)
    assert len(routines) == 3
    assert any(0 < one.done_count < one.asked_count for one in routines)


def test_the_made_up_pupil_can_be_ticked_like_any_other(run: Run) -> None:
    async def story() -> None:
        desk = await made_up()
        today = planner_day(NOW_MS, desk.zone)
        morning = routines_on(desk.planner, today)[0]
        assert morning.now is not None
        await desk.set_outcome(today, morning.now.step.id, Outcome.DONE)
        assert routines_on(desk.planner, today)[0].done_count == morning.done_count + 1

    run(story())


def test_the_story_is_the_same_for_everybody(run: Run) -> None:
    one, other = run(made_up()), run(made_up())
    assert [day.outcome_by_step for day in one.planner.day_by_date.values()] == [
        day.outcome_by_step for day in other.planner.day_by_date.values()
    ]
    assert datetime.fromtimestamp(NOW_MS / 1000, UTC).weekday() == 0
