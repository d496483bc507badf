"""A parent on a device of their own: begins with a child, shapes the week, and finds it again."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE, TABLET
from tests.browser.test_screens import settles, stays_inside
from tests.browser.ways import CANARY_NAME, begins_with_a_child


@pytest.mark.browser
def test_a_parent_begins_with_a_child_changes_a_weekday_and_finds_it_after_a_reload(
    person: Person, house: House
) -> None:
    begins_with_a_child(person, "Jo", CANARY_NAME)
    person.sees(f"{CANARY_NAME}'s week")
    person.sees("14 to 20 September")
    person.looks("family-week")
    person.taps("Change Get dressed")
    person.sees("On which days?")
    person.looks("family-step")
    person.taps("Friday")
    person.taps("Keep changes")
    person.sees("Change Get dressed")

    person.reloads()
    person.sees(f"{CANARY_NAME}'s week")
    person.taps("Friday 18 September")
    person.sees("Change Alarm")
    person.sees_no("Change Get dressed")
    person.taps("The week after")
    person.sees("21 to 27 September")
    person.taps("Back to this week")
    person.sees("14 to 20 September")

    person.taps("Targets")
    person.sees("No targets yet")
    person.taps("Me", "button")
    person.taps("Add a child")
    person.writes("Name or nickname", "Alex")
    person.taps("Next", "button")
    person.taps("8 to 11")
    person.taps("Next", "button")
    person.sees("When does your child leave home?")
    person.taps("Next", "button")
    person.sees(f"{CANARY_NAME}'s week")
    person.taps("Alex")
    person.sees("Alex's week")
    settles(person, DESK)
    person.sees("Getting ready for school, Today, now: 14 steps")
    person.looks("family-two")


@pytest.mark.browser
@pytest.mark.long
def test_a_parent_looks_around_in_the_week_and_rates_a_target_in_a_voice_of_their_own(
    person: Person, house: House
) -> None:
    person.opens()
    person.taps_once_seen("I'm a parent or carer")
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees("Robin's week")
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        person.looks("family-around")
        stays_inside(person, "week")
    person.taps("Targets")
    person.taps("Up by half past seven")
    person.sees("How does it look to you today?")
    person.taps("7, ")
    person.taps("Keep 7 for today")
    person.sees("Today: 7")
    person.reach("You said 6")
    person.taps("Leave")
    person.sees("I'm a parent or carer")
