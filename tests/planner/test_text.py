"""What people type is trimmed, composed and bounded, and what cannot be kept is said to be so."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.errors import InputRejected
from services.planner.text import (
    NAME_LIMIT,
    WORDS_LIMIT,
    clean_name,
    clean_phone,
    clean_picture,
    clean_words,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Sam ", "Sam"),
        ("Cafe\u0301", "Café"),
        ("Siân", "Siân"),
        ("علی", "علی"),
        ("Żółć", "Żółć"),
        ("👩‍👧 us", "👩‍👧 us"),
        ("x" * NAME_LIMIT, "x" * NAME_LIMIT),
        (" " * 99 + "e\u0301" * NAME_LIMIT, "é" * NAME_LIMIT),
    ],
)
def test_a_name_is_kept_as_a_person_would_write_it(typed: str, kept: str) -> None:
    assert clean_name(typed, "name") == kept


@pytest.mark.parametrize(
    "typed", ["", "   ", "\u2003", "x" * (NAME_LIMIT + 1), "a\nb", "a\tb", "a\0b", "\u202eb", "\ud800"]
)
def test_what_is_no_name_is_said_to_be_none_and_the_field_is_named(typed: str) -> None:
    with pytest.raises(InputRejected) as caught:
        clean_name(typed, "title")
    assert caught.value.field == "title"


def test_words_may_be_empty_and_as_long_as_a_short_message() -> None:
    assert clean_words("  ", "words") == ""
    assert clean_words("x" * WORDS_LIMIT, "words") == "x" * WORDS_LIMIT
    with pytest.raises(InputRejected):
        clean_words("x" * (WORDS_LIMIT + 1), "words")


@given(st.text(max_size=400))
def test_whatever_is_typed_is_kept_whole_and_the_same_again_or_not_at_all(typed: str) -> None:
    try:
        kept = clean_words(typed, "words")
    except InputRejected:
        return
    assert kept == clean_words(kept, "words")
    assert kept == unicodedata.normalize("NFC", typed).strip()
    kept.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0800 1111", "0800 1111"),
        (" (0115) 496-0123 ", "0115 496 0123"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("999", "999"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_telephone_number_may_be_written_as_people_write_it(typed: str, kept: str) -> None:
    assert clean_phone(typed) == kept


@pytest.mark.parametrize("typed", ["call me", "0800 CHILD", "1", "9" * 21, "++44", "tel:999", "٩٩٩"])
def test_what_no_telephone_can_dial_is_not_kept(typed: str) -> None:
    with pytest.raises(InputRejected) as caught:
        clean_phone(typed)
    assert caught.value.field == "phone"


@pytest.mark.parametrize("name", ["", "../key", "a.svg", "Fox", "a b", "x" * 61, "ключ"])
@pytest.mark.parametrize("clean", [clean_picture])
def test_a_picture_is_a_name_and_never_a_path(name: str, clean: Callable[[str], str]) -> None:
    with pytest.raises(InputRejected):
        clean(name)


def test_the_names_of_pictures_are_taken() -> None:
    assert [clean_picture(name) for name in ("fox", "alarm_clock", "person-2")] == [
        "fox",
        "alarm_clock",
        "person-2",
    ]
