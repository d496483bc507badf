"""Person: whose device this is, and who else is in the planner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from services.planner import reading
from services.planner.ids import PersonId, RecordId
from services.planner.record import Record
from services.planner.words import AgeBand, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the planner. `looked_on`: the last day on which they looked at it, if they are told of.

    `is_out`: none of their devices reads it any more.

    Privacy: a nickname, a picture, an age band; never a date of birth.
    """

    id: PersonId
    name: str
    picture: str
    role: Role
    age_band: AgeBand | None = None
    looked_on: date | None = None
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One device's word that somebody looked at the planner on a day."""

    person: PersonId
    on: date


def read_look(record: Record) -> Look | None:
    """The look of a `looked` record, or None if it does not say who or when."""
    person, on = reading.text(record.fields, "person"), reading.day(record.fields, "on")
    return None if person is None or on is None else Look(PersonId(person), on)


def read_person(record: Record) -> Person | None:
    """The person that a `who` record names, or None if it names nobody."""
    fields = record.fields
    person = reading.text(fields, "person")
    role = reading.word(fields, "role", Role)
    if person is None or role is None:
        return None
    return Person(
        id=PersonId(person),
        name=reading.text(fields, "name") or "",
        picture=reading.text(fields, "picture") or "",
        role=role,
        age_band=reading.word(fields, "age_band", AgeBand),
    )


def by_person(
    people: Mapping[RecordId, Person], own: RecordId, looks: Iterable[Look]
) -> dict[PersonId, Person]:
    """Each person once, though a person may have several devices: this device's own record first."""
    last: dict[PersonId, date] = {}
    for look in looks:
        last[look.person] = max(look.on, last.get(look.person, look.on))
    found: dict[PersonId, Person] = {}
    for record_id in sorted(people, key=lambda one: (one != own, one)):
        person = people[record_id]
        found.setdefault(person.id, replace(person, looked_on=last.get(person.id)))
    return found
