"""Times as people type them, and what a sheet writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.words import Size
from views.pupil.picture_search import PictureSearch, found
from views.pupil.step_draft import StepDraft, read_clock
from views.strings.catalogue import Language
from views.strings.dates import clock
from views.strings.languages import sentences_in


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("7:30", "07:30"),
        ("07:30", "07:30"),
        (" 7.30 ", "07:30"),
        ("730", "07:30"),
        ("1905", "19:05"),
        ("7 30", "07:30"),
        ("24:00", None),
        ("7:60", None),
        ("7", None),
        ("half seven", None),
        ("", None),
    ],
)
def test_a_time_is_understood_as_people_type_it(typed: str, at: str | None) -> None:
    assert read_clock(typed) == at


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_that_is_shown_is_read_as_the_same_time(hour: int, minute: int) -> None:
    at = f"{hour:02}:{minute:02}"
    assert read_clock(clock(at)) == at


def test_a_sheet_writes_only_what_differs() -> None:
    before = StepDraft("Teeth", "toothbrush", "7:30", frozenset({Size.USUAL}), frozenset(range(7)))
    assert before.changes_from(before) == {}
    again = StepDraft(" Teeth ", "toothbrush", "07:30", frozenset({Size.USUAL}), frozenset(range(7)))
    assert again.changes_from(before) == {}
    other = before.with_size(Size.SHORT).with_day(6)
    assert other.changes_from(before) == {
        "sizes": frozenset({Size.USUAL, Size.SHORT}),
        "days": frozenset(range(6)),
    }


def test_an_idea_keeps_its_key_until_its_words_are_changed() -> None:
    idea = StepDraft.of_idea("teeth", "Brush my teeth", "toothbrush", frozenset({Size.USUAL}))
    assert idea.own_title is None
    assert idea.is_ready


@pytest.mark.parametrize("language", list(Language))
def test_every_picture_can_be_found_by_its_name(language: Language) -> None:
    names = sentences_in(language).words.pictures
    for picture, name in names.items():
        assert picture in found(PictureSearch(name.upper()), names) or picture not in found(
            PictureSearch(), names
        )
    assert found(PictureSearch("xyzzy"), names) == ()
