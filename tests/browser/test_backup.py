"""A copy is saved as a file, everything is deleted, and the file brings it back.

In Chromium alone: what WebKit saves and which file it is given, its driver can neither see nor say. That the
bytes themselves open in both is shown in tests/vault/test_browser.py, the screens in tests/journeys.
"""

from collections.abc import Iterator

import pytest

from tests.browser.at_rest import everything_kept
from tests.browser.chromium import ChromiumTab
from tests.browser.conftest import in_front_of
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.ways import CANARY_NAME, sets_up

WORDS = "four otters under the bridge"


@pytest.fixture
def person_with_files(house: House) -> Iterator[Person]:
    """Somebody in front of the browser whose files a test can see."""
    yield from in_front_of("chromium", house)


def saves(person: Person, button: str) -> tuple[str, bytes]:
    """Taps a button that saves. Gives the file."""
    assert isinstance(person.tab, ChromiumTab)
    return person.tab.saved_by(lambda: person.taps(button))


def chooses(person: Person, content: bytes) -> None:
    """Gives the app a file."""
    assert isinstance(person.tab, ChromiumTab)
    person.tab.choosing(content, lambda: person.taps("Choose the file"))


def types_words(person: Person, words: str = WORDS) -> None:
    person.writes("Passphrase", words)
    person.taps("OK", "button")


@pytest.mark.browser
def test_a_copy_on_the_disk_brings_everything_back_after_it_was_deleted(
    person_with_files: Person, house: House
) -> None:
    person = person_with_files
    sets_up(person)
    person.taps("Alarm, now, not done yet. Tick")
    person.sees("Done: Alarm")
    person.taps("Me", "button")
    person.taps("Copies")
    person.looks("copies")
    person.taps("Keep a copy")
    person.sees("Choose words for this copy")
    types_words(person)
    person.sees("Your passphrase once more")
    types_words(person)
    person.sees("Your copy is ready")
    person.looks("copy-ready")
    name, copy = saves(person, "Save the copy")
    assert name == "firstbell-copy-2026-09-15.fbc"
    assert CANARY_NAME.encode() not in copy
    person.taps("Done", "button")

    person.taps("Take everything with me")
    person.sees("These files are not locked.")
    name, page = saves(person, "Save the page")
    assert name == "firstbell-2026-09-15.html"
    assert CANARY_NAME.encode() in page
    person.taps("Done", "button")

    person.taps("Me", "button")
    person.taps("Delete everything")
    person.taps("I understand that it cannot be brought back")
    person.taps("Delete everything now")
    person.taps("Back to the beginning")
    person.sees("I'm a pupil")
    assert "FBV1" not in everything_kept(person.tab)[1]

    person.taps("I have a copy to bring back")
    chooses(person, b"something else")
    person.sees("That file is not a copy that Firstbell made.")
    chooses(person, copy)
    person.sees("Type the words of this copy")
    types_words(person, "four otters over the bridge")
    person.sees("That did not open it.")
    types_words(person)
    person.sees("What is inside")
    person.sees(CANARY_NAME)
    person.sees("Ticks on 1 day, 15 September")
    person.looks("copy-inside")
    person.taps("Bring this back")
    person.taps("No PIN")
    person.taps("Next", "button")
    person.sees(f"Good morning, {CANARY_NAME}")
    person.sees("Feet on the floor, now, not done yet. Tick")
    person.reloads()
    person.sees("Feet on the floor, now, not done yet. Tick")


ROOMS = {
    "copies": "Keep a copy",
    "copies/keep": "Choose words for this copy",
    "copies/take": "These files are not locked.",
    "copies/bring": "Choose the file",
}


@pytest.mark.browser
@pytest.mark.long
def test_in_the_dark_and_twice_as_large_no_word_about_copies_runs_out_of_the_page(
    person: Person, house: House
) -> None:
    sets_up(person, "Sam")
    person.tab.evaluate("location.hash = '#/mine'; return 1")
    for _ in range(4):
        person.taps("Larger text")
    person.taps("Dark")
    person.sees("200 %")
    for room, heading in ROOMS.items():
        person.tab.evaluate(f"location.hash = '#/{room}'; return 1")
        person.sees(heading)
        person.looks(f"dark-200-{room.replace('/', '-')}")
        out = [n.name for n in person.nodes() if n.x < -1 or n.x + n.w > person.size[0] + 1]
        assert not out, f"{room}: {out}"
