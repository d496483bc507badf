"""Notebook: the notes of one circle beside a pupil's planner. It begins with its first note.

Who reads it is who holds the key of its circle; until it is shared, that is this device alone.
"""

from collections.abc import Callable

from services.desk.changes import Fields, brought_back, made, taken_away, told
from services.desk.desk import Desk
from services.planner.access import Author, may_write
from services.planner.edit import Change
from services.planner.errors import InputRejected, NotPermitted, VaultReadOnly
from services.planner.ids import NoteId, RecordId, who_record
from services.planner.note import TYPE_BY_KIND, Note, NotebookKind, notes_in
from services.planner.person import Person
from services.planner.text import clean_note
from services.planner.words import Role
from services.vault.journal import Journal
from services.vault.vault import Vault

KINDS_BY_ROLE = {
    Role.PUPIL: (NotebookKind.PRIVATE, NotebookKind.HOME),
    Role.PARENT: (NotebookKind.HOME,),
    Role.MENTOR: (NotebookKind.STAFF,),
}
"""The notebooks that somebody in this role may open."""


class Notebook:
    """One kind of notes beside the planner of a desk. `readers` tells which devices read its circle.

    Errors of each verb: InputRejected with the name of the field, and as those of a desk.
    """

    def __init__(
        self, vault: Vault, desk: Desk, kind: NotebookKind, readers: Callable[[], frozenset[str] | None]
    ) -> None:
        assert kind in KINDS_BY_ROLE[desk.role], "a notebook of another role"
        self.kind = kind
        self._vault = vault
        self._desk = desk
        self._readers = readers
        self._listeners: list[Callable[[], None]] = []
        self._followed: Journal | None = None
        self._stop: Callable[[], None] = lambda: None

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is written in it, the newest first."""
        journal = self._journal()
        return notes_in(journal.records.values(), self.kind) if journal else ()

    @property
    def zone(self) -> str:
        """The planner's time zone."""
        return self._desk.zone

    @property
    def is_read_only(self) -> bool:
        """Whether another tab or process is writing."""
        return self._desk.is_read_only

    @property
    def me(self) -> Person | None:
        """Who sits here."""
        return self._desk.planner.me

    @property
    def others(self) -> tuple[Person, ...] | None:
        """Who else reads it, each once, as the planner names them; None while nobody has read its list."""
        devices = self._readers()
        if devices is None:
            return None
        who = self._desk.planner.parsed.get("who", {})
        named = [who[record] for device in sorted(devices) if (record := who_record(device)) in who]
        mine = self.me.id if self.me else None
        return tuple({one.id: one for one in named if one.id != mine}.values())

    @property
    def has_unnamed(self) -> bool:
        """Whether a device reads it of which the planner does not say yet whose it is."""
        known = self._desk.planner.parsed.get("who", {})
        return any(who_record(device) not in known for device in self._readers() or ())

    @property
    def is_alone(self) -> bool:
        """Whether this device alone reads it."""
        return self._readers() == frozenset({self._desk.device_hex})

    def subscribe(self, fn: Callable[[], None]) -> Callable[[], None]:
        """Calls `fn` after every change of what is in it. Gives what stops it."""
        self._listeners.append(fn)
        self._follow()

        def stop() -> None:
            if fn in self._listeners:
                self._listeners.remove(fn)
            if not self._listeners:
                self._stop()
                self._followed = None

        return stop

    def now_ms(self) -> int:
        """The clock of this device."""
        return self._desk.now_ms()

    async def add(self, words: str) -> NoteId:
        """One more note; the first makes the notebook."""
        note = NoteId(self._desk.fresh_id())
        said: Fields = {"words": clean_note(words, "note_words"), "at": self._desk.now_ms()}
        changes = made(note, TYPE_BY_KIND[self.kind], said)
        await self._write(self._journal() or await self._begin(), changes)
        self._follow()
        self._tell_all()
        return note

    async def begin(self) -> None:
        """An empty one, so that somebody can be let into it; nothing where there is one."""
        if self._journal() is None:
            await self._begin()
            self._follow()

    async def change(self, note: NoteId, words: str) -> None:
        """Says it otherwise."""
        await self._tell(
            note, told(note, TYPE_BY_KIND[self.kind], {"words": clean_note(words, "note_words")})
        )

    async def remove(self, note: NoteId) -> None:
        """Takes it out."""
        await self._tell(note, taken_away(note, TYPE_BY_KIND[self.kind]))

    async def restore(self, note: NoteId) -> None:
        """Puts it back."""
        await self._tell(note, brought_back(note, TYPE_BY_KIND[self.kind]))

    async def _begin(self) -> Journal:
        if self.is_read_only:
            raise VaultReadOnly
        return await self._vault.add_planner(self.kind.value, self._desk.role, self._desk.planner_id)

    def _follow(self) -> None:
        journal = self._journal()
        if journal is not None and journal is not self._followed and self._listeners:
            self._stop()
            self._followed, self._stop = journal, journal.subscribe(lambda _: self._tell_all())

    def _tell_all(self) -> None:
        for fn in tuple(self._listeners):
            fn()

    async def _tell(self, note: NoteId, changes: list[Change]) -> None:
        journal = self._journal()
        if journal is None or RecordId(note) not in journal.records:
            raise InputRejected("note", "never made")
        await self._write(journal, changes)

    async def _write(self, journal: Journal, changes: list[Change]) -> None:
        if self.is_read_only:
            raise VaultReadOnly
        author = Author(self._desk.role, self._desk.device_hex, None)
        if not all(may_write(author, change, adult_ticks=False) for change in changes):
            raise NotPermitted(self.kind)
        await journal.write(changes)

    def _journal(self) -> Journal | None:
        named = (self._desk.planner_id, self.kind.value)
        return next((one for one in self._vault.journals() if (one.planner_id, one.kind) == named), None)
