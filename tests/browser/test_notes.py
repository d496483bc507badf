"""Notes in three circles, in a real browser: a pupil's own, a home's, the mentors'."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.test_screens import at_both_sizes
from tests.browser.test_three_people import PARENT_NAME, come_together, makes_ticket
from tests.browser.ways import CANARY_NAME
from tests.endpoint.listening import readable_in

OWN, HOME, STAFF = "Maths was a turnip today", "Nan collects on Thursday", "Walked to the gate together"
Three = tuple[Person, Person, Person]


@pytest.fixture
def three(shared_house: House) -> Iterator[Three]:
    """A mentor's tablet, a pupil's phone and a parent's."""
    with at_devices(shared_house, DESK, PHONE, PHONE) as people:
        yield people[0], people[1], people[2]


def writes_a_note(person: Person, words: str) -> None:
    person.taps("Write a note", "button")
    person.writes("What do you want to write?", words)
    person.looks("note-sheet")
    person.taps("Keep", "button")
    person.sees(f"Change: {words}")


def looks_until_it_sees(pupil: Person, words: str) -> None:
    """A pupil's phone asks when it is opened; what was written elsewhere is sent some seconds later."""
    for _ in range(4):
        time.sleep(8)
        pupil.reloads()
        pupil.sees("Write a note")
        if pupil.find(words) is not None:
            return
    pupil.sees(words)


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S3")
def test_each_note_is_read_by_those_of_its_circle_and_by_nobody_else(
    three: Three, shared_house: House, endpoint_home: Path
) -> None:
    mentor, pupil, parent = three
    come_together(mentor, pupil, parent, shared_house.grant)

    mentor.taps("Mentors' notes", "button")
    mentor.sees("No notes yet")
    at_both_sizes(mentor, "notes-staff-empty", DESK)
    writes_a_note(mentor, STAFF)
    at_both_sizes(mentor, "notes-staff", DESK)

    pupil.taps("Me")
    pupil.taps("Just for me")
    pupil.sees("Grown-ups' devices never get it.")
    at_both_sizes(pupil, "notes-own-empty", PHONE)
    writes_a_note(pupil, OWN)
    at_both_sizes(pupil, "notes-own", PHONE)
    pupil.taps("Back", "button")
    pupil.taps_once_seen("At home")
    writes_a_note(pupil, HOME)
    pupil.sees("Only this device can read it so far.")
    pupil.taps("Let somebody at home in", "button")
    code = makes_ticket(pupil, "A parent or carer")

    parent.taps("Me")
    parent.taps_once_seen("I have a code")
    parent.sees("Join a planner")
    parent.writes("The code", code)
    parent.taps("Next", "button")
    parent.taps_once_seen("Ask to join")
    parent.sees("Look at both screens")
    pupil.sees("Is it the right device?")
    at_both_sizes(pupil, "notes-compare", PHONE)
    pupil.taps("Yes, add it", "button")
    pupil.taps_once_seen("Done")
    parent.taps_once_seen("Go on")
    parent.sees(f"{CANARY_NAME}'s week")
    parent.taps("Me")
    parent.taps_once_seen(f"At home: {CANARY_NAME}")
    parent.sees(HOME)
    at_both_sizes(parent, "notes-home", PHONE)
    assert parent.find(OWN) is None
    writes_a_note(parent, f"{HOME} and Friday")

    pupil.sees(PARENT_NAME)
    parent.sees(f"Change: {HOME} and Friday")
    looks_until_it_sees(pupil, f"{HOME} and Friday")
    at_both_sizes(pupil, "notes-home-pupil", PHONE)
    for person, which in ((mentor, "home"), (mentor, "private"), (pupil, "staff"), (parent, "private")):
        planner = person.tab.evaluate("return location.hash").rsplit("/", 1)[1]
        person.tab.evaluate(f"location.hash = '#/notes/{which}/{planner}'; return 1")
        person.sees_no(HOME)
        assert not any(person.find(words) for words in (OWN, HOME, STAFF)), "an address opens no circle"
        person.tab.evaluate("history.back(); return 1")
        person.sees("Write a note")
    nobody_between_reads_a_note(shared_house, endpoint_home)


def nobody_between_reads_a_note(house: House, endpoint_home: Path) -> None:
    kept = {file.name: file.read_bytes() for file in endpoint_home.rglob("*") if file.is_file()}
    assert kept["endpoint.db"]
    assert house.wire is not None
    for heap in (*kept.values(), bytes(house.wire.heard)):
        assert readable_in(heap, (OWN, HOME, STAFF)) == []
