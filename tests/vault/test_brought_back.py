"""What becomes of a shared planner that comes out of a backup."""

import pytest

from services.planner.errors import InputRejected
from services.planner.words import Role
from services.vault.brought_back import LONG_AGO_MS, brought_back
from services.vault.checked_tables import checked_tables
from services.vault.layout import META, OUTBOX, new_tables
from services.vault.storage import Tables

OLD, NEW = "0a" * 16, "0b" * 16


def shared() -> Tables:
    """A planner with a circle, an entry on its way, and a wish that was made since."""
    tables = new_tables("shared", Role.PUPIL, 7, planner_id="0c" * 16)
    tables[META]["circle"] = {"id": "x"}
    tables[META]["inflight"] = {
        "entry": "x",
        "wishes": {
            "r1 routine": {"title": ["Flown", 5], "picture": ["sun", 5]},
            f"who:{OLD} who": {"name": ["Sam", 5]},
        },
    }
    tables[OUTBOX]["r1 routine"] = {"title": ["Later", 6]}
    return tables


def test_what_was_on_its_way_waits_again_below_what_was_wished_since() -> None:
    back = brought_back(checked_tables(shared()), OLD, NEW)
    assert back[OUTBOX]["r1 routine"] == {"title": ["Later", LONG_AGO_MS], "picture": ["sun", LONG_AGO_MS]}
    assert back[OUTBOX][f"who:{NEW} who"] == {"name": ["Sam", LONG_AGO_MS]}


def test_nothing_of_the_circle_comes_along_so_that_it_asks_to_be_let_in_again() -> None:
    assert brought_back(shared(), OLD, NEW)[META] == {"planner": shared()[META]["planner"]}


@pytest.mark.parametrize(
    "flying",
    [{}, {"wishes": []}, {"wishes": {"r1 routine": 1}}, {"wishes": {"r1 routine": {"title": ["x"]}}}],
)
def test_an_entry_on_its_way_that_no_vault_wrote_is_refused(flying: dict[str, object]) -> None:
    tables = shared()
    tables[META]["inflight"] = flying
    with pytest.raises(InputRejected):
        checked_tables(tables)
