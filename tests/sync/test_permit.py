"""Which edits of an entry count: each is judged alone, and every device judges alike."""

from typing import Any

import pytest

from services.planner.edit import Edit
from services.planner.ids import PREF_RECORD, RecordId, who_record
from services.planner.merge import Registers, with_edits
from services.planner.stamp import make
from services.planner.words import Role
from services.sync.permit import permitted
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, DeviceKeys

DAY = "day:2026-09-14"


def edit(device: DeviceKeys, kind: str, field: str, value: Any, record: str = DAY, ms: int = NOW_MS) -> Edit:
    return Edit(RecordId(record), kind, field, value, make(ms, 0, device.id.hex()))


def is_(device: DeviceKeys, person: str) -> Edit:
    return edit(device, "who", "person", person, who_record(device.id.hex()))


def switch(device: DeviceKeys, on: Any = True) -> Edit:
    return edit(device, "pref", "adult_ticks", on, PREF_RECORD)


def kept(
    device: DeviceKeys, role: Role, *edits: Edit, kind: str = "shared", base: Registers | None = None
) -> tuple[Edit, ...]:
    found = permitted(edits, kind, role, device.id, base or {})
    assert found.dropped == len(edits) - len(found.edits)
    return found.edits


def test_a_forbidden_edit_is_dropped_alone() -> None:
    bed, words = edit(PARENT, "day", "bed", "22:00"), edit(PARENT, "target", "words", "x", "t1")
    assert kept(PARENT, Role.PARENT, words, bed) == (bed,)


def test_a_value_that_does_not_fit_its_field_is_dropped_alone() -> None:
    good, bad = edit(PUPIL, "step", "minutes", 5, "s1"), edit(PUPIL, "step", "minutes", 999, "s2")
    assert kept(PUPIL, Role.PUPIL, bad, good) == (good,)


def test_what_no_rule_knows_is_kept_unread() -> None:
    later = edit(PARENT, "photo", "p0", "AAAA", "p1"), edit(PARENT, "day", "weather", "rain")
    assert kept(PARENT, Role.PARENT, *later) == later


def test_what_belongs_to_another_circle_is_dropped() -> None:
    worry = edit(PUPIL, "worry", "words", "canary", "w1")
    assert kept(PUPIL, Role.PUPIL, worry) == ()
    assert kept(PUPIL, Role.PUPIL, worry, kind="private") == (worry,)


def test_a_day_is_never_deleted() -> None:
    assert kept(PUPIL, Role.PUPIL, edit(PUPIL, "day", "_del", True)) == ()


def test_a_tick_bears_the_name_of_its_device_s_person() -> None:
    base = with_edits({}, [is_(PUPIL, "sam")]).registers
    own, forged = edit(PUPIL, "day", "t.a", ["done", "sam"]), edit(PUPIL, "day", "t.b", ["done", "mum"])
    assert kept(PUPIL, Role.PUPIL, own, forged, base=base) == (own,)
    assert kept(PUPIL, Role.PUPIL, own) == ()


def test_the_first_push_of_a_planner_says_who_ticked_whatever_its_order() -> None:
    tick, who = edit(PUPIL, "day", "t.a", ["done", "sam"]), is_(PUPIL, "sam")
    assert kept(PUPIL, Role.PUPIL, tick, who) == (tick, who)


def test_nobody_says_who_another_device_is() -> None:
    who = edit(PARENT, "who", "person", "sam", who_record(PUPIL.id.hex()))
    assert kept(PARENT, Role.PARENT, who) == ()


@pytest.mark.parametrize(
    ("device", "role", "is_on", "counts"),
    [
        (PARENT, Role.PARENT, False, False),
        (PARENT, Role.PARENT, True, True),
        (MENTOR, Role.MENTOR, True, True),
        (PUPIL, Role.PUPIL, False, True),
    ],
)
def test_adults_tick_only_while_the_switch_is_on_at_that_place_of_the_log(
    device: DeviceKeys, role: Role, is_on: bool, counts: bool
) -> None:
    base = with_edits({}, [is_(device, "me"), switch(PUPIL, is_on)]).registers
    tick = edit(device, "day", "t.a", ["done", "me"])
    assert kept(device, role, tick, base=base) == ((tick,) if counts else ())


def test_a_mentor_may_switch_it_on_and_tick_in_one_entry_and_a_parent_may_not() -> None:
    for device, role, counts in ((MENTOR, Role.MENTOR, True), (PARENT, Role.PARENT, False)):
        base = with_edits({}, [is_(device, "me")]).registers
        asked = (edit(device, "day", "t.a", ["done", "me"]), switch(device))
        assert kept(device, role, *asked, base=base) == (asked if counts else ())
    assert kept(MENTOR, Role.MENTOR, switch(MENTOR, "yes")) == ()


def test_an_older_switch_does_not_undo_a_newer_one() -> None:
    base = with_edits({}, [is_(MENTOR, "me"), switch(PUPIL, False)]).registers
    old = edit(MENTOR, "pref", "adult_ticks", True, PREF_RECORD, ms=NOW_MS - 5)
    tick = edit(MENTOR, "day", "t.a", ["done", "me"])
    assert kept(MENTOR, Role.MENTOR, old, tick, base=base) == (old,)
