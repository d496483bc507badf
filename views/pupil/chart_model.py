"""Where each rating stands on the chart of three voices: shares of its width and height, nothing drawn.

A voice is one person in one role. Two carers are two lines; nothing is ever averaged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.planner.ids import PersonId
from services.planner.target import HIGHEST_SCORE, Rating
from services.planner.words import Role

MOST_DAY_LABELS = 4
VOICE_ORDER: tuple[Role, ...] = (Role.PUPIL, Role.PARENT, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One rating. Units: `across` 0 at the first day and 1 at the last; `up` 0 on the line and 1 at ten."""

    across: float
    up: float
    score: int
    on: date


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One person's ratings of a target, from the oldest to the newest; never empty."""

    role: Role
    person: PersonId
    points: tuple[ChartPoint, ...]

    @property
    def latest(self) -> ChartPoint:
        """What this person said last."""
        return self.points[-1]

    @property
    def before(self) -> ChartPoint | None:
        """What this person said the time before."""
        return self.points[-2] if len(self.points) > 1 else None


@dataclass(frozen=True, slots=True)
class DayLabel:
    """A day written under the line."""

    across: float
    on: date


@dataclass(frozen=True, slots=True)
class TableRow:
    """One day of the table: what each line (in the chart's order) said, or None."""

    on: date
    scores: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class VoicesChart:
    """Everything the chart, its legend, its sentence and its table need."""

    lines: tuple[VoiceLine, ...]
    days: tuple[DayLabel, ...]
    rows: tuple[TableRow, ...]
    goal_up: float | None

    @property
    def still_to_come(self) -> tuple[Role, ...]:
        """The voices that nobody has spoken with yet."""
        heard = {line.role for line in self.lines}
        return tuple(role for role in VOICE_ORDER if role not in heard)


def chart_of(ratings_by_role: Mapping[Role, Sequence[Rating]], goal: int | None) -> VoicesChart:
    """The chart of a target's ratings; a single day stands in the middle."""
    all_days = sorted({rating.date for ratings in ratings_by_role.values() for rating in ratings})
    lines = tuple(
        VoiceLine(role, person, tuple(_point(rating, all_days) for rating in said))
        for role in VOICE_ORDER
        for person, said in _by_person(ratings_by_role.get(role, ())).items()
    )
    return VoicesChart(
        lines=lines,
        days=tuple(DayLabel(_across(day, all_days), day) for day in _days_to_name(all_days)),
        rows=tuple(
            TableRow(day, tuple(_score_on(line, day) for line in lines)) for day in reversed(all_days)
        ),
        goal_up=None if goal is None else goal / HIGHEST_SCORE,
    )


def _by_person(ratings: Iterable[Rating]) -> dict[PersonId, list[Rating]]:
    said_by_person: dict[PersonId, list[Rating]] = {}
    for rating in sorted(ratings, key=lambda rating: (rating.date, rating.person)):
        said_by_person.setdefault(rating.person, []).append(rating)
    return said_by_person


def _point(rating: Rating, all_days: Sequence[date]) -> ChartPoint:
    return ChartPoint(_across(rating.date, all_days), rating.score / HIGHEST_SCORE, rating.score, rating.date)


def _across(day: date, all_days: Sequence[date]) -> float:
    length = (all_days[-1] - all_days[0]).days
    return (day - all_days[0]).days / length if length else 0.5


def _score_on(line: VoiceLine, day: date) -> int | None:
    return next((point.score for point in line.points if point.on == day), None)


def _days_to_name(all_days: Sequence[date]) -> list[date]:
    """The first and the last day, and those between that leave room to be read."""
    if len(all_days) < 2:
        return list(all_days)
    room = 1 / (MOST_DAY_LABELS - 1)
    named = [all_days[0]]
    for day in all_days[1:-1]:
        far_from_the_last_named = _across(day, all_days) - _across(named[-1], all_days) >= room
        if far_from_the_last_named and 1 - _across(day, all_days) >= room:
            named.append(day)
    return [*named, all_days[-1]]
