"""Strengths: what went well, told first. Times done only grow; nothing is held against them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from services.planner.four_weeks import first_day
from services.planner.ids import StepId
from services.planner.planner import Planner
from services.planner.routine import Step
from services.planner.target import Target
from services.planner.voices import voices_over_time
from services.planner.words import Outcome, Role

MOST_STEPS = 3


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step, and how often it was done in the last four weeks."""

    step: Step
    times: int


@dataclass(frozen=True, slots=True)
class Nearer:
    """A target that feels nearer to the pupil than at first. Shape: scores of 0 to 10."""

    target: Target
    first: int
    latest: int


@dataclass(frozen=True, slots=True)
class Strengths:
    """Shape: `times_done` counts every step ever done; `steps` are the most frequent of four weeks."""

    times_done: int
    steps: tuple[StepDone, ...]
    nearer: tuple[Nearer, ...]
    reached: tuple[Target, ...]


def strengths(planner: Planner, today: date) -> Strengths:
    """What went well, up to today."""
    first = first_day(today)
    ever, lately = 0, Counter[StepId]()
    for on, day in planner.day_by_date.items():
        done = [step for step, (outcome, _) in day.outcome_by_step.items() if outcome is Outcome.DONE]
        ever += len(done)
        if first <= on <= today:
            lately.update(done)
    steps = [step for routine in planner.routines for step in routine.steps if lately[step.id]]
    # Sorting is stable: steps done equally often stay in the order of the day.
    often = sorted(steps, key=lambda step: -lately[step.id])[:MOST_STEPS]
    return Strengths(
        times_done=ever,
        steps=tuple(StepDone(step, lately[step.id]) for step in often),
        nearer=tuple(near for target in planner.open_targets if (near := _nearer(planner, target))),
        reached=tuple(
            target
            for target in planner.targets
            if target.is_reached and target.closed_on is not None and target.closed_on >= _lately(today)
        ),
    )


def _lately(today: date) -> date:
    return today - timedelta(weeks=12)


def _nearer(planner: Planner, target: Target) -> Nearer | None:
    said = voices_over_time(planner, target.id)[Role.PUPIL]
    if not said or said[-1].score <= said[0].score:
        return None
    return Nearer(target, said[0].score, said[-1].score)
