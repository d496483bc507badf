"""What one target's page shows, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.planner.contact import Contact
from services.planner.errors import FirstbellError
from services.planner.ids import PersonId
from services.planner.person import Person
from services.planner.target import Rating, Target
from views.pupil.chart_model import VoicesChart
from views.pupil.rate_model import RateDraft
from views.pupil.target_form_model import EMPTY_FORM, TargetForm


class Shown(StrEnum):
    """What is open beside the target itself."""

    NOTHING = "nothing"
    TABLE = "table"
    FORM = "form"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class TargetState:
    """A target as its page shows it; `target` is None when it is not, or no longer, there.

    `notes` are the ratings that came with words, the newest first.
    """

    target: Target | None
    today: date
    chart: VoicesChart
    rated_today: Rating | None
    notes: tuple[Rating, ...]
    me: Person | None
    people_by_id: Mapping[PersonId, Person]
    people: tuple[Contact, ...]
    may_reopen: bool
    rate: RateDraft | None
    shown: Shown
    form: TargetForm
    needs_words: bool
    problem: FirstbellError | None

    @property
    def is_open(self) -> bool:
        """Whether it is being worked on."""
        return self.target is not None and self.target.closed_on is None

    @property
    def is_review_due(self) -> bool:
        """Whether the day to look at it again has come."""
        on = self.target.review_on if self.target else None
        return self.is_open and on is not None and on <= self.today


@dataclass(frozen=True, slots=True)
class TargetAside:
    """What only this screen knows: nothing here is kept."""

    wished_rating: Rating | None = None
    wished_target: Target | None = None
    rate: RateDraft | None = None
    shown: Shown = Shown.NOTHING
    form: TargetForm = EMPTY_FORM
    needs_words: bool = False
    problem: FirstbellError | None = None
