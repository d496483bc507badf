"""Every screen, kept as a picture at three sizes; in the dark and at 200 % nothing runs out of the page."""

import pytest

from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE, TABLET
from tests.browser.ways import in_the_readme, sets_up

ROOMS = {
    "today": "Show all steps",
    "targets": "My targets",
    "me": "Change my name or picture",
    "help": "Who can I tell?",
    "mine": "Make it mine",
    "lock": "Lock",
    "about": "About Firstbell",
    "delete": "Delete everything on this device",
    "targets/new": "What would you like to be easier?",
    "keep/nobody": "Keep or erase",
    "by-card": "Bring a planner to this phone",
}
FAMILY_ROOMS = {
    "week": "Robin's week",
    "targets": "Robin's targets",
    "me": "My children",
    "help": "Who can I tell?",
}


def goes(person: Person, room: str, rooms: dict[str, str] = ROOMS) -> None:
    person.tab.evaluate(f"location.hash = '#/{room}'; return 1")
    person.sees(rooms[room])


def stays_inside(person: Person, room: str) -> None:
    """No word runs out of the page."""
    wide = person.size[0]
    out = [n.name for n in person.nodes() if n.x < -1 or n.x + n.w > wide + 1]
    assert not out, f"{room}: {out}"


def settles(person: Person, size: tuple[int, int]) -> None:
    """Waits until the page has drawn itself at this size: it fills the width, and nothing stands outside."""
    person.tab.resize(*size)
    wide = person.tab.evaluate("return innerWidth")

    def is_drawn() -> bool:
        right = max((n.x + n.w for n in person.nodes()), default=0.0)
        return wide / 2 < right <= wide + 1

    person.wait("does not fill the page", is_drawn)


def at_both_sizes(person: Person, room: str, size: tuple[int, int]) -> None:
    """Keeps a picture of the page as a phone and as a tablet show it, then goes on at this size."""
    for each in (PHONE, DESK, size):
        settles(person, each)
        person.looks(room, is_at_rest=True)
        stays_inside(person, room)


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("L2", "L6")
def test_every_screen_is_kept_as_a_picture_at_three_sizes(person: Person, house: House) -> None:
    person.opens()
    person.sees("I'm a pupil")
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        person.looks("first")
    for door, heading, name in (
        ("I'm a parent or carer", "For parents and carers", "parent"),
        ("I'm a mentor", "For mentors", "mentor"),
    ):
        person.taps(door)
        person.sees(heading)
        for size in (TABLET, DESK, PHONE):
            settles(person, size)
            person.looks(name)
        person.taps("Back", "button")
    person.taps("Look around with a made-up pupil")
    person.sees("This pupil is made up.")
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        for room in ROOMS:
            goes(person, room)
            person.looks(room.replace("/", "-"), is_at_rest=room == "today")
    person.taps("Leave")
    person.taps_once_seen("I'm a parent or carer")
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees(FAMILY_ROOMS["week"])
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        for room in FAMILY_ROOMS:
            goes(person, room, FAMILY_ROOMS)
            person.looks(f"family-{room}", is_at_rest=room == "week")
    in_the_readme(person, "pupil", "today")
    in_the_readme(person, "parent", "family-week")


@pytest.mark.browser
@pytest.mark.long
def test_in_the_dark_and_twice_as_large_no_word_runs_out_of_the_page(person: Person, house: House) -> None:
    person.opens()
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees("This pupil is made up.")
    goes(person, "mine")
    for _ in range(4):
        person.taps("Larger text")
    person.taps("Dark")
    person.sees("200 %")
    for room in ROOMS:
        goes(person, room)
        person.looks(f"dark-200-{room.replace('/', '-')}")
        stays_inside(person, room)
    goes(person, "mine")
    person.taps("Cymraeg")
    person.sees("Iaith")
    person.looks("dark-200-welsh")
    person.taps("English")
    person.sees("Language")
    person.taps("Leave")
    person.taps_once_seen("I'm a parent or carer")
    person.taps_once_seen("Look around with a made-up pupil")
    person.sees(FAMILY_ROOMS["week"])
    for size in (TABLET, PHONE):
        settles(person, size)
        for room in FAMILY_ROOMS:
            goes(person, room, FAMILY_ROOMS)
            person.looks(f"dark-200-family-{room}")
            stays_inside(person, room)


@pytest.mark.browser
@pytest.mark.long
def test_the_page_about_people_is_kept_as_a_picture_and_stays_inside(person: Person, house: House) -> None:
    sets_up(person)
    person.taps("Me")
    person.taps_once_seen("Who is in this planner, and what they see")
    person.sees("Only you see this")
    for size in (TABLET, DESK, PHONE):
        settles(person, size)
        person.looks("people")
    people = person.tab.evaluate("return location.hash")
    goes(person, "mine")
    for _ in range(4):
        person.taps("Larger text")
    person.taps("Dark")
    person.sees("200 %")
    person.tab.evaluate(f"location.hash = '{people}'; return 1")
    person.sees("Only you see this")
    person.looks("dark-200-people")
    stays_inside(person, "people")
