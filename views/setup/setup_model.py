"""Set-up: who, how old, which parts of the day, when home is left, which lock; then one call makes it all.

A pupil answers for themselves; an adult says who they are, then answers for a pupil.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.errors import FirstbellError
from services.planner.starter import PARTS_BY_DEFAULT
from services.planner.words import AgeBand, Part, Role
from views.action import Actions
from views.live_model import LiveModel
from views.lock.new_lock_model import NewLockModel

NAME_MOST = 40
LEAVE_FIRST, LEAVE_LAST, LEAVE_USUAL = 5 * 60, 18 * 60, 8 * 60 + 15

Begin = Callable[[PupilAnswers, AdultAnswers | None, NewLock | None], Awaitable[str | None]]


class SetupPage(StrEnum):
    """The question that is open. `making` and `card` come after the last one."""

    ME = "me"
    LOCK = "lock"
    WHO = "who"
    AGE = "age"
    ROUTINES = "routines"
    LEAVING = "leaving"
    MAKING = "making"
    CARD = "card"


ABOUT_THE_PUPIL = (SetupPage.WHO, SetupPage.AGE, SetupPage.ROUTINES, SetupPage.LEAVING)
OWN_PLANNER = (*ABOUT_THE_PUPIL, SetupPage.LOCK)
ADULT_BEGINS = (SetupPage.ME, SetupPage.LOCK, *ABOUT_THE_PUPIL)


class SetupProblem(StrEnum):
    """Why a question is not answered yet."""

    NAME = "name"
    ROUTINES = "routines"


@dataclass(frozen=True, slots=True)
class SetupState:
    """The answers so far.

    Shape: `asked` every question of this set-up, in order; `by` who answers; `may_be_open` whether no lock
    is a choice; `leave_at_minute` None means no set time; `error` a code of services/planner/errors.py;
    `card` the characters of a recovery card that is being shown.
    """

    by: Role
    asked: tuple[SetupPage, ...]
    page: SetupPage
    may_be_open: bool = True
    my_name: str = field(default="", repr=False)
    my_picture: str = "person_medium"
    name: str = field(default="", repr=False)
    picture: str = "fox"
    age_band: AgeBand | None = None
    parts: frozenset[Part] = frozenset(PARTS_BY_DEFAULT)
    leave_at_minute: int | None = LEAVE_USUAL
    problem: SetupProblem | None = None
    error: str | None = None
    card: str | None = field(default=None, repr=False)

    @property
    def questions(self) -> tuple[SetupPage, ...]:
        """What is asked, in order. When home is left matters only to a morning."""
        has_morning = Part.MORNING in self.parts
        return tuple(page for page in self.asked if has_morning or page is not SetupPage.LEAVING)


class SetupModel(LiveModel[SetupState]):
    """Asks one question at a time; nothing is written before the last one is answered.

    `asked` are its questions, `by` the role of who answers them. `begin` makes everything or nothing and
    answers with the characters of the recovery card, if one was wanted. `on_done` lands at home, `on_leave`
    goes back to where one came from. `picture` is offered for the pupil.
    """

    def __init__(
        self,
        begin: Begin,
        actions: Actions,
        *,
        zone: str,
        is_web: bool,
        on_done: Callable[[], None],
        on_leave: Callable[[], None],
        by: Role = Role.PUPIL,
        asked: tuple[SetupPage, ...] = OWN_PLANNER,
        may_be_open: bool = True,
        picture: str = "fox",
    ) -> None:
        super().__init__(SetupState(by, asked, asked[0], may_be_open, picture=picture))
        self.new_lock = NewLockModel(self._choose_lock, is_web=is_web, may_be_none=may_be_open)
        self._lock: NewLock | None = None
        self._begin = begin
        self._actions = actions
        self._zone = zone
        self._on_done = on_done
        self._on_leave = on_leave

    def set_my_name(self, name: str) -> None:
        """The adult's own, as typed."""
        self.become(replace(self.state, my_name=name, problem=None))

    def choose_my_picture(self, picture: str) -> None:
        """The adult's avatar."""
        self.become(replace(self.state, my_picture=picture))

    def set_name(self, name: str) -> None:
        """As typed; it is trimmed when it is used."""
        self.become(replace(self.state, name=name, problem=None))

    def choose_picture(self, picture: str) -> None:
        """The avatar."""
        self.become(replace(self.state, picture=picture))

    def choose_age(self, age_band: AgeBand | None) -> None:
        """An age band, or rather not said; either answers the question."""
        self.become(replace(self.state, age_band=age_band))
        self._go_on()

    def toggle_part(self, part: Part) -> None:
        """Plan this part of the day, or not."""
        self.become(replace(self.state, parts=self.state.parts ^ {part}, problem=None))

    def move_leaving(self, minutes: int) -> None:
        """Leave home earlier or later."""
        at = self.state.leave_at_minute
        if at is not None:
            moved = min(max(at + minutes, LEAVE_FIRST), LEAVE_LAST)
            self.become(replace(self.state, leave_at_minute=moved))

    def set_has_leaving_time(self, has_time: bool) -> None:
        """Whether there is a set time at all."""
        self.become(replace(self.state, leave_at_minute=LEAVE_USUAL if has_time else None))

    def next(self) -> None:
        """On to the next question, if this one is answered."""
        match self.state.page:
            case SetupPage.LOCK:
                self.new_lock.go_on()
            case SetupPage.MAKING | SetupPage.CARD:
                pass
            case page if problem := self._problem_with(page):
                self.become(replace(self.state, problem=problem))
            case _:
                self._go_on()

    def back(self) -> None:
        """One question back; every answer stays."""
        page, questions = self.state.page, self.state.questions
        if page not in questions or (page is SetupPage.LOCK and self.new_lock.back()):
            return
        at = questions.index(page)
        if at == 0:
            self._forget()
            self._on_leave()
        else:
            self._go(questions[at - 1])

    def finish(self) -> None:
        """The card is written down."""
        if self.state.page is SetupPage.CARD:
            self.become(replace(self.state, page=SetupPage.MAKING, card=None))
            self._on_done()

    def _go(self, page: SetupPage) -> None:
        self.become(replace(self.state, page=page, problem=None, error=None))

    def _go_on(self) -> None:
        questions = self.state.questions
        at = questions.index(self.state.page)
        if at + 1 < len(questions):
            self._go(questions[at + 1])
        else:
            self._make()

    def _problem_with(self, page: SetupPage) -> SetupProblem | None:
        match page:
            case SetupPage.ME if not _tidy(self.state.my_name):
                return SetupProblem.NAME
            case SetupPage.WHO if not _tidy(self.state.name):
                return SetupProblem.NAME
            case SetupPage.ROUTINES if not self.state.parts:
                return SetupProblem.ROUTINES
            case _:
                return None

    def _choose_lock(self, lock: NewLock) -> None:
        self._lock = lock
        self._go_on()

    def _answers(self) -> PupilAnswers:
        leaves = self.state.leave_at_minute if Part.MORNING in self.state.parts else None
        return PupilAnswers(
            name=_tidy(self.state.name),
            picture=self.state.picture,
            age_band=self.state.age_band,
            zone=self._zone,
            packs=tuple(part for part in Part if part in self.state.parts),
            leave_at_minute=leaves,
        )

    def _adult(self) -> AdultAnswers | None:
        state = self.state
        if SetupPage.ME not in state.asked:
            return None
        return AdultAnswers(state.by, _tidy(state.my_name), state.my_picture)

    def _make(self) -> None:
        last = self.state.page
        self._go(SetupPage.MAKING)

        async def make() -> None:
            card = await self._begin(self._answers(), self._adult(), self._lock)
            self._forget()
            self.become(replace(self.state, page=SetupPage.CARD if card else SetupPage.MAKING, card=card))
            if card is None:
                self._on_done()

        def take_back(error: FirstbellError) -> None:
            """Back to the last question with every answer still there."""
            self.become(replace(self.state, page=last, error=error.code))

        self._actions.start("set-up", make, take_back)

    def _forget(self) -> None:
        self._lock = None
        self.new_lock.forget()


def _tidy(name: str) -> str:
    return " ".join(name.split())[:NAME_MOST]
