"""Letters home: writing one, those that are open, and waiting for a yes."""

from dataclasses import dataclass

from services.paper.letter_words import LetterWords


@dataclass(frozen=True, slots=True)
class WritingLetter:
    """A letter that was just written. Shape: `until` has {day}, `for_whom` {guest}."""

    write: str
    note: str
    title: str
    hint: str
    for_whom: str
    until: str
    own_words: str
    own_words_hint: str
    save: str
    file_name: str
    keep: str


@dataclass(frozen=True, slots=True)
class OpenLetters:
    """Those that were written here. Shape: `open` has {guest} and {day}."""

    open: str
    take_back: str
    asked: str
    look: str
    put_away: str
    wrong_codes: str
    too_late: str
    two_devices: str
    lost: str
    looking: str
    nobody_title: str
    nobody: str
    asked_hint: str
    over_title: str


@dataclass(frozen=True, slots=True)
class WaitingForYes:
    """Whoever asked by a letter."""

    title: str
    hint: str
    note: str
    look_now: str
    later: str
    give_up: str


@dataclass(frozen=True, slots=True)
class LetterSentences:
    """All of it."""

    writing: WritingLetter
    open: OpenLetters
    waiting: WaitingForYes
    paper: LetterWords
