"""Contact: whom to tell, reachable in one tap from anywhere."""

from dataclasses import dataclass

from services.planner import reading
from services.planner.ids import ContactId
from services.planner.record import Record
from services.planner.words import ContactKind


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to tell. A typed `name` wins; without one the view says the sentence of `starter`."""

    id: ContactId
    kind: ContactKind
    name: str
    starter: str | None
    phone: str
    note: str
    picture: str
    order: str


def read_contact(record: Record) -> Contact | None:
    """The contact of a record, or None if it is of no kind we know."""
    fields = record.fields
    kind = reading.word(fields, "kind", ContactKind)
    if kind is None:
        return None
    return Contact(
        id=ContactId(record.id),
        kind=kind,
        name=reading.text(fields, "name") or "",
        starter=reading.text(fields, "starter"),
        phone=reading.text(fields, "phone") or "",
        note=reading.text(fields, "note") or "",
        picture=reading.text(fields, "picture") or "",
        order=reading.order(fields),
    )
