"""One target: how it is today, what three voices said over time, changing it, putting it away."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from services.desk.pupil import PupilDesk
from services.planner.errors import FirstbellError
from services.planner.ids import PersonId, TargetId
from services.planner.planner import Planner
from services.planner.target import MAX_OPEN_TARGETS, Rating, Target
from services.planner.voices import voices_over_time
from services.planner.words import Role
from views.action import Actions
from views.pupil.chart_model import chart_of
from views.pupil.desk_model import DeskModel
from views.pupil.new_target_model import open_count, people_who_help
from views.pupil.rate_model import RateDraft
from views.pupil.target_form_model import TargetForm, form_of
from views.pupil.target_state import Shown, TargetAside, TargetState


class TargetModel(DeskModel[TargetState]):
    """A target that is there."""

    def __init__(self, desk: PupilDesk, target_id: TargetId, actions: Actions) -> None:
        self._id = target_id
        self._aside = TargetAside()
        super().__init__(desk, actions)

    # rating

    def draft_rating(self, draft: RateDraft | None) -> None:
        """A number chosen and words typed for today; None begins anew."""
        self._set(rate=draft, problem=None)

    def rate_again(self) -> None:
        """Open today's rating for changing."""
        said = self.state.rated_today
        self._set(rate=RateDraft(said.score, said.words) if said else RateDraft(), problem=None)

    def keep_rating(self) -> None:
        """Keep the drafted number and words for today; shown at once."""
        draft, target, me = self.state.rate, self.state.target, self.state.me
        if draft is None or draft.score is None or target is None:
            return
        score, words, today = draft.score, draft.words.strip(), self._today()
        wish = Rating(target.id, Role.PUPIL, me.id if me else PersonId(""), today, score, words)
        self._set(wished_rating=wish, rate=None, problem=None)

        async def rate() -> None:
            await self._desk.rate(target.id, today, score, words)
            if self._aside.wished_rating is wish:
                self._set(wished_rating=None)

        def take_back(error: FirstbellError) -> None:
            if self._aside.wished_rating is wish:
                self._set(wished_rating=None, rate=draft, problem=error)

        self._start(f"rate:{target.id}:{today}", rate, take_back)

    # what is open

    def show(self, shown: Shown) -> None:
        """Open the table, the form or the ending; Shown.NOTHING closes them."""
        target = self.state.target
        form = form_of(target) if shown is Shown.FORM and target else self._aside.form
        self._set(shown=shown, form=form, needs_words=False, problem=None)

    def change(self, form: TargetForm) -> None:
        """Put what was typed or chosen into the form."""
        self._set(form=form, needs_words=self.state.needs_words and not form.has_words, problem=None)

    # changing and closing

    def keep_form(self) -> None:
        """Keep the changed target; shown at once."""
        target, form = self.state.target, self._aside.form.with_helper_added()
        if target is None:
            return
        if not form.has_words:
            self._set(needs_words=True)
            return
        changed = replace(
            target,
            words=form.words.strip(),
            picture=form.picture,
            next_step=form.next_step.strip(),
            helpers=form.helpers,
            review_on=form.review_on,
            goal=form.goal,
        )
        self._wish(
            changed,
            lambda: self._desk.change_target(
                target.id,
                words=form.words,
                picture=form.picture,
                next_step=form.next_step,
                helpers=form.helpers,
                review_on=form.review_on,
                goal=form.goal,
            ),
            if_not=Shown.FORM,
        )

    def close(self, *, is_reached: bool) -> None:
        """Put it away, done or only for now. Nothing is lost; it can be opened again."""
        target, today = self.state.target, self._today()
        if target is not None:
            self._wish(
                replace(target, closed_on=today, is_reached=is_reached),
                lambda: self._desk.close_target(target.id, today, is_reached=is_reached),
                if_not=Shown.NOTHING,
            )

    def reopen(self) -> None:
        """Work on it again."""
        target = self.state.target
        if target is not None:
            self._wish(
                replace(target, closed_on=None, is_reached=False),
                lambda: self._desk.reopen_target(target.id),
                if_not=Shown.NOTHING,
            )

    def _wish(self, wish: Target, work: Callable[[], Awaitable[object]], if_not: Shown) -> None:
        self._set(wished_target=wish, shown=Shown.NOTHING, needs_words=False, problem=None)

        async def keep() -> None:
            await work()
            if self._aside.wished_target is wish:
                self._set(wished_target=None)

        def take_back(error: FirstbellError) -> None:
            if self._aside.wished_target is wish:
                self._set(wished_target=None, shown=if_not, problem=error)

        self._start(f"target:{wish.id}", keep, take_back)

    # what is shown

    def _set(self, **changes: object) -> None:
        self._aside = replace(self._aside, **changes)  # type: ignore[arg-type]  # each name is a field of TargetAside
        self._refresh()

    def _read(self, planner: Planner) -> TargetState:
        aside = self._aside
        kept = next((target for target in planner.targets if target.id == self._id), None)
        target = aside.wished_target if kept and aside.wished_target else kept
        said = dict(voices_over_time(planner, self._id))
        wish = aside.wished_rating
        if wish is not None:
            others = (r for r in said.get(Role.PUPIL, ()) if (r.person, r.date) != (wish.person, wish.date))
            said[Role.PUPIL] = (*others, wish)
        today = self._today()
        return TargetState(
            target=target,
            today=today,
            chart=chart_of(said, target.goal if target else None),
            rated_today=next((r for r in said.get(Role.PUPIL, ()) if r.date == today), None),
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
