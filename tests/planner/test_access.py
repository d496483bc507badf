"""Who may write what: the whole table, cell by cell, and what no table allows."""

import re
from typing import Any

import pytest

from services.planner.access import KNOWN_TYPES, NEVER_DELETED, RULES, RULES_VERSION, Author, may_write
from services.planner.edit import Change
from services.planner.ids import PersonId, RecordId
from services.planner.words import Role

DEVICE = "a1" * 16
ME = PersonId("me")

# type, field, then who may: P pupil, C parent or carer, M mentor.
TABLE = [
    ("day", "t.brush", "P"),
    ("day", "size.morning", "P"),
    ("day", "pause", "P"),
    ("day", "bed", "PCM"),
    ("day", "woke", "PCM"),
    ("day", "breakfast", "PCM"),
    ("day", "_new", "PCM"),
    ("day", "anything", ""),
    ("routine", "title", "PCM"),
    ("step", "order", "PCM"),
    ("pause", "from", "PCM"),
    ("contact", "phone", "PCM"),
    ("routine", "_new", "PCM"),
    ("step", "_del", "PCM"),
    ("pause", "_del", "PCM"),
    ("contact", "_del", "PCM"),
    ("slot", "title", "CM"),
    ("kit", "title", "CM"),
    ("week", "club", "CM"),
    ("term", "from", "CM"),
    ("target", "words", "PM"),
    ("target", "_new", "PM"),
    ("target", "_del", "PM"),
    ("target", "closed_on", "PM"),
    ("target", "agreed", "P"),
    ("ladder", "title", "P"),
    ("rung", "title", "PM"),
    ("try", "before", "P"),
    ("share", "words", "P"),
    ("share", "reply", "CM"),
    ("praise", "words", "CM"),
    ("mark", "am", "M"),
    ("parttime", "from", "M"),
    ("pref", "zone", "PCM"),
    ("pref", "view", "PCM"),
    ("pref", "adult_ticks", "PM"),
    ("check", "q1", "PC"),
    ("lift", "who", "PC"),
    ("our_side", "words", "PC"),
    ("home_tonight", "home", "PC"),
    ("feel", "face", "P"),
    ("worry", "words", "P"),
    ("note", "words", "P"),
    ("card", "pile", "P"),
    ("hope", "words", "P"),
    ("good", "words", "P"),
    ("map", "gate", "P"),
    ("meeting", "words", "M"),
    ("barrier", "words", "M"),
    ("action", "by", "M"),
    ("report", "words", "M"),
    ("case", "phase", "M"),
    ("template", "title", "M"),
    ("unheard_of", "title", ""),
]
LETTER = {Role.PUPIL: "P", Role.PARENT: "C", Role.MENTOR: "M"}


def may(role: Role, kind: str, field: str, record: str = "x", value: Any = None, ticks: bool = False) -> bool:
    return may_write(
        Author(role, DEVICE, ME), Change(RecordId(record), kind, field, value), adult_ticks=ticks
    )


@pytest.mark.parametrize(("kind", "field", "who"), TABLE)
def test_each_role_may_write_what_the_table_says_and_nothing_else(kind: str, field: str, who: str) -> None:
    assert {role for role in Role if may(role, kind, field)} == {role for role in Role if LETTER[role] in who}


def test_every_type_of_the_table_is_tried_above() -> None:
    assert {kind for kind, _, _ in TABLE} - {"unheard_of"} == KNOWN_TYPES - {"who", "looked", "rating"}


def test_adults_tick_only_when_somebody_switched_it_on() -> None:
    for role in (Role.PARENT, Role.MENTOR):
        assert not may(role, "day", "t.brush", value=["done", ME])
        assert may(role, "day", "t.brush", value=["done", ME], ticks=True)
        assert not may(role, "day", "size.morning", ticks=True)
        assert not may(role, "day", "pause", ticks=True)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "value", [["done", "somebody else"], ["done"], "done", ["done", ME, "and"], {"by": "me"}]
)
def test_nobody_ticks_in_the_name_of_another(role: Role, value: Any) -> None:
    assert not may(role, "day", "t.brush", value=value, ticks=True)


def test_a_tick_can_be_taken_back_by_whoever_may_tick() -> None:
    assert may(Role.PUPIL, "day", "t.brush", value=None)
    assert not may(Role.PARENT, "day", "t.brush", value=None)


@pytest.mark.parametrize("role", Role)
def test_a_person_rates_in_their_own_voice_only(role: Role) -> None:
    others = [other for other in Role if other is not role]
    assert may(role, "rating", "score", f"rating:t1:{role}:me:2026-09-14", 5)
    assert not any(may(role, "rating", "score", f"rating:t1:{other}:me:2026-09-14", 5) for other in others)
    assert not may(role, "rating", "score", f"rating:t1:{role}:you:2026-09-14", 5)
    assert not may(role, "rating", "score", "rating:t1", 5)
    assert not may(role, "rating", "score", "x", 5)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", ["who", "looked"])
def test_a_device_speaks_of_itself_only(role: Role, kind: str) -> None:
    assert may(role, kind, "name", f"{kind}:{DEVICE}", "Sam")
    assert not may(role, kind, "name", f"{kind}:{'b2' * 16}", "Sam")
    assert not may(role, kind, "name", DEVICE, "Sam")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", sorted(NEVER_DELETED))
def test_records_that_two_devices_may_both_make_are_never_deleted(role: Role, kind: str) -> None:
    own = {"who": f"who:{DEVICE}", "looked": f"looked:{DEVICE}", "rating": f"rating:t:{role}:me:2026-09-14"}
    assert not may(role, kind, "_del", own.get(kind, "x"), True)


def test_before_a_device_said_whose_it_is_it_ticks_and_rates_nothing() -> None:
    nobody = Author(Role.PUPIL, DEVICE, None)
    tick = Change(RecordId("day:2026-09-14"), "day", "t.brush", ["done", "me"])
    rating = Change(RecordId("rating:t1:pupil:me:2026-09-14"), "rating", "score", 5)
    assert not may_write(nobody, tick, adult_ticks=True)
    assert not may_write(nobody, rating, adult_ticks=True)


def test_the_table_is_numbered_and_its_patterns_are_patterns() -> None:
    assert RULES_VERSION == 1
    assert all(re.compile(rule.fields) for rule in RULES)
    assert {rule.circle for rule in RULES} == {"shared", "home", "private", "staff", "caseload"}
