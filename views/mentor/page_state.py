"""What a pupil's page shows, as frozen values."""

from dataclasses import dataclass, field
from datetime import date

from services.planner.case import Case
from services.planner.errors import FirstbellError
from services.planner.four_weeks import FourWeeks
from services.planner.ids import PlannerId
from services.planner.person import Person
from services.planner.planner import Planner
from services.planner.pupil import Pupil
from services.planner.reason import Reason
from services.planner.strengths import Strengths
from services.planner.target import Target
from services.planner.voices import voices_over_time
from services.planner.words import Role
from views.mentor.case_form import CaseForm
from views.pupil.chart_model import VoiceLine, chart_of

NUMBERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class TargetVoices:
    """An open target and what each voice said of it; nothing is averaged."""

    target: Target
    lines: tuple[VoiceLine, ...]
    silent: tuple[Role, ...]
    is_review_due: bool


@dataclass(frozen=True, slots=True)
class PageAside:
    """What only this screen knows: nothing here is kept."""

    is_table: bool = False
    shows_put_away: bool = False
    form: CaseForm | None = None
    wished_ticks: bool | None = None
    problem: FirstbellError | None = None


@dataclass(frozen=True, slots=True)
class PupilPage:
    """Shape: `reason` is why there was to look, as it was when the page was opened.

    Privacy: the name is in no representation.
    """

    planner: PlannerId
    pupil: Pupil = field(repr=False)
    name: str = field(repr=False)
    case: Case
    reason: Reason
    about: str = field(repr=False)
    today: date
    strengths: Strengths
    weeks: FourWeeks
    targets: tuple[TargetVoices, ...]
    put_away: tuple[Target, ...]
    may_add: bool
    me: Person | None
    people: tuple[Person, ...]
    adult_ticks: bool
    is_read_only: bool
    aside: PageAside


def target_voices(planner: Planner, target: Target, today: date) -> TargetVoices:
    """A target with its voices, in the order of the chart."""
    chart = chart_of(voices_over_time(planner, target.id), target.goal)
    is_due = target.review_on is not None and target.review_on <= today
    return TargetVoices(target, chart.lines, chart.still_to_come, is_due)
