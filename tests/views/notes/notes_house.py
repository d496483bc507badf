"""A notebook over a pupil's planner in memory, with a hand on who reads it."""

from services.desk.notebook import Notebook
from services.planner.errors import FirstbellError
from services.planner.note import NotebookKind
from services.vault.store_memory import MemoryStore
from tests.desk.room import Room, room
from views.action import Actions
from views.notes.notes_model import NotesModel

LET_IN = "7a" * 16


class NotesHouse:
    """A model of one notebook. `others` read it besides; `error` ends the next shutting out."""

    def __init__(self, of: Room, kind: NotebookKind) -> None:
        self.others: frozenset[str] | None = frozenset()
        self.strangers = False
        self.error: FirstbellError | None = None
        self.surprises: list[Exception] = []
        self.actions = Actions(self.surprises.append)
        self.store: MemoryStore = of.store
        self._me = of.vault.device_hex
        [self.shared] = of.vault.journals()
        self.notebook = Notebook(of.vault, of.desk, kind, self._readers)
        self.model = NotesModel(self.notebook, lambda: self.strangers, self._shut, self.actions)
        self.model.subscribe(lambda: None)

    def _readers(self) -> frozenset[str] | None:
        return None if self.others is None else self.others | {self._me}

    async def _shut(self) -> None:
        if self.error:
            raise self.error
        self.strangers = False

    async def settle(self) -> None:
        await self.actions.settle()
        assert not self.surprises


async def notes_house(kind: NotebookKind = NotebookKind.PRIVATE) -> NotesHouse:
    """Sam's."""
    return NotesHouse(await room(), kind)
