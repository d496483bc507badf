"""A target in the pupil's words, rated on three days, as a line with a sentence and a table."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import sets_up


@pytest.mark.browser
@pytest.mark.feature("P6")
def test_a_pupil_sets_a_target_rates_it_on_three_days_and_sees_the_line(person: Person, house: House) -> None:
    sets_up(person, "Sam")
    person.taps("Targets")
    person.sees("What would you like to be easier?")
    person.looks("targets-empty")
    person.taps("Choose my first target")
    person.taps("Bag ready the night before")
    person.looks("target-new")
    person.taps("Next", "button")
    person.writes("My next step", "Bag by the door")
    person.taps("Next", "button")
    person.taps("Someone at home")
    person.taps("In two weeks")
    person.taps("Keep my target")
    person.sees("How is it today?")
    for day, score in enumerate((3, 5, 6)):
        if day:
            house.days_later(day)
            person.reloads()
        person.sees("How is it today?")
        person.taps(f"{score}, ")
        person.taps(f"Keep {score} for today")
        person.sees(f"Today: {score}")
    person.reach("You said 5 yesterday, 6 today.")
    person.looks("target-line")
    person.taps("Show as a table")
    person.sees("yesterday")
    person.taps("Targets")
    person.sees("Bag ready the night before")
    person.looks("targets")
