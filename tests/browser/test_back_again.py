"""A copy of a shared planner comes back on another phone, is let in again and goes on with the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import chromiums
from tests.browser.conftest import SCREENS, skip_without
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.test_backup import chooses, saves, types_words
from tests.browser.test_keeping import shares_with_the_pupil
from tests.browser.test_screens import settles, stays_inside
from tests.browser.test_three_people import asks_again, makes_ticket, says_yes
from tests.browser.ways import CANARY_NAME


@pytest.fixture
def endpoint_house(site: Path, tmp_path: Path) -> Iterator[House]:
    """The site with the real endpoint beside it."""
    house = House(site, tmp_path / "endpoint")
    house.start()
    yield house
    house.stop()


@pytest.fixture
def three_devices(endpoint_house: House) -> Iterator[list[Person]]:
    """A mentor's tablet, a pupil's phone, and the phone that comes after it."""
    skip_without("chromium")
    with chromiums(3) as tabs:
        people = [Person(tab, endpoint_house.address, SCREENS, "chromium") for tab in tabs]
        for person, size in zip(people, (DESK, PHONE, PHONE), strict=True):
            person.tab.resize(*size)
        yield people


def keeps_a_copy(person: Person) -> bytes:
    person.taps("Me", "button")
    person.taps("Copies")
    person.taps("Keep a copy")
    person.sees("Choose words for this copy")
    types_words(person)
    person.sees("Your passphrase once more")
    types_words(person)
    person.sees("Your copy is ready")
    return saves(person, "Save the copy")[1]


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S8")
def test_a_copy_that_came_back_says_that_it_is_not_shared_and_leads_to_the_code(
    three_devices: list[Person], endpoint_house: House
) -> None:
    mentor, pupil, later = three_devices
    shares_with_the_pupil(mentor, pupil, endpoint_house.grant)
    pupil.taps("Alarm, now, not done yet. Tick")
    pupil.sees("Feet on the floor, now")
    copy = keeps_a_copy(pupil)

    later.opens()
    later.taps_once_seen("I have a copy to bring back")
    later.sees("Choose the file")
    chooses(later, copy)
    later.sees("Passphrase")
    types_words(later)
    later.sees("What is inside")
    later.taps("Bring this back", "button")
    later.taps_once_seen("No PIN")
    later.taps("Next", "button")
    later.sees("This copy is not shared yet")
    for size in (DESK, PHONE):
        settles(later, size)
        later.looks("people-outside")
        stays_inside(later, "people-outside")
    later.taps("Me", "button")
    later.sees("This copy is not shared yet. Ask to be let in again.")
    later.looks("me-outside")
    later.taps("This copy is not shared yet. Ask to be let in again.")
    later.sees("Join a planner")

    mentor.taps_once_seen("Let somebody in")
    asks_again(mentor)
    later.writes("The code", makes_ticket(mentor, "The pupil"))
    later.taps("Next", "button")
    later.taps_once_seen("Ask to join")
    later.sees("Look at both screens")
    says_yes(mentor)
    later.taps_once_seen("Go on")
    later.sees(f"Good morning, {CANARY_NAME}")
    later.sees("Feet on the floor, now")
    later.taps("Me", "button")
    later.sees("Change my name or picture")
    later.sees_no("This copy is not shared yet.")
