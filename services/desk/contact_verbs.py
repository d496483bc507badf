"""Whom to tell: adding, changing, taking away, bringing back."""

from typing import TypedDict, Unpack

from services.desk.changes import brought_back, made, taken_away, told
from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import ContactId, new_id
from services.planner.order import next_order
from services.planner.text import clean_name, clean_phone, clean_picture, clean_words
from services.planner.words import ContactKind


class ContactChange(TypedDict, total=False):
    """What can be changed of a contact; what is left out stays."""

    kind: ContactKind
    name: str
    phone: str
    note: str
    picture: str


class ContactVerbs(Desk):
    """Verbs about contacts. Errors of each: InputRejected with the name of the field."""

    async def add_contact(
        self, kind: ContactKind, name: str, phone: str = "", note: str = "", picture: str = "person"
    ) -> ContactId:
        """Somebody more to tell, after the others."""
        fields = _checked(ContactChange(kind=kind, name=name, phone=phone, note=note, picture=picture))
        async with self._in_turn:
            contact = ContactId(new_id(self._random))
            order = next_order(one.order for one in self.planner.contacts)
            await self._write(made(contact, "contact", {**fields, "order": order}))
        return contact

    async def change_contact(self, contact: ContactId, **changes: Unpack[ContactChange]) -> None:
        """Changes what is named. A typed name wins over the starter's own."""
        if not any(one.id == contact for one in self.planner.contacts):
            raise InputRejected("contact", "no such contact")
        await self._write(told(contact, "contact", _checked(changes)))

    async def remove_contact(self, contact: ContactId) -> None:
        """Takes somebody off the page."""
        self._must_have_been(contact, "contact")
        await self._write(taken_away(contact, "contact"))

    async def restore_contact(self, contact: ContactId) -> None:
        """Brings somebody back."""
        self._must_have_been(contact, "contact")
        await self._write(brought_back(contact, "contact"))


def _checked(changes: ContactChange) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if "kind" in changes:
        fields["kind"] = changes["kind"].value
    if "name" in changes:
        fields["name"] = clean_name(changes["name"], "name")
    if "phone" in changes:
        fields["phone"] = clean_phone(changes["phone"])
    if "note" in changes:
        fields["note"] = clean_words(changes["note"], "note")
    if "picture" in changes:
        fields["picture"] = clean_picture(changes["picture"])
    return fields
