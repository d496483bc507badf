"""Whom to tell; a made-up pupil that leaves no trace; and everything gone when somebody says so."""

import pytest

from tests.browser.at_rest import everything_kept
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import CANARY_NAME, sets_up


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("P17")
def test_help_is_one_tap_away_and_a_person_can_be_added(person: Person, house: House) -> None:
    sets_up(person, "Sam")
    person.taps("Help", "button")
    person.sees("Nobody watches this screen live.")
    person.reach("Call Childline")
    person.taps("Change this page")
    person.taps("Add one of my people")
    person.writes("Name", CANARY_NAME)
    person.taps("Keep", "button")
    person.taps("Done changing")
    person.sees("Put in a name")  # the page itself again, no longer its changing
    person.reloads()
    person.sees("Who can I tell?")  # a reload comes back to the same place
    person.reach(CANARY_NAME)


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("L6")
def test_a_made_up_pupil_is_met_with_nothing_to_set_up_and_leaves_no_planner(
    person: Person, house: House
) -> None:
    person.opens()
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees("This pupil is made up.")
    person.taps("Targets", "button")
    person.sees("My targets")
    person.taps("Leave")
    person.sees("I'm a pupil")
    assert "FBV1" not in everything_kept(person.tab)[1]


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S2")
def test_deleting_everything_leaves_nothing_of_the_planner(person: Person, house: House) -> None:
    sets_up(person, CANARY_NAME)
    person.taps("Me", "button")
    person.taps("Delete everything")
    person.taps("I understand that it cannot be brought back")
    person.taps("Delete everything now")
    person.sees("Everything is deleted")
    assert person.find("Today", "button") is None, "there is nothing left to go to"
    person.looks("deleted")
    person.taps("Back to the beginning")
    person.sees("I'm a pupil")
    text = everything_kept(person.tab)[1]
    assert "FBV1" not in text
    assert "FBK1" not in text
