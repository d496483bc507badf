"""What the targets screens say: the list, one target, rating it, the chart, writing a new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.words import Role


@dataclass(frozen=True, slots=True)
class TargetList:
    """All targets. Shape: `put_away_show` has {count}; `put_away_on` {day}; `said` {score} and {day};
    `looked` {name} and {day}.
    """

    title: str
    note: str
    add: str
    full: str
    empty_title: str
    empty_note: str
    empty_add: str
    next_step: str
    not_rated: str
    said: str
    look_again: str
    put_away_show: str
    put_away_hide: str
    put_away_title: str
    put_away_on: str
    reached_on: str
    who_joins: str
    looked: str


@dataclass(frozen=True, slots=True)
class OneTarget:
    """One target. Shape: `look_on` has {day}; `goal` has {score}; `put_away_on` and `reached_on` {day}."""

    back: str
    gone_title: str
    gone_note: str
    next_step: str
    next_step_none: str
    who_helps: str
    who_helps_none: str
    look_again: str
    look_on: str
    look_none: str
    look_now_title: str
    look_now_note: str
    aim: str
    aim_at: str
    aim_none: str
    change: str
    ending: str
    ending_title: str
    ending_note: str
    reached: str
    put_away: str
    not_yet: str
    reopen: str
    reopen_full: str
    reached_title: str
    put_away_title: str
    closed_on: str


@dataclass(frozen=True, slots=True)
class RatingWords:
    """Rating a target. Shape: `faces` from 0 to 10; `number` has {score} and {face}; `said` has {score}."""

    title: str
    note: str
    low: str
    high: str
    number: str
    faces: tuple[str, ...]
    not_chosen: str
    one_less: str
    one_more: str
    words_field: str
    words_hint: str
    keep: str
    said: str
    said_title: str
    say_again: str
    leave: str


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The chart, its sentence and its table.

    Shape: `you_once` has {score} {day}; `you_twice` has {before} {then} {score} {day}; `other_once` and
    `other_twice` also {name}. `voices` are pupil, carer, mentor as seen by the pupil; `to_come` are
    the same three as seen by the role.
    """

    title: str
    none: str
    you_once: str
    you_twice: str
    other_once: str
    other_twice: str
    voices: tuple[str, str, str]
    to_come: Mapping[Role, tuple[str, str, str]]
    aim: str
    show_table: str
    show_chart: str
    day: str
    nothing_said: str
    notes: str
    older_notes: str


@dataclass(frozen=True, slots=True)
class WritingTarget:
    """Writing a target. Shape: `progress` has {at} and {of}; `look_on` has {day}; `aim_at` has {score}."""

    title: str
    progress: str
    what_title: str
    what_note: str
    what_field: str
    what_hint: str
    what_missing: str
    ideas: str
    other_ideas: str
    step_title: str
    step_note: str
    step_field: str
    step_hint: str
    who_title: str
    who_note: str
    helpers: tuple[str, ...]
    helper_field: str
    helper_add: str
    when_title: str
    when_choices: tuple[str, str, str, str]
    look_on: str
    a_day_sooner: str
    a_day_later: str
    a_week_sooner: str
    a_week_later: str
    aim_title: str
    aim_note: str
    aim_set: str
    aim_none: str
    aim_at: str
    aim_less: str
    aim_more: str
    next: str
    back: str
    keep: str
    keep_changes: str
    leave: str
    full_title: str
    full_note: str
    to_the_list: str


@dataclass(frozen=True, slots=True)
class DayWords:
    """Days inside a sentence. Shape: Monday first; `on_date` has {day} {month}, `on_date_year`
    also {year}, `weekday_date` {on_weekday} {day} {month}.
    """

    today: str
    yesterday: str
    tomorrow: str
    on_weekday: tuple[str, str, str, str, str, str, str]
    on_date: str
    on_date_year: str
    weekday_date: str
    short_date: str
    short_months: tuple[str, str, str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class TargetsSentences:
    """Everything about targets."""

    all: TargetList
    one: OneTarget
    rate: RatingWords
    chart: ChartWords
    write: WritingTarget
    days: DayWords
