"""A fresh start, a morning, a hard day, a pause: in a real browser, by the names a screen reader says."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import sets_up


@pytest.mark.browser
@pytest.mark.feature("P1", "P2")
def test_a_pupil_sets_up_ticks_a_morning_and_finds_it_again(person: Person, house: House) -> None:
    sets_up(person, "Sam")
    person.sees("Alarm, now, not done yet. Tick")
    person.looks("today-now")
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Feet on the floor, now, not done yet. Tick")
    person.sees("Done: Alarm")
    person.taps("Undo")
    person.sees("Alarm, now, not done yet. Tick")
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("1 of 14 done")

    person.taps("Show all steps")
    person.taps("More choices for Feet on the floor")
    person.taps("Skip today")
    person.sees("Feet on the floor, skipped today. Open again")
    person.taps("More choices for Open the curtains")
    person.taps("Not needed today")
    person.sees("Open the curtains, not needed today. Open again")
    person.looks("today-all")
    person.taps("Alarm, done. Untick")
    person.sees("Alarm, now, not done yet. Tick")
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Alarm, done. Untick")

    person.reloads()
    person.sees("Alarm, done. Untick")
    person.sees("Feet on the floor, skipped today. Open again")

    person.taps("Today is hard")
    person.sees("The short version is enough today.")
    person.sees("Alarm, done. Untick")
    person.looks("today-hard")
    person.taps("Today is hard")
    person.sees("The tiny version is enough today.")
    person.taps("Feet on the floor, skipped today. Open again")
    person.taps("Feet on the floor, now, not done yet. Tick")
    person.taps("Tell my adult how it is")
    person.sees("See my steps")
    person.looks("today-finished")


@pytest.mark.browser
@pytest.mark.feature("P3")
def test_a_pause_counts_neither_way_and_can_be_taken_up_again(person: Person, house: House) -> None:
    sets_up(person, "Sam")
    person.taps("Show all steps")
    person.taps("More choices for Medicine")
    person.taps("Pause this step")
    person.taps("Pause", "button")
    person.sees("Medicine, paused. Take up again")
    person.taps("Alarm, now, not done yet. Tick")

    person.taps("More for today")
    person.taps("Pause", "button")
    person.looks("pause")
    person.taps("Everything")
    person.taps("Ill", "button")
    person.reach("Pause", "button")
    person.taps("Pause", "button")
    person.sees("Today is paused")
    person.looks("today-paused")
    person.reloads()
    person.sees("Today is paused")
    person.taps("Take up again")
    person.sees("Alarm, done. Untick")
