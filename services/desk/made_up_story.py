"""Four weeks in the life of a made-up pupil, as changes: getting easier, never flawless, told without chance.

What happens on a day follows from how many days ago it was, so the story is the same for everybody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from services.desk.changes import made
from services.desk.made_up_words import MadeUpTarget, MadeUpWords
from services.planner.canonical import Value
from services.planner.day import SIZE, TICK
from services.planner.edit import Change
from services.planner.ids import PersonId, TargetId, day_record, who_record
from services.planner.routine import Routine
from services.planner.target import rating_record
from services.planner.words import Outcome, Part, PauseReason, Role, Size

DAYS = 28
DAYS_ILL = (13, 12)
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


def adults(cast: Cast, words: MadeUpWords, devices: Mapping[Role, str]) -> list[Change]:
    """The two adults, each with a device of their own."""
    return [
        *_adult(devices[Role.PARENT], cast.carer, words.carer_name, "person_brown", Role.PARENT),
        *_adult(devices[Role.MENTOR], cast.mentor, words.mentor_name, "owl", Role.MENTOR),
    ]


def days(cast: Cast, routines: tuple[Routine, ...], today: date, now: Part) -> Iterator[Change]:
    """What was ticked off in the four weeks up to today; of the part of the day that is now, a beginning."""
    for ago in range(DAYS, -1, -1):
        day = today - timedelta(days=ago)
        fields: dict[str, Value] = {}
        for routine in routines:
            if day.weekday() in routine.days:
                fields.update(_one_routine(cast, routine, day, ago, now))
        if ago in DAYS_ILL:
            fields = {"pause": PauseReason.ILL.value}
        if fields:
            yield from made(day_record(day), "day", fields)


def ratings(
    cast: Cast, targets: tuple[TargetId, TargetId], words: MadeUpWords, today: date
) -> Iterator[Change]:
    """What three voices said of both targets."""
    people = {Role.PUPIL: cast.pupil, Role.PARENT: cast.carer, Role.MENTOR: cast.mentor}
    for voice, said in SCORES_BY_VOICE.items():
        for ago, first, second in said:
            is_last = ago == said[-1][0]
            for target, about, score in (
                (targets[0], words.getting_up, first),
                (targets[1], words.staying_in, second),
            ):
                record = rating_record(target, voice, people[voice], today - timedelta(days=ago))
                fields: dict[str, Value] = {"score": score, "words": _says(about, voice) if is_last else ""}
                yield from made(record, "rating", fields)


def _one_routine(cast: Cast, routine: Routine, day: date, ago: int, now: Part) -> dict[str, Value]:
    size = _size(routine, ago)
    fields: dict[str, Value] = {} if size is Size.USUAL else {SIZE + routine.id: size.value}
    steps = [step for step in routine.steps if size in step.sizes and day.weekday() in step.days]
    for place, step in enumerate(steps):
        outcome = _outcome(place, ago)
        if ago == 0 and place >= _done_today(routine.part, now):
            outcome = Outcome.NONE
        if outcome is not Outcome.NONE:
            fields[TICK + step.id] = [outcome.value, cast.pupil]
    return fields


def _done_today(part: Part, now: Part) -> int:
    if part is now:
        return DONE_NOW
    return ALL_OF_IT if PARTS.index(part) < PARTS.index(now) else 0


def _size(routine: Routine, ago: int) -> Size:
    if ago == 0:
        return Size.USUAL
    if routine.part is Part.MORNING and ago % 9 == 7:
        return Size.TINY
    return Size.SHORT if ago % 5 == 4 else Size.USUAL


def _outcome(place: int, ago: int) -> Outcome:
    """Some steps stay open, some are skipped, and fewer of them as the weeks go by."""
    easy = EASY_AT_FIRST_PERCENT + (EASY_AT_LAST_PERCENT - EASY_AT_FIRST_PERCENT) * (DAYS - ago) // DAYS
    lot = (place * 37 + ago * 23 + place * ago * 7) % 100
    if lot < easy or ago == 0:
        return Outcome.DONE
    return (Outcome.NONE, Outcome.SKIPPED, Outcome.NOT_NEEDED)[(place + ago) % 3]


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
