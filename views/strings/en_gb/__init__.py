"""British English."""

from views.strings.catalogue import Sentences
from views.strings.en_gb.about import ABOUT
from views.strings.en_gb.copies import COPIES
from views.strings.en_gb.family import FAMILY
from views.strings.en_gb.first import FIRST
from views.strings.en_gb.help import HELP
from views.strings.en_gb.keeping import KEEPING
from views.strings.en_gb.letters import LETTERS
from views.strings.en_gb.lock import LOCK
from views.strings.en_gb.made_up import MADE_UP
from views.strings.en_gb.me import ME
from views.strings.en_gb.mentor import MENTOR
from views.strings.en_gb.mine import MINE
from views.strings.en_gb.notes import NOTES
from views.strings.en_gb.pairing import PAIRING
from views.strings.en_gb.people import PEOPLE
from views.strings.en_gb.problems import PROBLEMS
from views.strings.en_gb.root import ROOT
from views.strings.en_gb.routine import ROUTINE
from views.strings.en_gb.setup import SETUP
from views.strings.en_gb.starter import STARTER
from views.strings.en_gb.targets import TARGETS
from views.strings.en_gb.today import TODAY
from views.strings.en_gb.words import WORDS

ENGLISH = Sentences(
    words=WORDS,
    problems=PROBLEMS,
    starter=STARTER,
    first=FIRST,
    family=FAMILY,
    mine=MINE,
    about=ABOUT,
    setup=SETUP,
    lock=LOCK,
    today=TODAY,
    routine=ROUTINE,
    targets=TARGETS,
    help=HELP,
    me=ME,
    mentor=MENTOR,
    made_up=MADE_UP,
    root=ROOT,
    copies=COPIES,
    pairing=PAIRING,
    people=PEOPLE,
    keeping=KEEPING,
    notes=NOTES,
    letters=LETTERS,
)
