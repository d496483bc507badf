"""Welsh."""

from views.strings.catalogue import Sentences
from views.strings.cy.about import ABOUT
from views.strings.cy.copies import COPIES
from views.strings.cy.family import FAMILY
from views.strings.cy.first import FIRST
from views.strings.cy.help import HELP
from views.strings.cy.keeping import KEEPING
from views.strings.cy.letters import LETTERS
from views.strings.cy.lock import LOCK
from views.strings.cy.made_up import MADE_UP
from views.strings.cy.me import ME
from views.strings.cy.mentor import MENTOR
from views.strings.cy.mine import MINE
from views.strings.cy.notes import NOTES
from views.strings.cy.pairing import PAIRING
from views.strings.cy.people import PEOPLE
from views.strings.cy.problems import PROBLEMS
from views.strings.cy.root import ROOT
from views.strings.cy.routine import ROUTINE
from views.strings.cy.setup import SETUP
from views.strings.cy.starter import STARTER
from views.strings.cy.targets import TARGETS
from views.strings.cy.today import TODAY
from views.strings.cy.words import WORDS

WELSH = Sentences(
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
