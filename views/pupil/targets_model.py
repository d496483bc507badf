"""All targets of a pupil: at most three open ones, and those put away."""

from dataclasses import dataclass
from datetime import date

from services.desk.desk import Desk
from services.planner.ids import TargetId
from services.planner.person import Person
from services.planner.planner import Planner
from services.planner.target import MAX_OPEN_TARGETS, Rating, Target
from services.planner.voices import voices_over_time
from services.planner.words import Role
from views.action import Actions
from views.pupil.chart_model import VOICE_ORDER
from views.pupil.desk_model import DeskModel


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as the list shows it: with what the pupil said last, and the time before.

    Shape: `voices` what each person said last; the pupil first, then carers, then mentors.
    """

    target: Target
    latest: Rating | None
    before: Rating | None
    is_review_due: bool
    voices: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetsState:
    """What the list shows. Open ones keep their order; those put away are newest first."""

    me: Person | None
    people: tuple[Person, ...]
    today: date
    open: tuple[TargetRow, ...]
    put_away: tuple[Target, ...]
    shows_put_away: bool

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more."""
        return len(self.open) < MAX_OPEN_TARGETS


class TargetsModel(DeskModel[TargetsState, Desk]):
    """The list of targets."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        self._shows_put_away = False
        super().__init__(desk, actions)

    def turn_put_away(self) -> None:
        """Show or hide the targets put away."""
        self._shows_put_away = not self._shows_put_away
        self._refresh()

    def _read(self, planner: Planner) -> TargetsState:
        today = self._today()
        closed = [(target.closed_on, target) for target in planner.targets if target.closed_on is not None]
        return TargetsState(
            me=planner.me,
            people=tuple(planner.people.values()),
            today=today,
            open=tuple(_row(planner, t, today) for t in planner.targets if t.closed_on is None),
            put_away=tuple(target for _, target in sorted(closed, key=lambda pair: pair[0], reverse=True)),
            shows_put_away=self._shows_put_away,
        )


def _row(planner: Planner, target: Target, today: date) -> TargetRow:
    said = voices_over_time(planner, target.id).get(Role.PUPIL, ())
    return TargetRow(
        target=target,
        latest=said[-1] if said else None,
        before=said[-2] if len(said) > 1 else None,
        is_review_due=target.review_on is not None and target.review_on <= today,
        voices=_last_of_each(planner, target.id),
    )


def _last_of_each(planner: Planner, target: TargetId) -> tuple[Rating, ...]:
    said = voices_over_time(planner, target)
    last = {(role, rating.person): rating for role in VOICE_ORDER for rating in said.get(role, ())}
    return tuple(last.values())
