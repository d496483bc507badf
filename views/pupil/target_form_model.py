"""A target while it is written: what was typed and chosen so far. Frozen; every change is a new form."""

from dataclasses import dataclass, replace
from datetime import date

from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE, MOST_HELPERS, Target
from views.pupil.target_review import ReviewChoice, moved, review_day

FIRST_GOAL = 7
PLAIN_PICTURE = "target"


@dataclass(frozen=True, slots=True)
class TargetForm:
    """What a target will be when it is kept.

    `helper` is the name being typed; `idea` is the starter it began from.
    """

    words: str = ""
    picture: str = PLAIN_PICTURE
    idea: str | None = None
    next_step: str = ""
    helpers: tuple[str, ...] = ()
    helper: str = ""
    review: ReviewChoice | None = None
    review_on: date | None = None
    goal: int | None = None

    @property
    def has_words(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.words.strip())

    def began_from(self, idea: str, words: str, picture: str) -> "TargetForm":
        """Take a starter idea; its words can be changed afterwards."""
        return replace(self, idea=idea, words=words, picture=picture)

    def without_idea(self) -> "TargetForm":
        """Look at the ideas again; what was written stays until another is taken."""
        return replace(self, idea=None)

    def with_words(self, words: str) -> "TargetForm":
        """The pupil's own words."""
        return replace(self, words=words)

    def with_next_step(self, next_step: str) -> "TargetForm":
        """The smallest next step."""
        return replace(self, next_step=next_step)

    def with_helper_typed(self, helper: str) -> "TargetForm":
        """A name that is not among the choices, while it is typed."""
        return replace(self, helper=helper)

    def with_helper_turned(self, name: str) -> "TargetForm":
        """A person who helps, or no longer helps."""
        if name in self.helpers:
            return replace(self, helpers=tuple(known for known in self.helpers if known != name))
        return replace(self, helpers=(*self.helpers, name)[:MOST_HELPERS])

    def with_helper_added(self) -> "TargetForm":
        """The typed name joins those who help."""
        name = self.helper.strip()
        if not name or name in self.helpers:
            return replace(self, helper="")
        return replace(self.with_helper_turned(name), helper="")

    def with_review(self, choice: ReviewChoice, today: date) -> "TargetForm":
        """When to look at it again; choosing the same once more means no day."""
        if choice is self.review:
            return replace(self, review=None, review_on=None)
        if choice is ReviewChoice.ON_A_DATE and self.review_on is not None:
            return replace(self, review=choice)
        return replace(self, review=choice, review_on=review_day(choice, today))

    def with_review_moved(self, days: int, today: date) -> "TargetForm":
        """The day to look again, so many days later or earlier."""
        return replace(
            self, review=ReviewChoice.ON_A_DATE, review_on=moved(self.review_on or today, days, today)
        )

    def with_goal(self, goal: int | None) -> "TargetForm":
        """The number aimed at, 0 to 10, or none."""
        return replace(self, goal=None if goal is None else min(max(goal, LOWEST_SCORE), HIGHEST_SCORE))


EMPTY_FORM = TargetForm()


def form_of(target: Target) -> TargetForm:
    """The form that changes a target that is there."""
    return TargetForm(
        words=target.words,
        picture=target.picture,
        next_step=target.next_step,
        helpers=target.helpers,
        review=ReviewChoice.ON_A_DATE if target.review_on else None,
        review_on=target.review_on,
        goal=target.goal,
    )
