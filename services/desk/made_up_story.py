"""Four weeks in the life of a made-up pupil, as changes: getting easier, never flawless, told without chance.

What happens on a day follows from how many days ago it was, so the story is the same for everybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.desk.changes import made
from services.desk.made_up_words import MadeUpTarget
from services.planner.canonical import Value
from services.planner.day import SIZE, TICK
from services.planner.edit import Change
from services.planner.ids import PersonId, TargetId, day_record, who_record
from services.planner.reading import WEEKDAYS
from services.planner.routine import Routine
from services.planner.target import rating_record
from services.planner.words import AgeBand, Outcome, Part, PauseReason, Role, Size

DAYS = 28
EASY_AT_FIRST_PERCENT = 58
EASY_AT_LAST_PERCENT = 90
DONE_NOW = 3
ALL_OF_IT = 99
PARTS = tuple(Part)

# The ids of devices that do not exist, and the days ago on which each voice said how near it felt.
DEVICE_BY_ROLE: Mapping[Role, str] = {role: f"{number:032x}" for number, role in enumerate(Role)}
SCORES_BY_VOICE: dict[Role, tuple[tuple[int, int, int], ...]] = {
    Role.PUPIL: ((27, 2, 1), (20, 3, 3), (15, 3, 2), (8, 5, 4), (1, 6, 4)),
    Role.PARENT: ((26, 1, 3), (19, 3, 3), (7, 4, 5), (2, 6, 5)),
    Role.MENTOR: ((27, 3, 2), (20, 3, 3), (13, 5, 4), (6, 6, 6)),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the story."""

    pupil: PersonId
    carer: PersonId
    mentor: PersonId


@dataclass(frozen=True, slots=True)
class Plot:
    """What differs from one made-up pupil to the next. Shape: days are counted back from today.

    `shift` lets the same weeks fall out otherwise; `quiet` are days on which nobody ticked.
    """

    picture: str = "otter"
    age_band: AgeBand = AgeBand.FROM_8_TO_11
    pictures: tuple[str, ...] = ("alarm_clock", "classroom")
    shift: int = 0
    ill: tuple[int, ...] = (13, 12)
    quiet: tuple[int, ...] = ()
    review_in_days: int = 4


def adults(cast: Cast, carer: str, mentor: str, devices: Mapping[Role, str]) -> list[Change]:
    """The two adults, each with a device of their own."""
    return [
        *_adult(devices[Role.PARENT], cast.carer, carer, "person_brown", Role.PARENT),
        *_adult(devices[Role.MENTOR], cast.mentor, mentor, "owl", Role.MENTOR),
    ]


def daily(routines: Sequence[Routine]) -> tuple[Routine, ...]:
    """The same routines on every day of the week."""
    return tuple(replace(routine, days=WEEKDAYS) for routine in routines)


def days(cast: Cast, routines: tuple[Routine, ...], today: date, now: Part, plot: Plot) -> Iterator[Change]:
    """What was ticked off in the four weeks up to today; of the part of the day that is now, a beginning."""
    for ago in range(DAYS, -1, -1):
        day = today - timedelta(days=ago)
        fields: dict[str, Value] = {}
        for routine in routines:
            if day.weekday() in routine.days and ago not in plot.quiet:
                fields.update(_one_routine(cast, routine, day, ago, now, plot.shift))
        if ago in plot.ill:
            fields = {"pause": PauseReason.ILL.value}
        if fields:
            yield from made(day_record(day), "day", fields)


def ratings(
    cast: Cast, targets: Sequence[TargetId], told: Sequence[MadeUpTarget], today: date, plot: Plot
) -> Iterator[Change]:
    """What three voices said of each target."""
    people = {Role.PUPIL: cast.pupil, Role.PARENT: cast.carer, Role.MENTOR: cast.mentor}
    for voice, said in SCORES_BY_VOICE.items():
        for ago, first, second in said:
            is_last = ago == said[-1][0]
            scores = ((first, second) if plot.shift % 2 == 0 else (second, first))[: len(targets)]
            for target, about, score in zip(targets, told, scores, strict=True):
                record = rating_record(target, voice, people[voice], today - timedelta(days=ago))
                fields: dict[str, Value] = {"score": score, "words": _says(about, voice) if is_last else ""}
                yield from made(record, "rating", fields)


def _one_routine(
    cast: Cast, routine: Routine, day: date, ago: int, now: Part, shift: int
) -> dict[str, Value]:
    size = _size(routine, ago, shift)
    fields: dict[str, Value] = {} if size is Size.USUAL else {SIZE + routine.id: size.value}
    steps = [step for step in routine.steps if size in step.sizes and day.weekday() in step.days]
    for place, step in enumerate(steps):
        outcome = _outcome(place, ago, shift)
        if ago == 0 and place >= _done_today(routine.part, now):
            outcome = Outcome.NONE
        if outcome is not Outcome.NONE:
            fields[TICK + step.id] = [outcome.value, cast.pupil]
    return fields


def _done_today(part: Part, now: Part) -> int:
    if part is now:
        return DONE_NOW
    return ALL_OF_IT if PARTS.index(part) < PARTS.index(now) else 0


def _size(routine: Routine, ago: int, shift: int) -> Size:
    if ago == 0:
        return Size.USUAL
    if routine.part is Part.MORNING and (ago + shift) % 9 == 7:
        return Size.TINY
    return Size.SHORT if (ago + 2 * shift) % 5 == 4 else Size.USUAL


def _outcome(place: int, ago: int, shift: int) -> Outcome:
    """Some steps stay open, some are skipped, and fewer of them as the weeks go by."""
    easy = EASY_AT_FIRST_PERCENT + (EASY_AT_LAST_PERCENT - EASY_AT_FIRST_PERCENT) * (DAYS - ago) // DAYS
    if _is_good(ago, shift):
        return Outcome.DONE
    lot = (place * 37 + (ago + shift) * 23 + place * ago * 7) % 100
    if lot < easy or ago == 0:
        return Outcome.DONE
    return (Outcome.NONE, Outcome.SKIPPED, Outcome.NOT_NEEDED)[(place + ago) % 3]


def _is_good(ago: int, shift: int) -> bool:
    """Days on which everything went; more of them as the weeks go by."""
    return (ago * 3 + shift) % 7 < 1 + (DAYS - ago) // 10


def _adult(device: str, person: PersonId, name: str, picture: str, role: Role) -> list[Change]:
    fields = {"person": person, "name": name, "picture": picture, "role": role.value}
    return made(who_record(device), "who", fields)


def _says(about: MadeUpTarget, voice: Role) -> str:
    match voice:
        case Role.PUPIL:
            return about.pupil_says
        case Role.PARENT:
            return about.carer_says
        case Role.MENTOR:
            return about.mentor_says
