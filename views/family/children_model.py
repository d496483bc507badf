"""What a parent's children are called here, until they have joined and say so themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from services.desk.family import FamilyDesk
from services.planner.errors import FirstbellError
from services.planner.pupil import pupil_of
from views.action import Actions
from views.live_model import LiveModel
from views.pupil.me_model import NameDraft


@dataclass(frozen=True, slots=True)
class ChildrenState:
    """Shape: `number` is the child whose `draft` is open."""

    number: int = 0
    draft: NameDraft | None = None
    needs_name: bool = False
    problem: FirstbellError | None = None


class ChildrenModel(LiveModel[ChildrenState]):
    """Changing a child's name and picture."""

    def __init__(self, desks: tuple[FamilyDesk, ...], actions: Actions) -> None:
        super().__init__(ChildrenState())
        self._desks = desks
        self._actions = actions

    def start_changing(self, number: int) -> None:
        """Open a child's name; one who has joined is called what they say."""
        pupil = pupil_of(self._desks[number].planner)
        if not pupil.has_joined:
            self.become(ChildrenState(number, NameDraft(pupil.name, pupil.picture)))

    def stop_changing(self) -> None:
        """Leave it as it was."""
        self.become(ChildrenState())

    def type_name(self, name: str) -> None:
        """A name while it is typed."""
        self._change(lambda draft: replace(draft, name=name))

    def choose_picture(self, picture: str) -> None:
        """One of the pictures."""
        self._change(lambda draft: replace(draft, picture=picture))

    def keep(self) -> None:
        """Keep it; the sheet stays until it is written down."""
        state, draft = self.state, self.state.draft
        if draft is None:
            return
        if not draft.name.strip():
            self.become(replace(state, needs_name=True))
            return
        desk = self._desks[state.number]
        age_band = pupil_of(desk.planner).age_band

        async def keep() -> None:
            await desk.call_pupil(draft.name, draft.picture, age_band)
            self.become(ChildrenState())

        self._actions.start("child", keep, lambda error: self.become(replace(state, problem=error)))

    def _change(self, change: Callable[[NameDraft], NameDraft]) -> None:
        if self.state.draft is not None:
            draft = change(self.state.draft)
            self.become(replace(self.state, draft=draft, needs_name=False, problem=None))
