"""Ways through the app that several journeys take."""

import shutil
from pathlib import Path

from tests.browser.person import Person
from tests.browser.tab import PHONE

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
CANARY_NAME = "Quillfeather"
CANARY_WORDS = "Zanzibar marmalade"


def sets_up(person: Person, name: str = CANARY_NAME, *, pin: str | None = None, card: bool = False) -> None:
    """From the first screen to Today, as a pupil would."""
    person.opens()
    person.sees("I'm a pupil")
    person.looks("first")
    person.taps("I'm a pupil")
    person.sees("What shall we call you?")
    person.writes("Name or nickname", name)
    person.taps("Next", "button")
    person.sees("How old are you?")
    person.taps("8 to 11")
    person.sees("What shall we plan?")
    person.taps("Next", "button")
    person.sees("When do you leave home?")
    person.taps("Next", "button")
    person.sees("Shall we lock your planner?")
    if pin is None:
        person.taps("No PIN")
        person.taps("Next", "button")
    else:
        person.taps("Six digits")
        person.taps("Next", "button")
        person.sees("Choose your PIN")
        enters(person, pin)
        person.sees("Your PIN once more")
        enters(person, pin)
        person.sees("Would you like a recovery card?")
        person.taps("Yes, make a card" if card else "No card")
        if card:
            person.sees("Your recovery card")
            person.taps("I have written it down")
    person.sees(f"Good morning, {name}")


def enters(person: Person, pin: str) -> None:
    """Taps six digits on the pad; the sixth is enough, nobody has to say OK."""
    assert len(pin) == 6
    for digit in pin:
        person.taps(digit, "button")


def begins_with_a_child(person: Person, parent: str, child: str = CANARY_NAME) -> None:
    """From the first screen to the week, as a parent would."""
    person.opens()
    person.taps_once_seen("I'm a parent or carer")
    person.taps_once_seen("Begin with my child")
    person.sees("Who are you?")
    person.writes("Name or nickname", parent)
    person.taps("Next", "button")
    person.sees("Shall we lock your planner?")
    person.taps("No PIN")
    person.taps("Next", "button")
    person.sees("What is your child called?")
    person.writes("Name or nickname", child)
    person.taps("Next", "button")
    person.sees("How old is your child?")
    person.taps("8 to 11")
    person.sees("What shall we plan for your child?")
    person.taps("Next", "button")
    person.sees("When does your child leave home?")
    person.taps("Next", "button")
    person.sees(f"{child}'s week")


def begins_with_a_pupil(person: Person, mentor: str, pupil: str = CANARY_NAME, pin: str = "204816") -> None:
    """From the first screen to the caseload, as a mentor would; in a browser that takes a lock."""
    person.opens()
    person.taps_once_seen("I'm a mentor")
    person.taps_once_seen("Begin with a pupil")
    person.sees("Who are you?")
    person.writes("Name or nickname", mentor)
    person.taps("Next", "button")
    person.sees("Choose a lock")
    person.taps("Six digits")
    person.taps("Next", "button")
    person.sees("Choose your PIN")
    enters(person, pin)
    person.sees("Your PIN once more")
    enters(person, pin)
    person.taps_once_seen("No card")
    person.sees("What is the pupil called?")
    answers_for_a_pupil(person, pupil)


def answers_for_a_pupil(person: Person, pupil: str) -> None:
    """The four questions about a pupil, to the caseload."""
    person.writes("Name or nickname", pupil)
    person.taps("Next", "button")
    person.sees("How old is the pupil?")
    person.taps("8 to 11")
    person.sees("What shall we plan for the pupil?")
    person.taps("Next", "button")
    person.sees("When does the pupil leave home?")
    person.taps("Next", "button")
    person.sees("My pupils")


def in_the_readme(person: Person, name: str, shown: str) -> None:
    """Keeps what a person looked at on a phone, at rest, as the picture of this name in the readme."""
    if person.browser == "chromium":
        PICTURES.mkdir(parents=True, exist_ok=True)
        kept = person.shots / f"{shown}-{PHONE[0]}x{PHONE[1]}-chromium.png"
        shutil.copyfile(kept, PICTURES / f"{name}.png")
