"""Whose planner it is, before and after the pupil has joined."""

from services.planner.pupil import Pupil, pupil_of
from services.planner.words import AgeBand
from tests.planner.story import planner, record

CALLED = record("pref", "pref", pupil_name="Sam", pupil_picture="fox", pupil_age="8-11")
MUM = record("who:01", "who", person="mum", name="Jo", picture="cat", role="parent")


def test_until_the_pupil_has_joined_they_are_called_as_an_adult_wrote() -> None:
    assert pupil_of(planner(CALLED, MUM)) == Pupil("Sam", "fox", AgeBand.FROM_8_TO_11, has_joined=False)


def test_the_pupils_own_word_wins() -> None:
    own = record("who:02", "who", person="sam", name="Sammy", picture="owl", role="pupil")
    assert pupil_of(planner(CALLED, MUM, own)) == Pupil("Sammy", "owl", None, has_joined=True)


def test_nobody_has_said_anything_yet() -> None:
    assert pupil_of(planner()) == Pupil("", "", None, has_joined=False)
