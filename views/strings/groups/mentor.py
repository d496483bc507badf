"""What a mentor's screens say: the caseload, a pupil's page, the case, help."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.day_use import Use
from services.planner.reason import News
from services.planner.words import Phase, Size
from views.strings.groups.targets import TargetsSentences
from views.strings.plural import Counted


@dataclass(frozen=True, slots=True)
class CaseloadWords:
    """The list. Shape: `orders` by need, name, meeting; `narrow` everybody, then by kind of reason.

    `count` and `found` have {n}; `page` {at} and {of}; `meeting` {day}, `at_time` also {time};
    `short_day` {weekday} {day} {month}; `synced` {when}; `row` {name} {reason} {week}; `picked` {name}.
    """

    title: str
    count: Counted
    add: str
    empty_title: str
    empty_note: str
    choose_title: str
    choose_note: str
    search: str
    found: Counted
    none_found: str
    show_all: str
    tools: str
    hide_tools: str
    order_title: str
    orders: tuple[str, str, str]
    narrow_title: str
    narrow: tuple[str, str, str, str, str]
    page: str
    next_page: str
    page_before: str
    meeting: str
    at_time: str
    short_day: str
    synced: str
    row: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason to look. Shape: `meeting_at` has {time}; `review` {target}; `new` counts {n};
    `not_synced` {day}.
    """

    meeting: str
    meeting_at: str
    review: str
    new: Mapping[News, Counted]
    not_synced: str
    nothing: str


@dataclass(frozen=True, slots=True)
class UseWords:
    """The use of days. Shape: `week` has {uses}; `days` counts each use, {n}; `legend` says each shape."""

    week: str
    days: Mapping[Use, Counted]
    legend_title: str
    legend: Mapping[Use, str]


@dataclass(frozen=True, slots=True)
class WeeksWords:
    """Routines over four weeks. Shape: `chart` has {routine} {told}; `done_in` counts {n} with {size};
    `cell` has {size} {told}; `of_steps` {done} {asked}; `paused_because` {reason}; `row` {day} {told}.
    """

    title: str
    note: str
    none: str
    chart: str
    done_in: Counted
    begun: Counted
    paused: Counted
    nothing: str
    empty: str
    show_table: str
    show_chart: str
    day: str
    cell: str
    done: str
    of_steps: str
    is_paused: str
    paused_because: str
    row: str
    legend_sizes: Mapping[Size, str]
    legend_begun: str
    legend_paused: str


@dataclass(frozen=True, slots=True)
class PupilPageWords:
    """A pupil's page. Shape: `times_done` counts {n}; `step` counts {n} with {step}; `nearer` has {target}
    {first} {latest}; `reached` {target}; `voice_numbers` {name} {numbers}.
    """

    back: str
    gone_title: str
    gone_note: str
    not_joined: str
    strengths_title: str
    times_done: Counted
    none_done: str
    step: Counted
    nearer: str
    reached: str
    targets_title: str
    no_target: str
    add_target: str
    full: str
    put_away_show: Counted
    put_away_hide: str
    voice_numbers: str
    voice_silent: str
    open_target: str
    next_step: str
    ticks: str
    ticks_note: str
    you: str


@dataclass(frozen=True, slots=True)
class CaseWords:
    """What a mentor keeps about a pupil."""

    change: str
    title: str
    note: str
    name_field: str
    name_hint: str
    phase_title: str
    phases: Mapping[Phase, str]
    meeting_title: str
    set_meeting: str
    no_meeting: str
    a_day_sooner: str
    a_day_later: str
    a_week_later: str
    time_title: str
    set_time: str
    no_time: str
    earlier: str
    later: str
    keep: str
    leave: str


@dataclass(frozen=True, slots=True)
class MentorHelpWords:
    """Help for a mentor. Shape: `parts` are headings with their sentences."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    about: str
    about_note: str


@dataclass(frozen=True, slots=True)
class MentorSentences:
    """Everything that only a mentor reads; `targets` is how an adult reads the targets of a pupil."""

    place_pupils: str
    place_me: str
    place_help: str
    caseload: CaseloadWords
    reason: ReasonWords
    use: UseWords
    weeks: WeeksWords
    page: PupilPageWords
    case: CaseWords
    help: MentorHelpWords
    targets: TargetsSentences
    add_pupil: str
    add_pupil_note: str
    made_up: str
