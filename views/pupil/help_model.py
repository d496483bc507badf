"""Whom to tell: the contacts of the help page, and adding, changing and removing them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.desk.contact_verbs import ContactChange, ContactVerbs
from services.planner.contact import Contact
from services.planner.errors import FirstbellError, InputRejected
from services.planner.ids import ContactId
from services.planner.planner import Planner
from services.planner.words import ContactKind
from views.action import Actions, Work
from views.pupil.desk_model import DeskModel


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact while it is written; `id` is None for a new one.

    `shown_name` is what a starter is called in the pupil's language; while it stands, no name is written.
    """

    id: ContactId | None
    kind: ContactKind
    name: str = ""
    phone: str = ""
    note: str = ""
    picture: str = "person"
    shown_name: str = ""
    needs_name: bool = False
    problem: FirstbellError | None = None

    @property
    def problem_field(self) -> str | None:
        """The field that cannot be used as it is."""
        return self.problem.field if isinstance(self.problem, InputRejected) else None


@dataclass(frozen=True, slots=True)
class HelpState:
    """The help page. `removed` can be brought back until something else is removed or the page is left."""

    contacts_by_kind: Mapping[ContactKind, tuple[Contact, ...]]
    is_changing: bool
    draft: ContactDraft | None
    removed: Contact | None
    problem: FirstbellError | None


class HelpModel(DeskModel[HelpState, ContactVerbs]):
    """The help page."""

    def __init__(self, desk: ContactVerbs, actions: Actions) -> None:
        self._is_changing = False
        self._draft: ContactDraft | None = None
        self._removed: Contact | None = None
        self._wish_by_id: dict[ContactId, _Wish] = {}
        self._problem: FirstbellError | None = None
        super().__init__(desk, actions)

    def turn_changing(self) -> None:
        """Show or hide what changes the page."""
        self._is_changing = not self._is_changing
        self._problem = None
        self._refresh()

    def start_adding(self, kind: ContactKind, picture: str) -> None:
        """A new person of this kind."""
        self._edit(ContactDraft(None, kind, picture=picture))

    def start_changing(self, contact: Contact, shown_name: str) -> None:
        """Change a person who is there."""
        self._edit(
            ContactDraft(
                contact.id,
                contact.kind,
                shown_name,
                contact.phone,
                contact.note,
                contact.picture,
                shown_name="" if contact.name else shown_name,
            )
        )

    def stop(self) -> None:
        """Leave the person as they were."""
        self._edit(None)

    def change(self, draft: ContactDraft) -> None:
        """Put what was typed or chosen into the draft."""
        self._edit(replace(draft, needs_name=draft.needs_name and not draft.name.strip(), problem=None))

    def keep(self) -> None:
        """Keep the person. The form stays until it is written down."""
        draft = self._draft
        if draft is None:
            return
        if not draft.name.strip():
            self._edit(replace(draft, needs_name=True))
            return

        async def keep() -> None:
            if draft.id is None:
                await self._desk.add_contact(draft.kind, draft.name, draft.phone, draft.note, draft.picture)
            else:
                await self._desk.change_contact(draft.id, **_changed(draft))
            self._edit(None)

        self._start("contact", keep, lambda error: self._edit(replace(draft, problem=error)))

    def remove(self, contact: Contact) -> None:
        """Take a person off the page; gone at once, and can be brought back."""
        self._draft = None
        self._wish(contact, None, contact, lambda: self._desk.remove_contact(contact.id))

    def bring_back(self) -> None:
        """Undo the last removal."""
        contact = self._removed
        if contact is not None:
            self._wish(contact, contact, None, lambda: self._desk.restore_contact(contact.id))

    def _wish(self, contact: Contact, shown: Contact | None, removed: Contact | None, work: Work) -> None:
        """Show or hide a person at once, and write it."""
        wish = _Wish(shown)
        before, self._removed = self._removed, removed
        self._wish_by_id[contact.id], self._problem = wish, None
        self._refresh()

        async def write() -> None:
            await work()
            self._come_true(contact.id, wish)

        def take_back(error: FirstbellError) -> None:
            self._removed, self._problem = before, error
            self._come_true(contact.id, wish)

        self._start(f"contact:{contact.id}", write, take_back)

    def _come_true(self, contact: ContactId, wish: "_Wish") -> None:
        if self._wish_by_id.get(contact) is wish:
            del self._wish_by_id[contact]
        self._refresh()

    def _edit(self, draft: ContactDraft | None) -> None:
        self._draft = draft
        self._refresh()

    def _read(self, planner: Planner) -> HelpState:
        wished = {key: wish.shown for key, wish in self._wish_by_id.items()}
        shown = {contact.id: contact for contact in planner.contacts} | wished
        contacts = sorted((one for one in shown.values() if one is not None), key=lambda one: one.order)
        return HelpState(
            contacts_by_kind={kind: tuple(c for c in contacts if c.kind is kind) for kind in ContactKind},
            is_changing=self._is_changing,
            draft=self._draft,
            removed=self._removed,
            problem=self._problem,
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A person as they are hoped to be soon; None is gone. Told apart by identity."""

    shown: Contact | None


def _changed(draft: ContactDraft) -> ContactChange:
    change = ContactChange(phone=draft.phone, note=draft.note, picture=draft.picture)
    if draft.name.strip() != draft.shown_name:
        change["name"] = draft.name
    return change
