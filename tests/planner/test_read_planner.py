"""Reading a planner: odd records never close it, and only what changed is read again."""

import time
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.ids import PersonId, RecordId, TargetId
from services.planner.planner import Planner, read_planner
from services.planner.record import Record
from services.planner.words import AgeBand, Role, StepView
from tests.planner.story import DEVICE, MONDAY, day, morning, planner, record, school_morning, step

OTHER_DEVICE = "ff" * 16
ODD = st.sampled_from(
    [None, True, False, 0, -1, 11, 2**53, "", "x", "usual", "2026-09-14", "2026-99-99", [], ["done"],
     ["done", "sam"], ["undone", "sam"], [1, 2], [True], {}, {"a": 1}, "07:30", "25:00", "V", "0", "morning"]
)  # fmt: skip
FIELDS = [
    *("_new", "_del", "person", "name", "picture", "role", "age_band", "part", "title", "starter", "order"),
    *("days", "routine", "sizes", "minutes", "at", "t.up", "size.morning", "pause", "what", "from", "to"),
    *("reason", "words", "goal", "next_step", "helpers", "review_on", "closed_on", "reached", "score"),
    *("kind", "phone", "note", "zone", "view", "adult_ticks"),
    *("pupil_name", "pupil_picture", "pupil_age"),
]
IDS = (
    f"morning up day:2026-09-14 day:never who:{DEVICE} who:x pref rating:t1:pupil:sam:2026-09-14 "
    "rating:t1:owl:sam:2026-09-14 rating:t1 t1 p1 c1"
).split()
TYPES = ["who", "routine", "step", "day", "pause", "target", "rating", "contact", "pref", "unheard_of"]
RECORDS = st.builds(
    lambda name, kind, fields: Record(RecordId(name), kind, {"_new": kind, **fields}),
    st.sampled_from(IDS),
    st.sampled_from(TYPES),
    st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=8),
)
STATES = st.lists(RECORDS, max_size=14).map(lambda records: {one.id: one for one in records})


@given(STATES)
def test_whatever_the_records_hold_a_planner_opens(records: dict[RecordId, Record]) -> None:
    found = read_planner(records, DEVICE)
    assert isinstance(repr(found), str)


@given(STATES, STATES)
def test_reading_only_what_changed_comes_to_the_same_as_reading_everything(
    before: dict[RecordId, Record], changes: dict[RecordId, Record]
) -> None:
    after = {**before, **changes}
    step_by_step = read_planner(after, DEVICE, read_planner(before, DEVICE), frozenset(changes))
    assert step_by_step == read_planner(after, DEVICE)


@given(STATES)
def test_a_record_that_is_gone_is_gone_from_the_planner(records: dict[RecordId, Record]) -> None:
    whole = read_planner(records, DEVICE)
    assert read_planner({}, DEVICE, whole, frozenset(records)) == Planner()


def test_an_empty_planner_belongs_to_nobody_and_is_set_as_usual() -> None:
    empty = planner()
    assert empty.me is None
    assert (empty.prefs.zone, empty.prefs.view, empty.prefs.adult_ticks) == (
        "Europe/London",
        StepView.THREE,
        False,
    )


def test_the_person_of_this_device_is_me_and_the_others_are_people() -> None:
    found = planner(
        record(
            f"who:{DEVICE}", "who", person="sam", name="Sam", picture="fox", role="pupil", age_band="8-11"
        ),
        record(f"who:{OTHER_DEVICE}", "who", person="jo", name="Jo", picture="owl", role="parent"),
    )
    assert found.me is not None
    assert (found.me.name, found.me.role, found.me.age_band) == ("Sam", Role.PUPIL, AgeBand.FROM_8_TO_11)
    assert found.people[PersonId("jo")].role is Role.PARENT


def test_a_person_with_two_devices_is_one_person_as_this_device_says_it() -> None:
    found = planner(
        record(f"who:{DEVICE}", "who", person="sam", name="Sam", role="pupil"),
        record("who:00", "who", person="sam", name="Sammy", role="pupil"),
    )
    assert [one.name for one in found.people.values()] == ["Sam"]


def test_every_field_of_a_step_is_read() -> None:
    found = planner(
        *morning(step("up", "V", ["tiny", "usual"], picture="feet", minutes=5, at="07:30", days=[0, 4]))
    )
    [one] = found.routines[0].steps
    assert (one.title, one.picture, one.minutes, one.at, one.days) == (
        "up",
        "feet",
        5,
        "07:30",
        frozenset({0, 4}),
    )
    assert one.sizes == {"tiny", "usual"}


@pytest.mark.parametrize(
    ("field", "odd", "read"),
    [
        ("at", "7:30", None),
        ("at", "24:00", None),
        ("at", "07:30 ", None),
        ("minutes", 0, None),
        ("minutes", 241, None),
        ("minutes", True, None),
        ("minutes", "5", None),
        ("days", [0, 7, "1", True], frozenset({0})),
        ("days", "daily", frozenset(range(7))),
        ("sizes", [], frozenset({"usual"})),
        ("sizes", ["huge"], frozenset({"usual"})),
        ("picture", 7, ""),
        ("title", ["a"], None),
        ("order", "V0", "z"),
    ],
)
def test_an_odd_field_reads_as_if_it_were_not_there(field: str, odd: Any, read: Any) -> None:
    fields = {"routine": "morning", "order": "V", **{field: odd}}
    [one] = planner(*morning(record("up", "step", **fields))).routines[0].steps
    assert getattr(one, field) == read


def test_a_step_of_no_routine_waits_until_its_routine_comes() -> None:
    orphan = step("up", "V")
    alone = planner(orphan)
    assert alone.routines == ()
    records = {one.id: one for one in [*morning(), orphan]}
    found = read_planner(records, DEVICE, alone, frozenset({RecordId("morning")}))
    assert [one.id for one in found.routines[0].steps] == ["up"]


def test_what_did_not_change_is_the_very_same_object() -> None:
    records = {one.id: one for one in [*school_morning(), day(MONDAY), record("t1", "target", words="up")]}
    before = read_planner(records, DEVICE)
    tick = day(MONDAY, {"up": "done"})
    after = read_planner({**records, tick.id: tick}, DEVICE, before, frozenset({tick.id}))
    assert after.routines is before.routines
    assert after.targets is before.targets
    assert after.day_by_date[MONDAY] != before.day_by_date[MONDAY]
    other = record("evening", "routine", part="evening")
    later = read_planner({**records, other.id: other}, DEVICE, after, frozenset({other.id}))
    assert later.routine(after.routines[0].id) is after.routines[0]


def test_a_frozen_planner_cannot_be_changed_by_whoever_holds_it() -> None:
    found = planner(day(MONDAY, {"up": "done"}), record(f"who:{DEVICE}", "who", person="sam", role="pupil"))
    for mapping in (found.day_by_date, found.people, found.day_by_date[MONDAY].outcome_by_step):
        with pytest.raises(TypeError):
            mapping["x"] = 1  # type: ignore[index]  # that is what is tried


def test_targets_come_in_the_order_they_were_made() -> None:
    found = planner(
        record("a", "target", words="second", order="W"), record("b", "target", words="first", order="V")
    )
    assert [one.words for one in found.targets] == ["first", "second"]
    assert found.target(TargetId("a")) is found.targets[1]


def test_a_printed_planner_says_nothing_of_anybody() -> None:
    found = planner(*school_morning(), record(f"who:{DEVICE}", "who", person="sam", name="Sam", role="pupil"))
    assert "Sam" not in repr(found)
    assert "teeth" not in repr(found)


def school_year() -> dict[RecordId, Record]:
    """190 days of 12 ticks."""
    steps = [step(f"s{place:02}", f"{place:02}V") for place in range(12)]
    days = [day(date(2026, 9, 1) + timedelta(days=n), {one.id: "done" for one in steps}) for n in range(190)]
    return {one.id: one for one in [*morning(*steps), *days]}


def test_a_tick_in_a_school_year_is_read_in_far_less_than_five_milliseconds() -> None:
    records = school_year()
    before = read_planner(records, DEVICE)
    tick = day(date(2026, 9, 1), {"s00": "skipped"})
    records[tick.id] = tick

    def once() -> float:
        began = time.perf_counter()
        read_planner(records, DEVICE, before, frozenset({tick.id}))
        return (time.perf_counter() - began) * 1000

    assert sorted(once() for _ in range(50))[25] < 1.0  # milliseconds; a fifth of the promise, at the median


def test_a_person_who_looked_says_on_which_day_last_whatever_the_device() -> None:
    found = planner(
        record("who:one", "who", person="ali", name="Ms Ali", role="mentor"),
        record("who:two", "who", person="ali", name="Ms Ali", role="mentor"),
        record("who:jo", "who", person="jo", name="Jo", role="parent"),
        record("looked:one", "looked", person="ali", on="2026-09-15"),
        record("looked:two", "looked", person="ali", on="2026-09-14"),
        record("looked:odd", "looked", person="jo", on="yesterday"),
    )
    looked = {person.name: person.looked_on for person in found.people.values()}
    assert looked == {"Ms Ali": date(2026, 9, 15), "Jo": None}
