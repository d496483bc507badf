"""One target as everybody meets it: today in one's own voice, and all voices over time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from services.desk.rating_verbs import RatingVerbs
from services.planner.errors import FirstbellError
from services.planner.ids import PersonId, TargetId
from services.planner.planner import Planner
from services.planner.target import MAX_OPEN_TARGETS, Rating
from services.planner.voices import voices_over_time
from views.action import Actions
from views.pupil.chart_model import chart_of
from views.pupil.desk_model import DeskModel
from views.pupil.new_target_model import open_count, people_who_help
from views.pupil.rate_model import RateDraft
from views.pupil.target_state import Shown, TargetAside, TargetState

SomeRating = TypeVar("SomeRating", bound=RatingVerbs)


class RatedTargetModel(DeskModel[TargetState, SomeRating], Generic[SomeRating]):
    """A target that is there, and rating it."""

    def __init__(self, desk: SomeRating, target_id: TargetId, actions: Actions) -> None:
        self._id = target_id
        self._aside = TargetAside()
        super().__init__(desk, actions)

    def draft_rating(self, draft: RateDraft | None) -> None:
        """A number chosen and words typed for today; None begins anew."""
        self._set(rate=draft, problem=None)

    def rate_again(self) -> None:
        """Open today's rating for changing."""
        said = self.state.rated_today
        self._set(rate=RateDraft(said.score, said.words) if said else RateDraft(), problem=None)

    def keep_rating(self) -> None:
        """Keep the drafted number and words for today; shown at once."""
        draft, target = self.state.rate, self.state.target
        if draft is None or draft.score is None or target is None:
            return
        score, words, today = draft.score, draft.words.strip(), self._today()
        wish = Rating(target.id, self._desk.role, _mine(self._desk.planner), today, score, words)
        self._set(wished_rating=wish, rate=None, problem=None)

        async def rate() -> None:
            await self._desk.rate(target.id, today, score, words)
            if self._aside.wished_rating is wish:
                self._set(wished_rating=None)

        def take_back(error: FirstbellError) -> None:
            if self._aside.wished_rating is wish:
                self._set(wished_rating=None, rate=draft, problem=error)

        self._start(f"rate:{target.id}:{today}", rate, take_back)

    def show(self, shown: Shown) -> None:
        """Open the table; Shown.NOTHING closes it."""
        self._set(shown=shown, needs_words=False, problem=None)

    def _set(self, **changes: object) -> None:
        self._aside = replace(self._aside, **changes)  # type: ignore[arg-type]  # each name is a field of TargetAside
        self._refresh()

    def _read(self, planner: Planner) -> TargetState:
        aside, role, me = self._aside, self._desk.role, _mine(planner)
        kept = next((target for target in planner.targets if target.id == self._id), None)
        target = aside.wished_target if kept and aside.wished_target else kept
        said = dict(voices_over_time(planner, self._id))
        wish = aside.wished_rating
        if wish is not None:
            others = (r for r in said.get(role, ()) if (r.person, r.date) != (wish.person, wish.date))
            said[role] = (*others, wish)
        today = self._today()
        mine = (r for r in said.get(role, ()) if (r.person, r.date) == (me, today))
        return TargetState(
            target=target,
            today=today,
            chart=chart_of(said, target.goal if target else None),
            rated_today=next(mine, None),
            notes=_with_words(said.values()),
            me=planner.me,
            people_by_id=planner.people,
            people=people_who_help(planner),
            may_reopen=open_count(planner) < MAX_OPEN_TARGETS,
            rate=aside.rate,
            shown=aside.shown,
            form=aside.form,
            needs_words=aside.needs_words,
            problem=aside.problem,
        )


def _with_words(said: Iterable[Sequence[Rating]]) -> tuple[Rating, ...]:
    notes = [rating for ratings in said for rating in ratings if rating.words]
    return tuple(sorted(notes, key=lambda rating: rating.date, reverse=True))


def _mine(planner: Planner) -> PersonId:
    return planner.me.id if planner.me is not None else PersonId("")
