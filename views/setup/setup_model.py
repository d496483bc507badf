"""Set-up: who, how old, which parts of the day, when home is left, which lock; then one call makes it all."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from services.desk.answers import NewLock, PupilAnswers
from services.planner.errors import FirstbellError
from services.planner.starter import PARTS_BY_DEFAULT
from services.planner.words import AgeBand, Part
from views.action import Actions
from views.live_model import LiveModel
from views.lock.new_lock_model import NewLockModel

NAME_MOST = 40
LEAVE_FIRST, LEAVE_LAST, LEAVE_USUAL = 5 * 60, 18 * 60, 8 * 60 + 15

Begin = Callable[[PupilAnswers, NewLock], Awaitable[str | None]]


class SetupPage(StrEnum):
    """The question that is open. `making` and `card` come after the last one."""

    WHO = "who"
    AGE = "age"
    ROUTINES = "routines"
    LEAVING = "leaving"
    LOCK = "lock"
    MAKING = "making"
    CARD = "card"


QUESTIONS = (SetupPage.WHO, SetupPage.AGE, SetupPage.ROUTINES, SetupPage.LEAVING, SetupPage.LOCK)


class SetupProblem(StrEnum):
    """Why a question is not answered yet."""

    NAME = "name"
    ROUTINES = "routines"


@dataclass(frozen=True, slots=True)
class SetupState:
    """The answers so far.

    Shape: `leave_at_minute` None means no set time; `error` a code of services/planner/errors.py;
    `card` the characters of a recovery card that is being shown.
    """

    page: SetupPage = SetupPage.WHO
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
        return tuple(page for page in QUESTIONS if has_morning or page is not SetupPage.LEAVING)


class SetupModel(LiveModel[SetupState]):
    """Asks one question at a time; nothing is written before the last one is answered.

    `begin` makes everything or nothing and answers with the characters of the recovery card, if one
    was wanted. `on_done` lands on Today, `on_leave` goes back to the first screen.
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
    ) -> None:
        super().__init__(SetupState())
        self.new_lock = NewLockModel(self._make, is_web=is_web)
        self._begin = begin
        self._actions = actions
        self._zone = zone
        self._on_done = on_done
        self._on_leave = on_leave

    def set_name(self, name: str) -> None:
        """As typed; it is trimmed when it is used."""
        self.become(replace(self.state, name=name, problem=None))

    def choose_picture(self, picture: str) -> None:
        """The avatar."""
        self.become(replace(self.state, picture=picture))

    def choose_age(self, age_band: AgeBand | None) -> None:
        """An age band, or rather not said; either answers the question."""
        self.become(replace(self.state, age_band=age_band))
        self._go(SetupPage.ROUTINES)

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
            case SetupPage.WHO:
                if self._answers().name:
                    self._go(SetupPage.AGE)
                else:
                    self.become(replace(self.state, problem=SetupProblem.NAME))
            case SetupPage.AGE:
                self._go(SetupPage.ROUTINES)
            case SetupPage.ROUTINES:
                if self.state.parts:
                    self._go_after(SetupPage.ROUTINES)
                else:
                    self.become(replace(self.state, problem=SetupProblem.ROUTINES))
            case SetupPage.LEAVING:
                self._go_after(SetupPage.LEAVING)
            case SetupPage.LOCK:
                self.new_lock.go_on()
            case SetupPage.MAKING | SetupPage.CARD:
                pass

    def back(self) -> None:
        """One question back; every answer stays."""
        page, questions = self.state.page, self.state.questions
        if page not in questions or (page is SetupPage.LOCK and self.new_lock.back()):
            return
        at = questions.index(page)
        if at == 0:
            self.new_lock.forget()
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

    def _go_after(self, page: SetupPage) -> None:
        questions = self.state.questions
        self._go(questions[questions.index(page) + 1])

    def _answers(self) -> PupilAnswers:
        leaves = self.state.leave_at_minute if Part.MORNING in self.state.parts else None
        return PupilAnswers(
            name=" ".join(self.state.name.split())[:NAME_MOST],
            picture=self.state.picture,
            age_band=self.state.age_band,
            zone=self._zone,
            packs=tuple(part for part in Part if part in self.state.parts),
            leave_at_minute=leaves,
        )

    def _make(self, lock: NewLock) -> None:
        self._go(SetupPage.MAKING)

        async def make() -> None:
            card = await self._begin(self._answers(), lock)
            self.new_lock.forget()
            self.become(replace(self.state, page=SetupPage.CARD if card else SetupPage.MAKING, card=card))
            if card is None:
                self._on_done()

        self._actions.start("set-up", make, self._on_error)

    def _on_error(self, error: FirstbellError) -> None:
        """Back to the last question with every answer still there."""
        self.become(replace(self.state, page=SetupPage.LOCK, error=error.code))
