"""What is said when a device is let into a planner: on the one that lets in, and on the one that comes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForEachGuest:
    """One sentence for each whom a ticket may be for."""

    pupil: str
    parent: str
    mentor: str
    mine: str


@dataclass(frozen=True, slots=True)
class LettingIn:
    """A ticket. Shape: `code_label` has {letters}, `for_whom` {guest}, `until` {time}, `sees` {day}."""

    who_title: str
    who_hint: str
    who_hint_notes: str
    about_notes: str
    guest: ForEachGuest
    about_guest: ForEachGuest
    make: str
    making: str
    show_title: str
    show_hint: str
    square: str
    code_title: str
    code_label: str
    for_whom: str
    until: str
    take_back: str
    compare_title: str
    compare_hint: str
    sees_title: str
    sees: str
    sees_not: str
    sees_notes: str
    brings: str
    approve: str
    turn_away: str
    adding: str
    added_title: str
    added: str
    over_title: str
    wrong_codes: str
    too_late: str
    two_devices: str
    again: str


@dataclass(frozen=True, slots=True)
class ComingIn:
    """Joining by a ticket. Shape: `becomes_…` by the role that the ticket gives."""

    title: str
    hint: str
    code: str
    code_example: str
    address: str
    address_example: str
    looking: str
    becomes_pupil: str
    becomes_parent: str
    becomes_mentor: str
    what_happens: str
    brings: str
    ask: str
    not_now: str
    asking: str
    compare_title: str
    compare_hint: str
    waiting: str
    different: str
    joined_title: str
    joined: str
    go_on: str


@dataclass(frozen=True, slots=True)
class Granting:
    """The grant before the first ticket."""

    title: str
    hint: str
    grant: str


@dataclass(frozen=True, slots=True)
class PairingSentences:
    """Both sides, and the doors to them. Shape: `let_in_child` has {name}."""

    offline: str
    let_in: str
    let_in_note: str
    let_in_child: str
    have_code: str
    have_code_note: str
    granting: Granting
    letting_in: LettingIn
    coming_in: ComingIn
