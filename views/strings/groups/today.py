"""What the pupil's Today says."""

from dataclasses import dataclass

from views.strings.plural import Counted


@dataclass(frozen=True, slots=True)
class ForEachPart:
    """One sentence for each part of the day."""

    morning: str
    after_school: str
    evening: str


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step's card. Shape: each `name_…` has {title}; `name_done_by`, `done_by` {name}; `by_time` {time}.

    The names are what a screen reader says: the step, how it stands, and what a press does.
    """

    now: str
    next: str
    later: str
    by_time: str
    tick: str
    done: str
    done_by: str
    skipped: str
    not_needed: str
    paused: str
    take_up: str
    name_now: str
    name_open: str
    name_done: str
    name_done_by: str
    name_skipped: str
    name_not_needed: str
    name_paused: str
    name_plain: str
    name_more: str


@dataclass(frozen=True, slots=True)
class StepChoices:
    """The sheet of one step: a choice and, where it needs one, what it means."""

    done: str
    skip: str
    skip_note: str
    not_needed: str
    not_needed_note: str
    pause: str
    pause_note: str
    take_up: str
    change: str


@dataclass(frozen=True, slots=True)
class HardDay:
    """Today is hard: less is enough."""

    today_is_hard: str
    short_enough: str
    tiny_enough: str
    back_to_usual: str
    back_to_short: str


@dataclass(frozen=True, slots=True)
class FinishedWords:
    """A finished routine. Shape: `warm` take turns by the day; `quiet` and `next_up` have {routine}."""

    warm: tuple[str, str, str, str, str]
    warm_small: tuple[str, str, str]
    quiet: str
    next_up: str
    nothing_more: str
    look_back: str
    put_away: str


@dataclass(frozen=True, slots=True)
class ViewWords:
    """How many steps are shown: short words on the switch, whole ones for a screen reader."""

    one: str
    three: str
    all: str
    name_one: str
    name_three: str
    name_all: str


@dataclass(frozen=True, slots=True)
class PauseWords:
    """Pausing. Shape: `paused_routine` has {routine}; `until` {day}; `with_reason` {what} and {reason}."""

    open: str
    title: str
    what: str
    step: str
    routine: str
    everything: str
    span: str
    just_today: str
    some_days: str
    open_end: str
    first: str
    last: str
    day_sooner: str
    day_later: str
    reason: str
    ill: str
    holiday: str
    appointment: str
    other: str
    confirm: str
    day_title: str
    day_text: str
    paused_routine: str
    paused_text: str
    until: str
    with_reason: str
    take_up: str


@dataclass(frozen=True, slots=True)
class UndoWords:
    """The quiet bar. Shape: each of the first four and `step_removed` has {title}."""

    done: str
    opened: str
    skipped: str
    not_needed: str
    size: str
    paused: str
    taken_up: str
    step_removed: str


@dataclass(frozen=True, slots=True)
class AddingRoutine:
    """The sheet for one more routine."""

    open: str
    title: str
    when: str
    name: str
    hint: str
    days: str
    add: str


@dataclass(frozen=True, slots=True)
class TodaySentences:
    """Shape: `greeting` has {name}; `still_evening` has {weekday}; `standing` has {n} and {asked}."""

    greeting: ForEachPart
    greeting_nobody: ForEachPart
    part: ForEachPart
    still_evening: str
    school_time: str
    standing: Counted
    not_saved: str
    put_away: str
    menu: str
    change_routine: str
    empty_title: str
    empty_text: str
    empty_other_day: str
    routine_empty_title: str
    routine_empty_text: str
    add_steps: str
    others: str
    step: StepWords
    choices: StepChoices
    hard: HardDay
    finished: FinishedWords
    view: ViewWords
    pause: PauseWords
    undo: UndoWords
    adding: AddingRoutine
