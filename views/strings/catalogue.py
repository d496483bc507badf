"""The catalogue of sentences: one frozen group for each place, the same shape in every language.

Places in a sentence are named, such as `{name}`; both languages hold the same places, and a test sees to it.
"""

from dataclasses import dataclass
from enum import StrEnum

from services.desk.made_up_words import MadeUpWords
from views.strings.groups.about import AboutSentences
from views.strings.groups.copies import CopiesSentences
from views.strings.groups.family import FamilySentences
from views.strings.groups.first import FirstSentences
from views.strings.groups.help import HelpSentences
from views.strings.groups.keeping import KeepingSentences
from views.strings.groups.letters import LetterSentences
from views.strings.groups.lock import LockSentences
from views.strings.groups.me import MeSentences
from views.strings.groups.mentor import MentorSentences
from views.strings.groups.mine import MineSentences
from views.strings.groups.notes import NotesSentences
from views.strings.groups.pairing import PairingSentences
from views.strings.groups.people import PeopleSentences
from views.strings.groups.problems import Problems
from views.strings.groups.root import RootSentences
from views.strings.groups.routine import RoutineSentences
from views.strings.groups.setup import SetupSentences
from views.strings.groups.starter import StarterSentences
from views.strings.groups.targets import TargetsSentences
from views.strings.groups.today import TodaySentences
from views.strings.groups.words import Words


class Language(StrEnum):
    """The languages, by their BCP 47 tag."""

    ENGLISH = "en-GB"
    WELSH = "cy"


@dataclass(frozen=True)
class Sentences:
    """Everything that the app says, in one language. A new group is a line here and in each language."""

    words: Words
    problems: Problems
    starter: StarterSentences
    first: FirstSentences
    family: FamilySentences
    mine: MineSentences
    about: AboutSentences
    setup: SetupSentences
    lock: LockSentences
    today: TodaySentences
    routine: RoutineSentences
    targets: TargetsSentences
    help: HelpSentences
    me: MeSentences
    mentor: MentorSentences
    made_up: MadeUpWords
    root: RootSentences
    copies: CopiesSentences
    pairing: PairingSentences
    people: PeopleSentences
    keeping: KeepingSentences
    notes: NotesSentences
    letters: LetterSentences
