"""What people and their devices are called on these pages. No flet in here."""

from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.sync.people import Somebody
from views.people.out_model import Goer
from views.strings.catalogue import Sentences

PORTRAIT_BY_ROLE = {Role.PUPIL: "person_medium", Role.PARENT: "adult", Role.MENTOR: "mentor"}
OFFLINE = frozenset({"endpoint_unreachable", "endpoint_busy"})


def name_of(sentences: Sentences, one: Somebody) -> str:
    """As they are called; who has not said so is somebody new."""
    return one.name or sentences.people.page.nameless


def role_of(sentences: Sentences, role: Role) -> str:
    """In a word."""
    words = sentences.words
    return {Role.PUPIL: words.pupil, Role.PARENT: words.parent, Role.MENTOR: words.mentor}[role]


def devices_of(sentences: Sentences, one: Somebody) -> str:
    """How many, and whether this is one of them."""
    said, count = sentences.people.page, len(one.devices)
    if not one.is_me:
        return said.devices.say(count)
    return said.only_this if count == 1 else said.with_this.say(count)


def goer_name(sentences: Sentences, goer: Goer) -> str:
    """A person, or one device among theirs."""
    said, name = sentences.people.out, name_of(sentences, goer.who)
    if not goer.number:
        return name
    device = said.own_device if goer.who.is_me else said.device_of.format(name=name)
    return device if goer.count == 1 else said.nth.format(device=device, n=goer.number)


def seen_by(sentences: Sentences, one: Somebody) -> list[tuple[str, str]]:
    """What they can see: pictures with their words, by the circles that they read."""
    said = sentences.people.page.sees
    by_kind = {
        CircleKind.SHARED: [
            ("plan", said.routines),
            ("calendar", said.days),
            ("target", said.targets),
            ("help", said.help),
        ],
        CircleKind.HOME: [("home", said.home)],
        CircleKind.PRIVATE: [("lock", said.private)],
        CircleKind.STAFF: [("mentor", said.staff)],
        CircleKind.CASELOAD: [],
    }
    return [each for kind in CircleKind if kind in one.sees for each in by_kind[kind]]
