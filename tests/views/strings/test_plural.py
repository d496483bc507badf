"""Numbers are said as each language says them."""

from datetime import date

import pytest

from views.strings.catalogue import Language
from views.strings.dates import clock, clock_of_minute, long_date, short_date
from views.strings.languages import sentences_in
from views.strings.plural import Counted, english, welsh, welsh_form


def test_english_knows_one_and_more() -> None:
    steps = english(one="{n} step", other="{n} steps")
    assert [steps.say(n) for n in (0, 1, 2)] == ["0 steps", "1 step", "2 steps"]


def test_welsh_mutates_after_two_three_and_six() -> None:
    steps = sentences_in(Language.WELSH).words.steps
    assert [steps.say(n) for n in (1, 2, 3, 4, 6, 7)] == [
        "1 cam", "2 gam", "3 cham", "4 cam", "6 cham", "7 cam",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("n", "form"), [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (4, "other"), (6, "many"), (23, "other")]
)
def test_welsh_forms_are_those_of_cldr(n: int, form: str) -> None:
    assert welsh_form(n) == form


def test_places_beside_the_number_are_filled() -> None:
    said: Counted = welsh(other="{n} gan {name}")
    assert said.say(3, name="Sam") == "3 gan Sam"


def test_days_and_times_are_said_in_words() -> None:
    monday = date(2026, 9, 14)
    assert long_date(sentences_in(Language.ENGLISH).words, monday) == "Monday 14 September"
    assert long_date(sentences_in(Language.WELSH).words, monday) == "Dydd Llun 14 Medi"
    assert short_date(sentences_in(Language.ENGLISH).words, monday) == "14 September"
    assert clock("07:30") == "7:30"
    assert clock_of_minute(450) == "7:30"
    assert clock_of_minute(24 * 60 + 5) == "0:05"
