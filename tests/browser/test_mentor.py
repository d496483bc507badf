"""A mentor on a tablet: begins, adds a pupil, sets and rates a target, and finds all of it again."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE, TABLET
from tests.browser.test_screens import settles
from tests.browser.ways import (
    CANARY_NAME,
    CANARY_WORDS,
    answers_for_a_pupil,
    begins_with_a_pupil,
    enters,
    in_the_readme,
)

PIN = "204816"


@pytest.mark.browser
@pytest.mark.feature("M7")
def test_a_mentor_begins_adds_a_pupil_sets_a_target_rates_it_and_finds_it_after_a_reload(
    person: Person, house: House
) -> None:
    person.tab.resize(*DESK)
    begins_with_a_pupil(person, "Ms Ali", "Sam", PIN)
    person.taps("Add a pupil")
    person.sees("What is the pupil called?")
    answers_for_a_pupil(person, CANARY_NAME)
    person.sees("2 pupils")
    person.taps(f"{CANARY_NAME}. Nothing new")
    person.sees("Going well")
    person.looks("mentor-page-new")
    person.taps("Add a target")
    person.taps_once_seen("Bag ready the night before")
    person.taps("Next", "button")
    person.taps("Next", "button")
    person.taps("Keep this target")
    person.sees("How does it look to you today?")
    person.taps("4, ")
    person.writes("A few words, if you like", CANARY_WORDS)
    person.taps("Keep 4 for today")
    person.sees("Today: 4")
    person.reach("You said 4 today.")
    person.looks("mentor-target")
    person.taps("Show as a table")
    person.sees("Today. You: 4")
    person.taps("The pupil's page")
    person.sees("Bag ready the night before. You: 4. Look and rate")

    house.days_later(1)
    person.reloads()
    person.sees("Type your PIN")
    enters(person, PIN)
    person.sees("2 pupils")
    person.taps(f"{CANARY_NAME}. Nothing new")
    person.sees("Bag ready the night before. You: 4. Look and rate")
    person.taps("Bag ready the night before")
    person.sees("You said 4 yesterday.")
    person.sees(CANARY_WORDS)


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("L2", "L6")
def test_a_made_up_caseload_is_kept_as_pictures_and_no_word_runs_out_of_the_page(
    person: Person, house: House
) -> None:
    person.opens()
    person.taps_once_seen("I'm a mentor")
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees("These pupils are made up.")
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        person.looks("mentor-list", is_at_rest=True)
    in_the_readme(person, "mentor", "mentor-list")
    person.taps("Aisha. ")
    person.sees("Going well")
    person.looks("mentor-page")
    person.tab.evaluate("location.hash = '#/mine'; return 1")
    person.sees("Larger text")
    for _ in range(4):
        person.taps("Larger text")
    person.taps("Dark")
    for room, heading in (("", "My pupils"), ("help", "Help for mentors"), ("me", "Make it mine")):
        person.tab.evaluate(f"location.hash = '#/{room}'; return 1")
        person.sees(heading)
        person.looks(f"dark-200-mentor-{room or 'list'}")
        wide = person.size[0]
        out = [n.name for n in person.nodes() if n.x < -1 or n.x + n.w > wide + 1]
        assert not out, f"{room}: {out}"
