"""No network after the first visit: the house closes its doors, and the planner goes on."""

import pytest

from tests.browser.at_rest import everything_kept
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import CANARY_NAME, CANARY_WORDS, sets_up


@pytest.mark.browser
@pytest.mark.feature("P1")
def test_a_pupil_pulls_the_cable_comes_back_and_ticks_on(person_in_each: Person, house: House) -> None:
    person = person_in_each
    sets_up(person, "Sam")
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Done: Alarm")
    person.keeps_a_copy()
    assert person.find("A newer Firstbell is ready.") is None, "a first visit has nothing newer"
    house.stop()
    person.reloads()
    person.sees("Feet on the floor, now, not done yet. Tick")
    person.taps("Feet on the floor, now, not done yet. Tick")
    person.sees("Done: Feet on the floor")
    person.reloads()
    person.sees("Open the curtains, now, not done yet. Tick")
    person.sees("2 of 14 done")


@pytest.mark.browser
@pytest.mark.feature("S2")
def test_nobody_with_the_disk_reads_a_word_of_it(person: Person, house: House) -> None:
    sets_up(person, CANARY_NAME)
    person.taps("Targets")
    person.taps("Choose my first target")
    person.writes("My target", CANARY_WORDS)
    person.taps("Next", "button")
    person.sees("What is the smallest next step?")
    values, text = everything_kept(person.tab)
    assert values > 2
    assert "FBV1" in text, "the vault is there to be looked at"
    assert "extractable=false" in text
    for word in (CANARY_NAME, *CANARY_WORDS.split()):
        assert word not in text
        assert "".join(f"{letter}\0" for letter in word) not in text
