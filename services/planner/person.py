"""Person: whose device this is, and who else is in the planner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.planner import reading
from services.planner.ids import PersonId, RecordId
from services.planner.record import Record
from services.planner.words import AgeBand, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the planner. Privacy: a nickname, a picture, an age band; never a date of birth."""

    id: PersonId
    name: str
    picture: str
    role: Role
    age_band: AgeBand | None = None


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
    people: Mapping[RecordId, Person], own: RecordId, ids: Iterable[RecordId]
) -> dict[PersonId, Person]:
    """Each person once, though a person may have several devices: this device's own record first."""
    found: dict[PersonId, Person] = {}
    for record_id in sorted(ids, key=lambda one: (one != own, one)):
        person = people[record_id]
        found.setdefault(person.id, person)
    return found
