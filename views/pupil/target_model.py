"""One target of the pupil's own, or a mentor's pupil's: rating it, changing it, putting it away."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from services.desk.target_verbs import TargetVerbs
from services.planner.errors import FirstbellError
from services.planner.target import Target
from views.pupil.rated_target_model import RatedTargetModel
from views.pupil.target_form_model import TargetForm, form_of
from views.pupil.target_state import Shown


class TargetModel(RatedTargetModel[TargetVerbs]):
    """A target that is there, for whoever may change it."""

    def show(self, shown: Shown) -> None:
        """Open the table, the form or the ending; Shown.NOTHING closes them."""
        target = self.state.target
        form = form_of(target) if shown is Shown.FORM and target else self._aside.form
        self._set(shown=shown, form=form, needs_words=False, problem=None)

    def change(self, form: TargetForm) -> None:
        """Put what was typed or chosen into the form."""
        self._set(form=form, needs_words=self.state.needs_words and not form.has_words, problem=None)

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
