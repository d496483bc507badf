"""The first changes of a planner: who, where, the starter routines, and whom to tell."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from services.desk.changes import Fields, made
from services.desk.checks import checked_days, checked_sizes
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.ids import PREF_RECORD, new_id
from services.planner.order import spread
from services.planner.starter import (
    OUT_OF_THE_DOOR,
    STARTER_CONTACTS,
    STARTER_PACKS,
    STARTER_ROUTINES,
    StarterStep,
)
from services.planner.words import Part, Size
from services.planner.zone import is_zone

Random = Callable[[int], bytes]

ROUND_TO_MINUTES = 5
MINUTES_IN_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class FirstPlan:
    """What a planner begins with. Units: minutes after local midnight.

    `without` are keys of starter steps that this pupil does not want.
    """

    zone: str
    packs: Sequence[Part]
    leave_at_minute: int | None = None
    without: Collection[str] = ()


def first_changes(random: Random, plan: FirstPlan, settings: Fields) -> list[Change]:
    """Everything of a new planner but whose it is. `settings` are more of its own settings.

    Errors: InputRejected("zone"), InputRejected("leave_at").
    """
    if not is_zone(plan.zone):
        raise InputRejected("zone")
    if plan.leave_at_minute is not None and not 0 <= plan.leave_at_minute < MINUTES_IN_A_DAY:
        raise InputRejected("leave_at")
    return [
        *made(PREF_RECORD, "pref", {"zone": plan.zone, **settings}),
        *first_routines(random, plan.packs, plan.leave_at_minute, plan.without),
        *first_contacts(random),
    ]


def first_contacts(random: Random) -> list[Change]:
    """Whom to tell, to begin with."""
    changes: list[Change] = []
    for starter, order in zip(STARTER_CONTACTS, spread(len(STARTER_CONTACTS)), strict=True):
        fields: dict[str, Value] = {
            "kind": starter.kind.value,
            "starter": starter.key,
            "phone": starter.phone or None,
            "picture": starter.picture,
            "order": order,
        }
        changes += made(new_id(random), "contact", fields)
    return changes


def first_routines(
    random: Random, packs: Sequence[Part], leave_at_minute: int | None, without: Collection[str]
) -> list[Change]:
    """The starter routines of these parts of the day, each once, with their steps in all sizes."""
    changes: list[Change] = []
    for part in dict.fromkeys(packs):
        routine = new_id(random)
        starter = STARTER_ROUTINES[part]
        fields: dict[str, Value] = {
            "part": part.value,
            "starter": f"routine_{part}",
            "picture": starter.picture,
            "order": spread(1)[0],
            "days": checked_days(starter.days),
        }
        changes += made(routine, "routine", fields)
        steps = [step for step in STARTER_PACKS[part] if step.key not in without]
        changes += _first_steps(random, routine, steps, times_back_from(leave_at_minute, steps))
    return changes


def times_back_from(leave_at_minute: int | None, steps: Iterable[StarterStep]) -> dict[str, str]:
    """When the timed steps begin, planned back from leaving home, on the five minutes before.

    Only a routine that goes out of the door has times. Shape: "07:25" by starter key.
    """
    asked = [step for step in steps if Size.USUAL in step.sizes]
    keys = [step.key for step in asked]
    if leave_at_minute is None or OUT_OF_THE_DOOR not in keys:
        return {}
    times = {OUT_OF_THE_DOOR: _clock(leave_at_minute)}
    minute = leave_at_minute
    for step in reversed(asked[: keys.index(OUT_OF_THE_DOOR)]):
        minute -= step.minutes
        if step.is_timed:
            times[step.key] = _clock(minute - minute % ROUND_TO_MINUTES)
    return times


def _first_steps(
    random: Random, routine: str, steps: Sequence[StarterStep], at_by_key: dict[str, str]
) -> list[Change]:
    changes: list[Change] = []
    for step, order in zip(steps, spread(len(steps)), strict=True):
        fields: dict[str, Value] = {
            "routine": routine,
            "starter": step.key,
            "picture": step.picture,
            "order": order,
            "sizes": checked_sizes(step.sizes),
            "minutes": step.minutes,
            "at": at_by_key.get(step.key),
        }
        changes += made(new_id(random), "step", fields)
    return changes


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % MINUTES_IN_A_DAY, 60)
    return f"{hour:02}:{rest:02}"
