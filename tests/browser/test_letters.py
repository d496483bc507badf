"""A letter home in two browsers: written and saved, followed, waited by over a restart, and answered.

In Chromium alone: the link is on the page that is saved, and WebKit's driver cannot say what it saved.
"""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.test_screens import at_both_sizes
from tests.browser.test_three_people import PARENT_NAME, PIN, asks_again
from tests.browser.ways import CANARY_NAME, begins_with_a_pupil, enters


@pytest.fixture
def two(shared_house: House) -> Iterator[tuple[Person, Person]]:
    """A mentor's tablet and a parent's phone."""
    with at_devices(shared_house, DESK, PHONE) as people:
        yield people[0], people[1]


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S1")
def test_a_letter_leads_a_parent_in_over_two_restarts(
    two: tuple[Person, Person],
    shared_house: House,
) -> None:
    mentor, parent = two
    begins_with_a_pupil(mentor, "Ms Ali", CANARY_NAME, PIN)
    mentor.taps(f"{CANARY_NAME}. Nothing new")
    mentor.sees("Going well")
    mentor.taps("Let somebody in", "button")
    asks_again(mentor)
    mentor.sees("Share for the first time")
    mentor.writes("The grant", shared_house.grant)
    mentor.taps("Next", "button")
    mentor.taps_once_seen("A parent or carer")
    mentor.taps("Write a letter", "button")
    mentor.sees("The letter is ready")
    at_both_sizes(mentor, "letter-written", DESK)
    name, page = mentor.tab.saved_by(lambda: mentor.taps("Save the page"))
    assert name.endswith(".html")
    found = re.search(r'<p class="small">([^<]+)</p>', page.decode())
    assert found
    mentor.taps("Done", "button")

    parent.tab.goto(unescape(found[1]))
    parent.taps_once_seen("Ask to join")
    parent.sees("Name or nickname")
    parent.writes("Name or nickname", PARENT_NAME)
    parent.taps("Next", "button")
    parent.sees("Shall we lock your planner?")
    parent.taps("No PIN")
    parent.taps("Next", "button")
    parent.sees("Waiting for a yes")
    parent.opens()
    parent.sees("Waiting for a yes")
    at_both_sizes(parent, "letter-waiting", PHONE)

    mentor.opens()
    enters(mentor, PIN)
    mentor.taps_once_seen("Somebody asks to come in by a letter.")
    mentor.sees("Look who asks")
    at_both_sizes(mentor, "letter-people", DESK)
    mentor.taps("Look who asks", "button")
    asks_again(mentor)
    mentor.sees("Is it the right device?")
    at_both_sizes(mentor, "letter-pictures", DESK)
    mentor.taps("Yes, add it", "button")
    mentor.taps_once_seen("Done")

    parent.opens()
    parent.taps_once_seen("Go on")
    parent.sees(f"{CANARY_NAME}'s week")
