"""What a parent reads: the week, the targets, and their own page."""

from dataclasses import dataclass

from views.strings.plural import Counted


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The week.

    Shape: `title` has {name}; `span` {first} and {last}; `as_of` {time} and {weekday}; `cell` and `cell_now`
    {routine}, {day} and {standing}; `day_heading` {routine} and {day}; `strip` {day} and {standing};
    `in_short` and `in_tiny` {standing}; `only_pupil_ticks` {name}.
    """

    title: str
    title_nobody: str
    span: str
    as_of: str
    earlier: str
    later: str
    this_week: str
    whose: str
    now: str
    done: Counted
    all_done: str
    nothing: str
    cell: str
    cell_now: str
    day_heading: str
    strip: str
    in_short: str
    in_tiny: str
    empty_title: str
    empty_text: str
    only_pupil_ticks: str
    tick: str
    take_back: str
    ticked_by_you: str
    more: str


@dataclass(frozen=True, slots=True)
class FamilyTargets:
    """Targets as a parent meets them. Shape: `title`, `note` and `empty_note` have {name}."""

    title: str
    title_nobody: str
    note: str
    empty_title: str
    empty_note: str
    back: str
    rate_title: str
    rate_note: str


@dataclass(frozen=True, slots=True)
class FamilyMe:
    """The parent's own page. Shape: `change_child` has {name}."""

    place_week: str
    children: str
    add_child: str
    joined: str
    not_joined: str
    change_child: str
    child_title: str
    child_name: str
    child_picture: str
    kept_note: str


@dataclass(frozen=True, slots=True)
class FamilySentences:
    """Everything a parent reads that a pupil does not. Shape: `help_note` has {name}."""

    week: WeekWords
    targets: FamilyTargets
    me: FamilyMe
    help_note: str
