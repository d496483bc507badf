"""Keeping a shared planner: the card for a lost phone, erasing everywhere, handing over to a colleague."""

from dataclasses import dataclass

from services.paper.card_words import CardWords
from views.strings.groups.lock import CardSentences


@dataclass(frozen=True, slots=True)
class KeepingDoors:
    """The ways in. Shape: `keep_of` has {name}."""

    title: str
    keep: str
    keep_note: str
    keep_of: str
    card: str
    card_note: str
    erase: str
    erase_note: str
    hand_over: str
    hand_over_note: str
    have_card: str


@dataclass(frozen=True, slots=True)
class CardPageSentences:
    """The card of a planner. Shape: those of an `_own` are for the pupil, the others for adults."""

    title: str
    what_own: str
    what: str
    only: str
    alone_own: str
    alone: str
    others_own: str
    others: str
    has_none: str
    has_one: str
    make: str
    renew: str
    renew_note: str
    drop: str
    drop_title: str
    drop_text: str
    drop_no: str
    dropped: str
    working: str


@dataclass(frozen=True, slots=True)
class ByCardSentences:
    """Coming back by the card."""

    title: str
    hint: str
    letters: str
    letters_example: str
    looking: str
    unreachable: str
    found_title: str
    found: str
    found_card: str
    bring: str
    not_now: str
    bringing: str
    stopped: str
    fresh_title: str
    fresh: str
    done_title: str
    done: str
    done_lost: str
    go_on: str


@dataclass(frozen=True, slots=True)
class ErasingSentences:
    """Erasing everywhere, on the device that asks for it. Shape: `title` and `done` have {name}."""

    title: str
    title_own: str
    title_part: str
    what: str
    goes: str
    shared: str
    home: str
    private: str
    staff: str
    school: str
    take: str
    sure: str
    now: str
    keep: str
    others: str
    others_own: str
    working: str
    done_title: str
    done: str
    done_part: str
    go_on: str


@dataclass(frozen=True, slots=True)
class ErasedSentences:
    """What a device says that hears of it. Shape: `title` has {name}, `by_…` {day}."""

    title: str
    title_own: str
    by_pupil: str
    by_parent: str
    by_mentor: str
    offer: str
    keep: str
    take: str
    go: str
    working: str
    gone: str
    go_on: str


@dataclass(frozen=True, slots=True)
class HandingOverSentences:
    """A mentor's pupils go to a colleague. Shape: `done` and `done_left` have {colleague}."""

    title: str
    hint: str
    none_title: str
    none: str
    pupils: str
    to: str
    nobody: str
    leads: str
    joins: str
    leaves: str
    leaves_note: str
    now: str
    working: str
    done_title: str
    done: str
    done_left: str
    go_on: str


@dataclass(frozen=True, slots=True)
class KeepingSentences:
    """All of it. Shape: `shown` is the lock's page of a card with other words."""

    offline: str
    doors: KeepingDoors
    card: CardPageSentences
    shown: CardSentences
    paper: CardWords
    by_card: ByCardSentences
    erasing: ErasingSentences
    erased: ErasedSentences
    handing_over: HandingOverSentences
