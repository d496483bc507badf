"""Writing a new target, one question at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from services.desk.target_verbs import TargetVerbs
from services.planner.contact import Contact
from services.planner.errors import FirstbellError
from services.planner.ids import TargetId
from services.planner.planner import Planner
from services.planner.starter import STARTER_TARGETS, StarterTarget
from services.planner.target import MAX_OPEN_TARGETS
from services.planner.words import ContactKind
from views.action import Actions
from views.pupil.desk_model import DeskModel
from views.pupil.target_form_model import EMPTY_FORM, TargetForm


class Question(StrEnum):
    """The three questions, in order."""

    WHAT = "what"
    STEP = "step"
    WHO_AND_WHEN = "who_and_when"


QUESTIONS = tuple(Question)


@dataclass(frozen=True, slots=True)
class NewTargetState:
    """What is asked and what was answered. `problem` is what went wrong, if anything did."""

    today: date
    may_add: bool
    people: tuple[Contact, ...]
    ideas: tuple[StarterTarget, ...] = STARTER_TARGETS
    question: Question = Question.WHAT
    form: TargetForm = EMPTY_FORM
    needs_words: bool = False
    is_keeping: bool = False
    problem: FirstbellError | None = None

    @property
    def at(self) -> int:
        """Which question this is, from 0."""
        return QUESTIONS.index(self.question)

    @property
    def is_last(self) -> bool:
        """Whether the next press keeps the target."""
        return self.question is QUESTIONS[-1]


class NewTargetModel(DeskModel[NewTargetState, TargetVerbs]):
    """A target that is not there yet."""

    def __init__(self, desk: TargetVerbs, actions: Actions) -> None:
        self._draft: NewTargetState | None = None
        super().__init__(desk, actions)

    def change(self, form: TargetForm) -> None:
        """Put what was typed or chosen into the form."""
        self._draft_show(form=form, needs_words=self.state.needs_words and not form.has_words, problem=None)

    def back(self) -> bool:
        """The question before this one; False at the first."""
        if self.state.at == 0:
            return False
        self._draft_show(question=QUESTIONS[self.state.at - 1], problem=None)
        return True

    def forward(self) -> None:
        """The next question. The first needs words."""
        if not self.state.form.has_words:
            self._draft_show(question=Question.WHAT, needs_words=True)
        elif not self.state.is_last:
            self._draft_show(question=QUESTIONS[self.state.at + 1], problem=None)

    def keep(self, on_kept: Callable[[TargetId], None]) -> None:
        """Write the target down, then say which it is."""
        state = self.state
        if not state.form.has_words:
            self._draft_show(question=Question.WHAT, needs_words=True)
            return
        if state.is_keeping:
            return
        self._draft_show(is_keeping=True, problem=None)
        form = state.form.with_helper_added()

        async def add() -> None:
            target = await self._desk.add_target(
                form.words, form.picture, form.next_step, form.helpers, form.review_on, form.goal
            )
            self._draft = None
            self._refresh()
            on_kept(target)

        self._start("new_target", add, self._not_kept)

    def _not_kept(self, error: FirstbellError) -> None:
        self._draft_show(is_keeping=False, problem=error)

    def _draft_show(self, **changes: object) -> None:
        self._draft = replace(self.state, **changes)  # type: ignore[arg-type]  # each name is a field, typed where it is called
        self.become(self._draft)

    def _read(self, planner: Planner) -> NewTargetState:
        fresh = NewTargetState(
            today=self._today(),
            may_add=open_count(planner) < MAX_OPEN_TARGETS,
            people=people_who_help(planner),
        )
        if self._draft is None:
            return fresh
        return replace(self._draft, today=fresh.today, may_add=fresh.may_add, people=fresh.people)


def open_count(planner: Planner) -> int:
    """How many targets are open."""
    return sum(target.closed_on is None for target in planner.targets)


def people_who_help(planner: Planner) -> tuple[Contact, ...]:
    """The people of the help page who are near: the key adult and the family."""
    near = (ContactKind.KEY_ADULT, ContactKind.FAMILY)
    return tuple(contact for contact in planner.contacts if contact.kind in near and contact.name)
