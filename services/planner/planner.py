"""Planner: everything a person sees of one pupil's planner, read from records, immutable.

After a change only the changed records are read again; every other part is the very same object as before,
so a screen can tell by identity what it need not draw.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from services.planner.contact import Contact, read_contact
from services.planner.day import Day, read_day
from services.planner.ids import PREF_RECORD, PersonId, RecordId, RoutineId, TargetId, who_record
from services.planner.pause import Pause, read_pause
from services.planner.person import Person, by_person, read_look, read_person
from services.planner.prefs import Prefs, read_prefs
from services.planner.record import Record
from services.planner.routine import Routine, in_order, read_routine, read_step
from services.planner.target import Rating, Target, read_rating, read_target
from services.planner.words import Part

READERS: Mapping[str, Callable[[Record], object | None]] = {
    "who": read_person,
    "looked": read_look,
    "routine": read_routine,
    "step": read_step,
    "day": read_day,
    "pause": read_pause,
    "target": read_target,
    "rating": read_rating,
    "contact": read_contact,
    "pref": read_prefs,
}

_PARTS = tuple(Part)

# What each type has read, by record; a changed type gets a fresh inner mapping, the others are shared.
Parsed = Mapping[str, Mapping[RecordId, Any]]


@dataclass(frozen=True, slots=True)
class Planner:
    """One planner. `me` is None until this device has said whose it is."""

    me: Person | None = None
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    routines: tuple[Routine, ...] = ()
    day_by_date: Mapping[date, Day] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    targets: tuple[Target, ...] = ()
    ratings: tuple[Rating, ...] = ()
    contacts: tuple[Contact, ...] = ()
    prefs: Prefs = field(default_factory=Prefs)
    parsed: Parsed = field(default_factory=dict, repr=False, compare=False)

    def routine(self, routine_id: RoutineId) -> Routine | None:
        """The routine of this id, or None."""
        return next((routine for routine in self.routines if routine.id == routine_id), None)

    def target(self, target_id: TargetId) -> Target | None:
        """The target of this id, or None."""
        return next((target for target in self.targets if target.id == target_id), None)

    @property
    def open_targets(self) -> tuple[Target, ...]:
        """The targets that the pupil works on."""
        return tuple(target for target in self.targets if target.is_open)

    def __repr__(self) -> str:
        return f"Planner(routines={len(self.routines)}, days={len(self.day_by_date)})"


def with_readers(planner: Planner, devices: frozenset[str] | None) -> Planner:
    """The planner with everybody marked who is out; `devices` are those that read it, None: nobody knows.

    Gives the very same object when nothing is different.
    """
    who = planner.parsed.get("who", {})
    readers = {
        person.id for record, person in who.items() if devices and record[len(who_record("")) :] in devices
    }
    outside = frozenset[PersonId]() if devices is None else planner.people.keys() - readers
    if all(person.is_out is (id_ in outside) for id_, person in planner.people.items()):
        return planner
    people = {id_: replace(person, is_out=id_ in outside) for id_, person in planner.people.items()}
    return replace(planner, people=MappingProxyType(people))


def read_planner(
    records: Mapping[RecordId, Record],
    own_device_hex: str,
    before: Planner | None = None,
    changed: frozenset[RecordId] | None = None,
) -> Planner:
    """The planner of these records. With `before` and `changed`, only the changed ones are read again."""
    planner = before if before is not None and changed is not None else Planner()
    ids: Iterable[RecordId] = changed if before is not None and changed is not None else records
    parsed, touched = _reread(planner.parsed, records, ids)
    return _assembled(planner, parsed, touched, who_record(own_device_hex))


def _reread(
    parsed: Parsed, records: Mapping[RecordId, Record], ids: Iterable[RecordId]
) -> tuple[Parsed, set[str]]:
    fresh: dict[str, dict[RecordId, Any]] = {}

    def open_(kind: str) -> dict[RecordId, Any]:
        if kind not in fresh:
            fresh[kind] = dict(parsed.get(kind, {}))
        return fresh[kind]

    for record_id in ids:
        record = records.get(record_id)
        kind = record.type if record is not None and record.is_shown else ""
        reader = READERS.get(kind)
        thing = reader(record) if reader is not None and record is not None else None
        for other, things in parsed.items():
            if record_id in things and (other != kind or thing is None):
                del open_(other)[record_id]
        if thing is not None:
            open_(kind)[record_id] = thing
    return {**parsed, **fresh}, set(fresh)


def _assembled(planner: Planner, parsed: Parsed, touched: set[str], own: RecordId) -> Planner:
    new: dict[str, Any] = {"parsed": parsed}
    if touched & {"who", "looked"}:
        who, looks = parsed.get("who", {}), parsed.get("looked", {})
        new["me"] = who.get(own)
        new["people"] = MappingProxyType(by_person(who, own, looks.values()))
    if touched & {"routine", "step"}:
        new["routines"] = _routines(planner.routines, parsed.get("routine", {}), parsed.get("step", {}))
    if "day" in touched:
        new["day_by_date"] = MappingProxyType({day.date: day for day in parsed["day"].values()})
    if "pause" in touched:
        new["pauses"] = tuple(sorted(parsed["pause"].values(), key=lambda one: (one.from_, one.id)))
    if "target" in touched:
        new["targets"] = tuple(sorted(parsed["target"].values(), key=lambda one: (one.order, one.id)))
    if "rating" in touched:
        ratings = parsed["rating"].values()
        new["ratings"] = tuple(sorted(ratings, key=lambda one: (one.date, one.target, one.voice, one.person)))
    if "contact" in touched:
        new["contacts"] = tuple(sorted(parsed["contact"].values(), key=lambda one: (one.order, one.id)))
    if "pref" in touched:
        new["prefs"] = parsed["pref"].get(PREF_RECORD, Prefs())
    return replace(planner, **new)


def _routines(
    before: tuple[Routine, ...], routines: Mapping[RecordId, Routine], steps: Mapping[RecordId, Any]
) -> tuple[Routine, ...]:
    steps_by_routine: dict[RoutineId, list[Any]] = {routine.id: [] for routine in routines.values()}
    for step in steps.values():
        if step.routine in steps_by_routine:
            steps_by_routine[step.routine].append(step)
    same = {routine: routine for routine in before}
    whole = (replace(one, steps=in_order(steps_by_routine[one.id])) for one in routines.values())
    ordered = sorted(whole, key=lambda one: (_PARTS.index(one.part), one.order, one.id))
    return tuple(same.get(routine, routine) for routine in ordered)
