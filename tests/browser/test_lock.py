"""A PIN, wrong tries that have to wait, the right one, and a second tab that only looks."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import enters, sets_up

RIGHT, WRONG = "493817", "271828"


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S2")
def test_a_wrong_pin_waits_and_the_right_one_opens(person: Person, house: House) -> None:
    sets_up(person, "Sam", pin=RIGHT, card=True)
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Done: Alarm")
    person.reloads()
    person.sees("Type your PIN")
    person.looks("unlock")
    enters(person, RIGHT)
    person.sees("Feet on the floor, now, not done yet. Tick")
    person.reloads()
    person.sees("Type your PIN")
    for _ in range(4):
        enters(person, WRONG)
        person.sees("That did not open it. Try once more.")
    enters(person, WRONG)
    person.sees("Time for a short rest")
    person.looks("unlock-rest")
    house.days_later(-1)  # somebody turns the clock back: the rest begins anew
    person.reloads()
    person.sees("Time for a short rest")
    house.days_later(1)
    person.reloads()
    person.sees("Type your PIN")
    enters(person, RIGHT)
    person.sees("Good morning, Sam")


@pytest.mark.browser
@pytest.mark.feature("S2")
def test_a_second_tab_reads_and_says_why_it_does_not_write(person: Person, house: House) -> None:
    sets_up(person, "Sam")
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Done: Alarm")
    other = person.in_another_tab()
    other.opens()
    other.sees("Firstbell is open in another tab or window. Here you can look, and change nothing.")
    other.sees("Feet on the floor")
    other.looks("second-tab")
