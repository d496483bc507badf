"""Three people go on when the endpoint is set back by an hour; and a lost phone's copy comes back on another.

In Chromium alone, whose files a test can give and take.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.conftest import at_devices
from tests.browser.house import House
from tests.browser.person import Person
from tests.browser.tab import DESK, PHONE
from tests.browser.test_backup import chooses, saves, types_words
from tests.browser.test_screens import settles, stays_inside
from tests.browser.test_three_people import (
    asks_again,
    come_together,
    makes_ticket,
    nobody_between_reads_a_word,
    says_yes,
)
from tests.browser.ways import CANARY_NAME

FIRST, SECOND, THIRD = "Alarm", "Feet on the floor", "Open the curtains"


@pytest.fixture
def four(shared_house: House) -> Iterator[list[Person]]:
    """A mentor's tablet, a pupil's phone, a parent's, and the pupil's next one."""
    with at_devices(shared_house, DESK, PHONE, PHONE, PHONE) as people:
        yield people


def ticks(pupil: Person, step: str) -> None:
    pupil.taps_once_seen(f"{step}, now, not done yet. Tick")
    pupil.sees(f"Done: {step}")


def look_now(*people: Person) -> None:
    """Nobody waits for the next minute: what a browser says when its network is back."""
    for person in people:
        person.tab.evaluate("dispatchEvent(new Event('online')); return 1")


def shared_by(pupil: Person, parent: Person, count: int) -> None:
    """What the pupil has ticked so far is on the parent's phone."""
    look_now(pupil)
    for _ in range(10):
        time.sleep(3)  # a round, and no more of them than an endpoint likes
        look_now(parent)
        if parent.find(f"Today. {count} done"):
            return
    parent.sees(f"Today. {count} done")


def entries(database: Path) -> set[bytes]:
    """Every entry that the endpoint holds."""
    with closing(sqlite3.connect(database)) as connection:
        return {raw for (raw,) in connection.execute("SELECT raw FROM entry")}


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S4")
def test_an_endpoint_set_back_to_an_older_copy_is_given_what_it_lacks_and_nothing_is_lost(
    four: list[Person], shared_house: House, tmp_path: Path
) -> None:
    mentor, pupil, parent, _ = four
    come_together(mentor, pupil, parent, shared_house.grant)
    endpoint = shared_house.endpoint
    assert endpoint is not None
    ticks(pupil, FIRST)
    shared_by(pupil, parent, 1)
    endpoint.copied_to(tmp_path / "an hour ago.db")
    ticks(pupil, SECOND)
    shared_by(pupil, parent, 2)
    stood = entries(endpoint.database)

    shared_house.stop()
    endpoint.put_back(tmp_path / "an hour ago.db")
    assert stood - entries(endpoint.database), "something is missing now"
    shared_house.start(is_restored=True)
    ticks(pupil, THIRD)
    look_now(mentor, pupil, parent)
    shared_by(pupil, parent, 3)
    parent.wait("not all of it is back", lambda: stood <= entries(endpoint.database))
    look_now(mentor)
    mentor.sees("3 steps done so far.")
    pupil.reloads()
    pupil.sees(f"Good morning, {CANARY_NAME}")
    for step in (FIRST, SECOND, THIRD):
        pupil.sees_no(f"{step}, now, not done yet. Tick")


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.feature("S8")
def test_a_lost_phone_s_copy_comes_back_on_another_which_is_let_in_and_sees_the_same(
    four: list[Person], shared_house: House, endpoint_home: Path
) -> None:
    mentor, pupil, parent, again = four
    come_together(mentor, pupil, parent, shared_house.grant)
    ticks(pupil, FIRST)
    copy = keeps_a_copy_of_it(pupil)
    pupil.taps("Today", "button")
    ticks(pupil, SECOND)
    shared_by(pupil, parent, 2)
    pupil.tab.goto("about:blank")  # it is lost

    again.opens()
    again.taps_once_seen("I have a copy to bring back")
    chooses(again, copy)
    again.sees("Type the words of this copy")
    types_words(again)
    again.sees("What is inside")
    again.taps("Bring this back")
    again.taps_once_seen("No PIN")
    again.taps("Next", "button")
    again.sees("This copy is not shared yet")
    for size in (DESK, PHONE):
        settles(again, size)
        again.looks("people-outside")
        stays_inside(again, "people-outside")
    again.taps("Today", "button")
    again.sees(f"{SECOND}, now, not done yet. Tick")

    mentor.taps_once_seen("Let somebody in")
    asks_again(mentor)
    code = makes_ticket(mentor, "The pupil")
    again.taps("Me", "button")
    again.taps_once_seen("This copy is not shared yet. Ask to be let in again.")
    again.sees("Join a planner")
    again.writes("The code", code)
    again.taps("Next", "button")
    again.taps_once_seen("Ask to join")  # the planner comes along, and says who they are
    again.sees("Look at both screens")
    says_yes(mentor)
    again.taps_once_seen("Go on")
    again.sees(f"{THIRD}, now, not done yet. Tick")
    ticks(again, THIRD)
    shared_by(again, parent, 3)
    nobody_between_reads_a_word(shared_house, endpoint_home)


def keeps_a_copy_of_it(pupil: Person) -> bytes:
    """From Today to the file."""
    pupil.taps("Me", "button")
    pupil.taps_once_seen("Copies")
    pupil.taps_once_seen("Keep a copy")
    pupil.sees("Choose words for this copy")
    types_words(pupil)
    pupil.sees("Your passphrase once more")
    types_words(pupil)
    pupil.sees("Your copy is ready")
    _, copy = saves(pupil, "Save the copy")
    pupil.taps("Done", "button")
    return copy
