"""What the lock says: choosing one, opening it, changing it, and the recovery card."""

from dataclasses import dataclass

from services.paper.card_words import CardWords


@dataclass(frozen=True, slots=True)
class ForEachKind:
    """One sentence for each kind of secret."""

    pin: str
    pictures: str
    words: str


@dataclass(frozen=True, slots=True)
class ChoosingLock:
    """Which kind of lock."""

    title: str
    title_anew: str
    note_on_a_phone: str
    note_in_a_browser: str
    suggested: str
    none: str
    none_on_a_phone: str
    none_in_a_browser: str
    name: ForEachKind
    about: ForEachKind
    six_digits: str
    about_six_digits: str


@dataclass(frozen=True, slots=True)
class EnteringSecret:
    """Entering a secret. Shape: `entered` has {count} and {most}, `too_short.pin` has {least}."""

    new_title: ForEachKind
    new_hint: ForEachKind
    new_hint_six_digits: str
    again_title: ForEachKind
    again_hint: str
    open_title: ForEachKind
    open_hint: ForEachKind
    now_title: ForEachKind
    field: str
    show: str
    hide: str
    entered: str
    take_back: str
    ok: str
    checking: str
    empty: ForEachKind
    too_short: ForEachKind
    easy: str
    not_the_same: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The screen in front of a locked planner. Shape: `wait` has {time}."""

    opening: str
    wait_title: str
    wait: str
    wait_note: str
    forgot: str
    card_title: str
    card_hint: str
    card_field: str
    card_empty: str
    card_wrong: str
    card_open: str
    card_only: str
    no_card_title: str
    no_card: str
    opened_by_card: str
    damaged_title: str
    damaged: str
    newer_title: str
    newer: str
    key_gone_title: str
    key_gone: str
    key_gone_no_card: str
    elsewhere_title: str
    elsewhere: str
    look_only: str
    put_aside: str
    use_card: str
    delete: str
    delete_title: str
    delete_text: str
    delete_yes: str
    delete_no: str
    stuck_title: str


@dataclass(frozen=True, slots=True)
class LockSettings:
    """Changing the lock later."""

    title: str
    is_none_on_a_phone: str
    is_none_in_a_browser: str
    is_on: ForEachKind
    by_itself: str
    has_card: str
    has_no_card: str
    add: str
    change: str
    remove: str
    make_card: str
    make_new_card: str
    new_card_note: str
    remove_title: str
    remove_text: str
    remove_yes: str
    remove_no: str
    said_changed: str
    said_removed: str
    said_card: str


@dataclass(frozen=True, slots=True)
class CardSentences:
    """The recovery card on the screen. Shape: `letters_label` has {letters}."""

    offer_title: str
    offer: str
    offer_note: str
    offer_yes: str
    offer_no: str
    keep_title: str
    keep_offer: str
    keep_new: str
    keep_old: str
    title: str
    text: str
    keep: str
    letters_label: str
    save: str
    file_name: str
    written: str


@dataclass(frozen=True, slots=True)
class LockSentences:
    """Everything about the lock."""

    choosing: ChoosingLock
    entering: EnteringSecret
    unlocking: Unlocking
    settings: LockSettings
    card: CardSentences
    paper: CardWords
