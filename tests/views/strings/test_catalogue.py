"""The catalogue is whole in every language, and each sentence is fit to be read."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from services.planner import errors
from services.planner.starter import starter_keys
from services.vault.settings import DeviceSettings
from views.design.avatars import AVATAR_NAMES
from views.design.palettes import ThemeName
from views.design.pictograms import PICTURE_NAMES
from views.strings.catalogue import Language
from views.strings.languages import language_for, sentences_in
from views.strings.plural import Counted
from views.strings.problem_sentence import code_sentence, problem_sentence

PLACE = re.compile(r"\{(\w*)\}")
UNKIND = re.compile(r"\b(refus(?:al|es|ed?)|truan\w*|fail\w*|missed|overdue|streak|perfect)\b", re.IGNORECASE)


def sentences(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence with its path; a counted one gives each of its forms."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, Counted):
        for form, said in part.form_by_name.items():
            yield f"{path}.{form}", said
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from sentences(getattr(part, field.name), f"{path}.{field.name}")
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from sentences(value, f"{path}[{key}]")
    elif isinstance(part, list | tuple):
        for at, value in enumerate(part):
            yield from sentences(value, f"{path}[{at}]")
    elif not isinstance(part, bool):
        raise AssertionError(f"{path} is no sentence but {type(part)}")


def without_forms(path: str) -> str:
    return re.sub(r"\.(zero|one|two|few|many|other)$", "", path)


@pytest.mark.parametrize("language", Language)
def test_nothing_is_left_unsaid_in_any_language(language: Language) -> None:
    said = dict(sentences(sentences_in(language)))
    assert not [path for path, text in said.items() if not text.strip()]
    english = {without_forms(path) for path, _ in sentences(sentences_in(Language.ENGLISH))}
    assert {without_forms(path) for path in said} == english


@pytest.mark.parametrize("language", Language)
def test_sentences_have_the_same_places_in_every_language(language: Language) -> None:
    places = {path: set(PLACE.findall(text)) for path, text in sentences(sentences_in(Language.ENGLISH))}
    for path, text in sentences(sentences_in(language)):
        if path in places:
            assert set(PLACE.findall(text)) == places[path], path


def test_welsh_is_not_english_left_standing() -> None:
    english = dict(sentences(sentences_in(Language.ENGLISH)))
    same = [
        text
        for path, text in sentences(sentences_in(Language.WELSH))
        if english.get(path) == text and text.count(" ") >= 2 and "{" not in text
    ]
    assert not same


@pytest.mark.parametrize("language", Language)
def test_sentences_are_calm(language: Language) -> None:
    for path, text in sentences(sentences_in(language)):
        assert "!!" not in text, path
        assert not UNKIND.search(text), path
        assert text == text.strip(), path
        assert "  " not in text, path


def leaves(of: type[errors.FirstbellError]) -> Iterator[type[errors.FirstbellError]]:
    yield of
    for each in of.__subclasses__():
        yield from leaves(each)


@pytest.mark.parametrize("language", Language)
def test_every_error_has_a_sentence(language: Language) -> None:
    spoken = sentences_in(language)
    codes = {each.code for each in leaves(errors.FirstbellError) if each.__module__ == errors.__name__}
    assert codes <= set(spoken.problems.by_code)
    assert code_sentence(spoken, "from the future") == spoken.problems.something


@pytest.mark.parametrize("language", Language)
def test_every_starter_key_has_a_title_that_fits_a_card(language: Language) -> None:
    titles = sentences_in(language).starter.titles
    assert set(titles) == set(starter_keys())
    assert all(len(title) <= 60 for title in titles.values())


@pytest.mark.parametrize("language", Language)
def test_every_picture_and_portrait_has_a_name_for_readers(language: Language) -> None:
    words = sentences_in(language).words
    assert set(words.pictures) == set(PICTURE_NAMES)
    assert set(words.portraits) == set(AVATAR_NAMES)
    assert len(set(words.portraits.values())) == len(AVATAR_NAMES)


@pytest.mark.parametrize("language", Language)
def test_every_theme_has_a_name_and_a_note(language: Language) -> None:
    assert set(sentences_in(language).mine.themes) == set(ThemeName)


@pytest.mark.parametrize("language", Language)
def test_waiting_is_told_in_seconds_then_in_minutes(language: Language) -> None:
    spoken = sentences_in(language)
    assert "30" in problem_sentence(spoken, errors.WrongPin(wait_ms=29_001))
    assert "5" in problem_sentence(spoken, errors.PinMustWait(wait_ms=300_000))
    assert problem_sentence(spoken, errors.WrongPin()) == spoken.problems.by_code["wrong_pin"]


def test_a_known_field_gets_a_sentence_of_its_own() -> None:
    spoken = sentences_in(Language.ENGLISH)
    assert problem_sentence(spoken, errors.InputRejected("name")) == "A name has 1 to 40 letters."
    other = problem_sentence(spoken, errors.InputRejected("zone"))
    assert other == spoken.problems.by_code["input_rejected"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("cy", Language.WELSH),
        ("cy-GB", Language.WELSH),
        ("cy_GB.UTF-8", Language.WELSH),
        ("en-US", Language.ENGLISH),
        ("pl", Language.ENGLISH),
        ("", Language.ENGLISH),
        (DeviceSettings().language, Language.ENGLISH),
    ],
)
def test_the_nearest_language_is_found(tag: str, language: Language) -> None:
    assert language_for(tag) is language
