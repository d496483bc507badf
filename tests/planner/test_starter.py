"""Starter content: complete in every size, with a picture and a sentence for everything."""

import pytest

from services.planner.starter import (
    OUT_OF_THE_DOOR,
    PARTS_BY_DEFAULT,
    STARTER_CONTACTS,
    STARTER_PACKS,
    STARTER_ROUTINES,
    STARTER_TARGETS,
    starter_keys,
    starter_pictures,
)
from services.planner.text import clean_phone, clean_picture
from services.planner.words import ContactKind, Part, Size
from views.design.pictograms import HEXCODE_BY_NAME, OWN_DRAWINGS
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

SMALLER = {
    (Part.MORNING, Size.SHORT): ["dressed", "eat_or_drink", "out_of_the_door"],
    (Part.MORNING, Size.TINY): ["feet_on_the_floor", "tell_my_adult"],
    (Part.AFTER_SCHOOL, Size.SHORT): ["snack", "quiet_rest", "how_it_was"],
    (Part.AFTER_SCHOOL, Size.TINY): ["snack", "quiet_rest"],
    (Part.EVENING, Size.SHORT): ["bag", "clothes_out", "one_good_thing"],
    (Part.EVENING, Size.TINY): ["clothes_out"],
}


def keys(part: Part, size: Size) -> list[str]:
    return [step.key for step in STARTER_PACKS[part] if size in step.sizes]


@pytest.mark.parametrize(("part", "size"), SMALLER)
def test_the_smaller_sizes_are_what_is_enough_on_a_hard_day(part: Part, size: Size) -> None:
    assert keys(part, size) == SMALLER[part, size]


@pytest.mark.parametrize("part", Part)
def test_every_part_of_the_day_has_a_routine_in_all_three_sizes(part: Part) -> None:
    sizes = [len(keys(part, size)) for size in Size]
    assert all(sizes)
    assert sizes == sorted(sizes, reverse=True)
    assert STARTER_ROUTINES[part].days


def test_the_usual_morning_and_evening_are_whole() -> None:
    assert len(keys(Part.MORNING, Size.USUAL)) == 14
    assert len(keys(Part.EVENING, Size.USUAL)) == 16
    assert keys(Part.MORNING, Size.USUAL)[-2:] == [OUT_OF_THE_DOOR, "meet_my_person"]
    assert set(PARTS_BY_DEFAULT) == {Part.MORNING, Part.EVENING}


def test_no_key_is_used_twice() -> None:
    every = [step.key for pack in STARTER_PACKS.values() for step in pack]
    every += [one.key for one in STARTER_TARGETS] + [one.key for one in STARTER_CONTACTS]
    assert len(every) == len(set(every))


def test_every_starter_has_a_picture_that_ships_with_the_app() -> None:
    assert not starter_pictures() - set(HEXCODE_BY_NAME) - set(OWN_DRAWINGS)
    assert all(clean_picture(name) == name for name in starter_pictures())


@pytest.mark.parametrize("language", Language)
def test_every_starter_has_a_sentence_in_every_language(language: Language) -> None:
    titles = sentences_in(language).starter.titles
    assert set(titles) == starter_keys()
    assert all(title.strip() for title in titles.values())


def test_there_are_nine_targets_to_begin_from() -> None:
    assert len(STARTER_TARGETS) == 9


def test_somebody_of_every_kind_can_be_told_and_their_numbers_can_be_dialled() -> None:
    assert {one.kind for one in STARTER_CONTACTS} == set(ContactKind)
    assert all(clean_phone(one.phone) == one.phone for one in STARTER_CONTACTS)
    phones = {one.key: one.phone for one in STARTER_CONTACTS}
    assert phones["contact_childline"] == "0800 1111"
    assert phones["contact_emergency"] == "999"
