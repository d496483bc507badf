"""What the rooms ask of whoever put the app together: the household, and what lies around the app."""

from typing import TYPE_CHECKING, Protocol

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from views.copies.copies_rooms import CopiesKeeper
from views.people.sharing_now import SharingNow

if TYPE_CHECKING:
    from services.desk.notebook import Notebook
    from services.sync.erasing import Erasing
    from services.sync.handing_over import HandingOver
    from services.sync.keeping_card import KeepingCard
    from services.sync.known import Known
    from services.sync.pairing_port import Inviting, WritingLetters
    from views.keeping.keeping_rooms import ByCard
    from views.pairing.pairing_rooms import Arriving
    from views.people.company_port import PlannerPeople


class PageAround(Protocol):
    """What lies around the app; in a browser, the page. `app/devices/surround.py` has the real ones."""

    def describe(self, *, language: str, is_rtl: bool, title: str) -> None: ...

    def apply_update(self) -> None: ...


class Keeper(CopiesKeeper, Protocol):
    """What the rooms ask of the household. `app/household.py` is the real one."""

    async def begin(self, pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock) -> str | None: ...

    async def add_pupil(self, pupil: PupilAnswers, role: Role) -> None: ...

    async def erase(self) -> None: ...

    async def let_go(self) -> None: ...

    def last_sync_ms(self, planner: PlannerId) -> int | None: ...

    def sharing_now(self, planner: PlannerId) -> SharingNow: ...

    def people(self, planner: PlannerId) -> "PlannerPeople": ...

    async def known(self) -> "tuple[Known, ...]": ...

    def inviting(self, planner: PlannerId, notes: NotebookKind | None = None) -> "Inviting": ...

    def letters(self, planner: PlannerId) -> "WritingLetters": ...

    def arriving(self) -> "Arriving": ...

    def notebook(self, planner: PlannerId, kind: NotebookKind) -> "Notebook": ...

    def has_strangers(self, planner: PlannerId, kind: NotebookKind) -> bool: ...

    async def shut_out(self, planner: PlannerId, kind: NotebookKind) -> None: ...

    def keeping_card(self) -> "KeepingCard": ...

    def erasing(self) -> "Erasing": ...

    def handing_over(self) -> "HandingOver": ...

    def arriving_by_card(self) -> "ByCard": ...
