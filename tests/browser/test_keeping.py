"""A card made on a tablet brings a planner to another phone; then it is erased from all of them."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import PHONE
from tests.browser.test_three_people import asks_again, comes_in, makes_ticket, says_yes
from tests.browser.ways import CANARY_NAME, begins_with_a_pupil

PIN = "204816"
WIDE = (1180, 820)


@pytest.fixture
def three_devices(shared_house: House) -> Iterator[list[Person]]:
    """A mentor's tablet, a pupil's phone, and the phone that comes after it."""
    with at_devices(shared_house, WIDE, PHONE, PHONE) as people:
        yield people


def shares_with_the_pupil(mentor: Person, pupil: Person, grant: str) -> None:
    begins_with_a_pupil(mentor, "Ms Ali", CANARY_NAME, PIN)
    mentor.taps(f"{CANARY_NAME}. Nothing new")
    mentor.sees("Going well")
    mentor.taps("Let somebody in", "button")
    asks_again(mentor)
    mentor.sees("Share for the first time")
    mentor.writes("The grant", grant)
    mentor.taps("Next", "button")
    code = makes_ticket(mentor, "The pupil")
    comes_in(pupil, "", code, CANARY_NAME)
    says_yes(mentor)
    pupil.taps_once_seen("Go on")
    pupil.sees(f"Good morning, {CANARY_NAME}")


def makes_a_card(mentor: Person) -> str:
    """From a pupil's page to the letters, as a screen reader spells them."""
    mentor.taps(f"Keep or erase {CANARY_NAME}'s planner")
    mentor.sees("Lost-phone card")
    mentor.looks("keep")
    mentor.taps("Lost-phone card")
    mentor.sees("There is no card yet.")
    mentor.looks("card")
    mentor.taps("Make a card", "button")
    asks_again(mentor)
    spelled = mentor.sees("The letters of your card: ").name
    mentor.looks("card-shown")
    mentor.taps("I have written it down", "button")
    mentor.sees("There is a card.")
    mentor.looks("card-made")
    return spelled.split(": ", 1)[1].replace(" ", "").replace(";", "-")


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S8")
def test_a_card_brings_the_planner_to_the_next_phone_and_erasing_takes_it_from_both(
    three_devices: list[Person], shared_house: House
) -> None:
    mentor, pupil, later = three_devices
    shares_with_the_pupil(mentor, pupil, shared_house.grant)
    letters = makes_a_card(mentor)

    later.opens()
    later.taps_once_seen("I have a code or a card")
    later.taps_once_seen("I have a lost-phone card")
    later.sees("The letters on the card")
    later.looks("by-card")
    later.writes("The letters on the card", letters)
    later.taps("Next", "button")
    later.sees("The card fits")
    later.looks("by-card-found")
    later.taps("Bring it here", "button")
    later.sees("Name or nickname")
    later.writes("Name or nickname", CANARY_NAME)
    later.taps("Next", "button")
    later.sees("Shall we lock your planner?")
    later.taps("No PIN")
    later.taps("Next", "button")
    later.sees("The letters of your card: ")
    later.looks("by-card-fresh")
    later.taps("I have written it down", "button")
    later.sees("Welcome back")
    later.looks("by-card-done")
    later.taps("Go on", "button")
    later.sees(f"Good morning, {CANARY_NAME}")

    mentor.taps("Back")
    mentor.taps_once_seen("Back")
    mentor.taps("Me", "button")
    mentor.taps_once_seen("Hand over to a colleague")
    mentor.sees("To whom?")
    mentor.looks("hand-over")
    mentor.taps("Back")
    mentor.sees("Somebody else looks after my pupils")
    mentor.taps("Pupils")
    mentor.sees("Going well")
    mentor.taps_once_seen(f"Keep or erase {CANARY_NAME}'s planner")
    mentor.taps_once_seen("Erase everywhere")
    mentor.sees("This goes:")
    mentor.looks("erase")
    mentor.taps("I understand that it cannot be brought back")
    mentor.taps("Erase everywhere now", "button")
    asks_again(mentor)
    mentor.sees("It is erased")
    mentor.looks("erased-here")
    mentor.taps("Go on", "button")
    mentor.sees("No pupils yet")

    for phone in (pupil, later):
        phone.taps("Alarm, now, not done yet. Tick")
        phone.sees("Your planner was erased")
        phone.sees("A mentor asked for that on")
    pupil.looks("erased-elsewhere")
    pupil.taps("It can go now", "button")
    pupil.sees("It is not on this device any more.")
    pupil.looks("erased-gone")
    pupil.taps("OK", "button")
    pupil.sees("I'm a pupil")
