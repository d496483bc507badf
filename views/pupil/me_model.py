"""One's own name and picture and changing them; and for a pupil, whether adults may tick."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from services.desk.person_verbs import PersonVerbs
from services.planner.errors import FirstbellError
from services.planner.person import Person
from services.planner.planner import Planner
from services.planner.words import Role
from views.action import Actions
from views.pupil.desk_model import DeskModel


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A name and a picture while they are changed."""

    name: str
    picture: str


@dataclass(frozen=True, slots=True)
class MeState:
    """Who this is; `draft` is there while it is being changed.

    `has_adults`: an adult has joined the planner; `adult_ticks`: they may tick.
    """

    me: Person | None
    draft: NameDraft | None
    needs_name: bool
    problem: FirstbellError | None
    has_adults: bool = False
    adult_ticks: bool = False


class MeModel(DeskModel[MeState, PersonVerbs]):
    """Me: the name, the picture, and the way to everything that is set once.

    `also` are the desks of one's other planners, in which one is called the same.
    """

    def __init__(self, desk: PersonVerbs, actions: Actions, also: Sequence[PersonVerbs] = ()) -> None:
        self._also = tuple(also)
        self._wished_ticks: bool | None = None
        self._wish: Person | None = None
        self._draft: NameDraft | None = None
        self._needs_name = False
        self._problem: FirstbellError | None = None
        super().__init__(desk, actions)

    def start_changing(self) -> None:
        """Open the name and picture for changing."""
        me = self.state.me
        self._draft = NameDraft(me.name, me.picture) if me else NameDraft("", "")
        self._tidy()

    def stop_changing(self) -> None:
        """Leave them as they were."""
        self._draft = None
        self._tidy()

    def type_name(self, name: str) -> None:
        """A name while it is typed."""
        self._change(lambda draft: replace(draft, name=name))

    def choose_picture(self, picture: str) -> None:
        """One of the pictures."""
        self._change(lambda draft: replace(draft, picture=picture))

    def keep(self) -> None:
        """Keep name and picture; shown at once."""
        draft, me = self._draft, self.state.me
        if draft is None or me is None:
            return
        name = draft.name.strip()
        if not name:
            self._needs_name = True
            self._refresh()
            return
        wish = replace(me, name=name, picture=draft.picture)
        self._wish, self._draft = wish, None
        self._tidy()

        async def keep() -> None:
            for desk in (self._desk, *self._also):
                await desk.set_person(name, draft.picture, me.age_band)
            if self._wish is wish:
                self._wish = None
                self._refresh()

        def take_back(error: FirstbellError) -> None:
            if self._wish is wish:
                self._wish, self._draft, self._problem = None, draft, error
                self._refresh()

        self._start("me", keep, take_back)

    def let_adults_tick(self, may_tick: bool) -> None:
        """Whether adults may tick for the pupil; shown at once."""
        self._wished_ticks = may_tick
        self._tidy()

        async def switch() -> None:
            await self._desk.set_adult_ticks(may_tick)
            self._wished_ticks = None
            self._refresh()

        def take_back(error: FirstbellError) -> None:
            self._wished_ticks, self._problem = None, error
            self._refresh()

        self._start("adult ticks", switch, take_back)

    def _change(self, change: Callable[[NameDraft], NameDraft]) -> None:
        if self._draft is not None:
            self._draft = change(self._draft)
            self._tidy()

    def _tidy(self) -> None:
        self._needs_name, self._problem = False, None
        self._refresh()

    def _read(self, planner: Planner) -> MeState:
        wished = self._wished_ticks
        return MeState(
            self._wish or planner.me,
            self._draft,
            self._needs_name,
            self._problem,
            has_adults=any(person.role is not Role.PUPIL for person in planner.people.values()),
            adult_ticks=planner.prefs.adult_ticks if wished is None else wished,
        )
