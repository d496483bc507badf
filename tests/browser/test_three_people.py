"""Three people, three browsers, one endpoint beside the site: paired by code, cut off, and together again."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.ways import CANARY_NAME, begins_with_a_pupil, enters
from tests.endpoint.listening import readable_in

PIN = "204816"
MENTOR_NAME = "Ms Ali Marzipan"
PARENT_NAME = "Mum Turmeric"
Three = tuple[Person, Person, Person]


@pytest.fixture(params=["chromium", pytest.param("webkit", marks=pytest.mark.long)])
def three(request: pytest.FixtureRequest, shared_house: House) -> Iterator[Three]:
    """A mentor's tablet, a pupil's phone and a parent's, each a browser of its own."""
    with at_devices(shared_house, DESK, PHONE, PHONE, browser=str(request.param)) as people:
        yield people[0], people[1], people[2]


def makes_ticket(mentor: Person, guest: str) -> str:
    """From a pupil's page to the code."""
    mentor.taps_once_seen(guest)
    mentor.taps("Make a ticket", "button")
    said = mentor.sees("The code to type: ").name
    mentor.looks("ticket")
    return said.split(": ", 1)[1].replace(" ", "").replace(",", " ")


def asks_again(mentor: Person) -> None:
    """The lock is asked for before somebody is let in."""
    mentor.sees("First, your PIN as it is now")
    enters(mentor, PIN)


def comes_in(person: Person, door: str, code: str, name: str) -> None:
    """From the first screen to the three pictures."""
    person.opens()
    if door:
        person.taps_once_seen(door)
    person.taps_once_seen("I have a code")
    person.sees("Join a planner")
    person.writes("The code", code)
    person.taps("Next", "button")
    person.taps_once_seen("Ask to join")
    person.sees("Name or nickname")
    person.writes("Name or nickname", name)
    person.taps("Next", "button")
    person.sees("Shall we lock your planner?")
    person.taps("No PIN")
    person.taps("Next", "button")
    person.sees("Look at both screens")
    person.looks("join-pictures")


def says_yes(mentor: Person) -> None:
    mentor.sees("Is it the right device?")
    mentor.looks("invite-pictures")
    mentor.taps("Yes, add it", "button")
    mentor.taps_once_seen("Done")


def come_together(mentor: Person, pupil: Person, parent: Person, grant: str) -> None:
    """A mentor lets a pupil in, then a parent; the mentor stays on the pupil's page."""
    begins_with_a_pupil(mentor, MENTOR_NAME, CANARY_NAME, PIN)
    mentor.taps(f"{CANARY_NAME}. Nothing new")
    mentor.sees("Going well")
    mentor.taps("Let somebody in", "button")
    asks_again(mentor)
    mentor.sees("Share for the first time")
    mentor.writes("The grant", grant)
    mentor.taps("Next", "button")
    code = makes_ticket(mentor, "The pupil")
    comes_in(pupil, "", code, CANARY_NAME)
    says_yes(mentor)
    pupil.taps_once_seen("Go on")
    pupil.sees(f"Good morning, {CANARY_NAME}")

    mentor.taps("Let somebody in", "button")
    asks_again(mentor)
    code = makes_ticket(mentor, "A parent or carer")
    comes_in(parent, "I'm a parent or carer", code, PARENT_NAME)
    says_yes(mentor)
    parent.taps_once_seen("Go on")
    parent.sees(f"{CANARY_NAME}'s week")


@pytest.mark.browser
@pytest.mark.feature("S1", "S4")
def test_a_morning_ticked_without_a_network_reaches_the_tablet_and_the_other_phone(
    three: Three, shared_house: House, endpoint_home: Path
) -> None:
    mentor, pupil, parent = three
    come_together(mentor, pupil, parent, shared_house.grant)
    pupil.keeps_a_copy()
    shared_house.stop()
    pupil.taps("Alarm, now, not done yet. Tick")
    pupil.sees("Feet on the floor, now")
    time.sleep(6)  # a round is tried without an endpoint, and fails
    shared_house.start()
    pupil.tab.evaluate("dispatchEvent(new Event('online')); return 1")
    parent.sees("Today. 1 done")
    parent.looks("week-shared")
    mentor.sees(CANARY_NAME)
    mentor.looks("caseload-shared")
    nobody_between_reads_a_word(shared_house, endpoint_home)


def nobody_between_reads_a_word(house: House, endpoint_home: Path) -> None:
    """Neither in what the endpoint keeps and logs nor on the way there stands a name or a word of theirs."""
    kept = {file.name: file.read_bytes() for file in endpoint_home.rglob("*") if file.is_file()}
    assert kept["endpoint.db"]
    assert b'"level"' in kept["endpoint.log"], kept["endpoint.log"]
    assert house.wire is not None
    assert b"/v1/sync" in house.wire.heard
    for heap in (*kept.values(), bytes(house.wire.heard)):
        assert readable_in(heap, (CANARY_NAME, MENTOR_NAME, PARENT_NAME, "Alarm", "Feet on the floor")) == []


@pytest.mark.browser
@pytest.mark.feature("S1")
def test_a_link_leaves_the_address_before_anything_is_drawn_and_is_followed(
    three: Three, shared_house: House
) -> None:
    phone = three[1]
    hidden = "A" * 43
    phone.opens(f"#join.417.{hidden}.{shared_house.address}")
    phone.wait("still shows the link", lambda: hidden not in phone.tab.evaluate("return location.href"))
    assert phone.tab.evaluate("return document.getElementById('opening') !== null"), "nothing is drawn yet"
    phone.sees("That ticket is not there any more", patience_s=40)
    assert hidden not in phone.tab.evaluate("return location.href + JSON.stringify(history.state)")
