"""A parent is taken out and reads nothing new; then a phone is lost, and another takes its place."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.test_screens import at_both_sizes
from tests.browser.test_three_people import PIN, asks_again, comes_in, makes_ticket, says_yes
from tests.browser.ways import CANARY_NAME, begins_with_a_pupil

Four = tuple[Person, Person, Person, Person]


@pytest.fixture
def four(shared_house: House) -> Iterator[Four]:
    """A mentor's tablet, a pupil's phone, a parent's, and the pupil's next one."""
    with at_devices(shared_house, DESK, PHONE, PHONE, PHONE) as people:
        yield people[0], people[1], people[2], people[3]


def opens_people(mentor: Person) -> None:
    mentor.taps("People", "button")
    mentor.sees("Keeps the list of people")


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S6")
def test_a_parent_is_taken_out_and_a_lost_phone_is_followed_by_another(
    four: Four, shared_house: House
) -> None:
    mentor, pupil, parent, next_phone = four
    begins_with_a_pupil(mentor, "Ms Ali", CANARY_NAME, PIN)
    mentor.taps(f"{CANARY_NAME}. Nothing new")
    mentor.sees("Going well")
    mentor.taps("People", "button")
    mentor.sees("Only you see this")
    at_both_sizes(mentor, "people-alone", DESK)
    mentor.taps("Let somebody in", "button")
    asks_again(mentor)
    mentor.sees("Share for the first time")
    mentor.writes("The grant", shared_house.grant)
    mentor.taps("Next", "button")
    comes_in(pupil, "", makes_ticket(mentor, "The pupil"), CANARY_NAME)
    says_yes(mentor)
    pupil.taps_once_seen("Go on")
    pupil.sees(f"Good morning, {CANARY_NAME}")
    mentor.taps_once_seen("Let somebody in")
    asks_again(mentor)
    comes_in(parent, "I'm a parent or carer", makes_ticket(mentor, "A parent or carer"), "Mum")
    says_yes(mentor)
    parent.taps_once_seen("Go on")
    parent.sees(f"{CANARY_NAME}'s week")

    opens_people(mentor)
    mentor.sees("Mum")
    at_both_sizes(mentor, "people-mentor", DESK)
    mentor.taps("How sharing goes")
    mentor.sees("All is well.")
    at_both_sizes(mentor, "people-health", DESK)
    mentor.taps("Back", "button")
    mentor.taps_once_seen("Take somebody out")
    mentor.taps_once_seen("Mum")
    mentor.sees("What Mum has read before cannot be unseen.")
    at_both_sizes(mentor, "people-take-out", DESK)
    mentor.taps("Take out", "button")
    asks_again(mentor)
    mentor.sees("Mum is out")
    at_both_sizes(mentor, "people-is-out", DESK)
    mentor.taps("Done", "button")
    mentor.sees("Keeps the list of people")
    mentor.sees_no("Mum")

    pupil.taps("Alarm, now, not done yet. Tick")
    pupil.sees("Feet on the floor, now")
    parent.sees("This planner is on this device only now.")
    parent.looks("people-week-apart")
    assert parent.find("1 done") is None
    parent.taps("This planner is on this device only now.")
    parent.sees("This device was taken out")
    at_both_sizes(parent, "people-apart", PHONE)

    pupil.taps("Me")
    pupil.taps_once_seen("Who is in this planner, and what they see")
    pupil.sees("What is done")
    at_both_sizes(pupil, "people-pupil", PHONE)
    pupil.taps("Leave this planner")
    pupil.sees("What stays")
    at_both_sizes(pupil, "people-leave", PHONE)

    mentor.taps("A phone or tablet is lost")
    mentor.sees("Which one is lost?")
    at_both_sizes(mentor, "people-lost", DESK)
    if mentor.find(f"{CANARY_NAME}'s device: is it the lost one?") is None:
        mentor.taps(f"{CANARY_NAME}'s device")
    mentor.sees("Whoever finds it gets nothing new.")
    at_both_sizes(mentor, "people-lost-sure", DESK)
    mentor.taps("Take it out", "button")
    asks_again(mentor)
    mentor.sees("The lost one is out")
    at_both_sizes(mentor, "people-lost-out", DESK)
    mentor.taps("Make a ticket for the new one", "button")
    code = mentor.sees("The code to type: ").name.split(": ", 1)[1].replace(" ", "").replace(",", " ")
    comes_in(next_phone, "", code, CANARY_NAME)
    says_yes(mentor)
    next_phone.taps_once_seen("Go on")
    next_phone.sees(f"Good morning, {CANARY_NAME}")
    next_phone.sees("Feet on the floor, now")
    pupil.tab.evaluate("location.hash = '#/today'; return 1")
    pupil.taps_once_seen("Feet on the floor, now, not done yet. Tick")  # whoever found it goes on
    pupil.sees("Open the curtains, now")
    pupil.taps("Me")
    pupil.sees("This planner is on this device only now.")
    pupil.looks("people-me-apart")
    assert next_phone.find("Open the curtains, now") is None
    pupil.taps("This planner is on this device only now.")
    pupil.sees("Everything in it is still here, and it is yours.")
    at_both_sizes(pupil, "people-pupil-apart", PHONE)
