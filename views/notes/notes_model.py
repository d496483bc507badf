"""A notebook on the screen: its notes, writing one, taking one out, and who reads it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from services.desk.notebook import Notebook
from services.planner.errors import FirstbellError, InputRejected
from services.planner.ids import NoteId
from services.planner.note import Note, NotebookKind
from services.planner.person import Person
from services.planner.planner_day import planner_day
from views.action import Actions, Work
from views.live_model import Listener, LiveModel, Stop

_KEY: Final = "notes"


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note while it is written; `id` is None for a new one. Privacy: never printed."""

    id: NoteId | None
    words: str = field(default="", repr=False)
    needs_words: bool = False
    problem: FirstbellError | None = None


@dataclass(frozen=True, slots=True)
class NotesState:
    """A notebook. `others` is None while nobody knows who reads it; `is_alone`: this device alone does.

    `has_unnamed`: a device reads it of which nobody has said yet whose it is. `has_strangers`: one does
    that is in the planner no more. `removed` can be brought back.
    """

    notes: tuple[tuple[Note, date], ...]
    today: date
    me: Person | None
    others: tuple[Person, ...] | None
    has_unnamed: bool
    is_alone: bool
    is_read_only: bool
    has_strangers: bool = False
    draft: NoteDraft | None = None
    removed: Note | None = None
    problem: FirstbellError | None = None


class NotesModel(LiveModel[NotesState]):
    """`shut` has nobody read it who is not in the planner."""

    def __init__(
        self,
        notebook: Notebook,
        has_strangers: Callable[[], bool],
        shut: Callable[[], Awaitable[None]],
        actions: Actions,
    ) -> None:
        self._notebook = notebook
        self._has_strangers = has_strangers
        self._shut = shut
        self._actions = actions
        self._draft: NoteDraft | None = None
        self._removed: Note | None = None
        self._problem: FirstbellError | None = None
        self._stop_following: Stop | None = None
        super().__init__(self._read())

    @property
    def kind(self) -> NotebookKind:
        """Whose notes they are."""
        return self._notebook.kind

    def subscribe(self, fn: Listener) -> Stop:
        """Follows the notebook while somebody follows this."""
        if not self._listeners:
            self._stop_following = self._notebook.subscribe(self._refresh)
        stop_listening = super().subscribe(fn)
        self._refresh()

        def stop() -> None:
            stop_listening()
            if not self._listeners and self._stop_following is not None:
                self._stop_following()
                self._stop_following = None

        return stop

    def start_writing(self) -> None:
        """A new note."""
        self._edit(NoteDraft(None))

    def start_changing(self, note: Note) -> None:
        """Say it otherwise."""
        self._edit(NoteDraft(note.id, note.words))

    def type_words(self, words: str) -> None:
        """What stands in the field."""
        if self._draft is not None:
            self._edit(replace(self._draft, words=words, needs_words=False, problem=None))

    def stop(self) -> None:
        """Leave it as it was."""
        self._edit(None)

    def keep(self) -> None:
        """Keep what is written. The sheet stays until it is on the disk."""
        draft = self._draft
        if draft is None:
            return
        if not draft.words.strip():
            self._edit(replace(draft, needs_words=True))
            return

        async def keep() -> None:
            if draft.id is None:
                await self._notebook.add(draft.words)
            else:
                await self._notebook.change(draft.id, draft.words)
            self._edit(None)

        self._actions.start(_KEY, keep, lambda error: self._edit(replace(draft, problem=error)))

    def remove(self) -> None:
        """Take out the note that is open."""
        draft = self._draft
        note = next((one for one, _ in self.state.notes if draft and one.id == draft.id), None)
        if note is None:
            return

        async def remove() -> None:
            await self._notebook.remove(note.id)
            self._draft, self._removed = None, note
            self._refresh()

        self._start(remove)

    def bring_back(self) -> None:
        """Undo the last removal."""
        note = self._removed
        if note is None:
            return

        async def bring_back() -> None:
            await self._notebook.restore(note.id)
            self._removed = None
            self._refresh()

        self._start(bring_back)

    def let_in(self, go_on: Callable[[], None]) -> None:
        """Somebody shall read it: it is begun if it is not there yet, then `go_on` leads to a ticket."""

        async def begin() -> None:
            await self._notebook.begin()
            go_on()

        self._start(begin)

    def shut_out(self) -> None:
        """Nobody reads it any more who is not in the planner."""

        async def shut() -> None:
            await self._shut()
            self._refresh()

        self._start(shut)

    def _start(self, work: Work) -> None:
        self._problem = None
        self._actions.start(_KEY, work, self._went_wrong)

    def _went_wrong(self, error: FirstbellError) -> None:
        self._draft, self._problem = None, error
        self._refresh()

    def _edit(self, draft: NoteDraft | None) -> None:
        self._draft, self._problem = draft, None
        self._refresh()

    def _refresh(self) -> None:
        self.become(self._read())

    def _read(self) -> NotesState:
        book = self._notebook
        return NotesState(
            notes=tuple((note, planner_day(note.at_ms, book.zone)) for note in book.notes),
            today=planner_day(book.now_ms(), book.zone),
            me=book.me,
            others=book.others,
            has_unnamed=book.has_unnamed,
            is_alone=book.is_alone,
            is_read_only=book.is_read_only,
            has_strangers=self._has_strangers(),
            draft=self._draft,
            removed=self._removed,
            problem=self._problem,
        )


def is_of_words(error: FirstbellError | None) -> bool:
    """Whether it is about what was typed."""
    return isinstance(error, InputRejected) and error.field == "note_words"
