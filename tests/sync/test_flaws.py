"""What drafts of the clock rule got wrong: each flaw has its case, which fails when the flaw is put back."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from services.planner.edit import Edit, Wish
from services.planner.errors import EndpointUnreachable
from services.planner.stamp import Stamp
from services.sync import building, circle_problems, circle_store
from services.sync.circle_kept import CircleKept
from services.sync.clocking import stamped
from services.sync.entry import read_entry
from services.sync.settled_reading import Landed, landed, refused
from services.vault.settling import Rows
from tests.sync.devices import Phone, all_rounds, family

MINUTE = 60_000
HOUR = 60 * MINUTE
YEAR = 365 * 24 * HOUR


async def refused_and_cut_off(phone: Phone, value: str) -> None:
    """An hour ahead of the endpoint it pushes this, hears that it is too early, and then nothing more."""
    phone.clock.pass_ms(HOUR)
    phone.endpoint.go_offline_after(1)
    await phone.write(value)
    with pytest.raises(EndpointUnreachable):
        await phone.round()


# -- a clock that jumps while an entry is on its way -----------------------------------------------
async def a_stamp_that_nobody_accepted_is_no_floor() -> None:
    endpoint, pupil, *others = await family()
    pupil.clock.pass_ms(10 * YEAR)
    pupil.endpoint.is_offline = True
    await pupil.write("far")
    with pytest.raises(EndpointUnreachable):
        await pupil.round()
    pupil.clock.pass_ms(-10 * YEAR)
    await pupil.write("near")
    pupil.endpoint.come_back()
    await all_rounds(pupil, *others)
    assert {one.read() for one in (pupil, *others)} == {"near"}, "refused for ever"
    assert endpoint.logs[pupil.here.id].state.time_ms <= endpoint.now_ms()


def unaccepted_stamps_as_floors(patch: pytest.MonkeyPatch) -> None:
    given: dict[tuple[str, str], Stamp] = {}

    def flawed(wishes: Iterable[Wish], *rest: Any) -> tuple[Edit, ...]:
        seen = [
            replace(
                wish, seen=max(filter(None, (wish.seen, given.get((wish.record, wish.field)))), default=None)
            )
            for wish in wishes
        ]
        edits = stamped(seen, *rest)
        given.update({(edit.record, edit.field): edit.stamp for edit in edits})
        return edits

    patch.setattr(building, "stamped", flawed)


# -- a number that is used again -------------------------------------------------------------------
async def a_number_is_never_used_twice() -> None:
    endpoint, pupil, *others = await family()
    pupil.clock.pass_ms(HOUR)
    await pupil.write("first")
    before = len(pupil.endpoint.requests)
    await pupil.round()
    asked = [request for request in pupil.endpoint.requests[before:] if request.circles[0].push]
    first, second = (read_entry(request.circles[0].push[0]).frame.n for request in asked)
    assert second > first, "one number, two entries"
    endpoint.now_ms.pass_ms(2 * HOUR)  # type: ignore[attr-defined]
    await pupil.endpoint.deliver_late(asked[0])
    await pupil.write("second", "woke")
    await all_rounds(pupil, *others)
    assert {(one.read(), one.read("woke")) for one in (pupil, *others)} == {("first", "second")}
    assert not pupil.here.health().alarms


def numbers_used_again(patch: pytest.MonkeyPatch) -> None:
    def flawed(kept: CircleKept) -> tuple[CircleKept, Rows]:
        after, wishes = refused(kept)
        return replace(after, own=replace(after.own, n=after.own.n - 1)), wishes

    patch.setattr(circle_store, "refused", flawed)


# -- a refused entry that is accepted after all ----------------------------------------------------
async def what_was_accepted_late_and_then_replaced_does_not_come_back() -> None:
    endpoint, pupil, parent, mentor = await family()
    await refused_and_cut_off(pupil, "old")
    endpoint.now_ms.pass_ms(56 * MINUTE)  # type: ignore[attr-defined]
    await pupil.endpoint.deliver_late(pupil.endpoint.requests[-1])
    parent.clock.pass_ms(56 * MINUTE)
    await parent.round()
    assert parent.read() == "old"
    await parent.write("new")
    await parent.round()
    endpoint.now_ms.pass_ms(64 * MINUTE)  # type: ignore[attr-defined]
    pupil.clock.pass_ms(30 * MINUTE)  # half an hour behind by now
    pupil.endpoint.come_back()
    await all_rounds(pupil, parent, mentor)
    assert {one.read() for one in (pupil, parent, mentor)} == {"new"}, "the old value is back"
    assert pupil.here.health().waiting == 0


def refused_entries_forgotten(patch: pytest.MonkeyPatch) -> None:
    def flawed(kept: CircleKept) -> tuple[CircleKept, Rows]:
        after, wishes = refused(kept)
        return replace(after, own=replace(after.own, sent=kept.own.sent)), wishes

    def believing(*asked: Any) -> Landed:
        return replace(landed(*asked), unknown=())

    patch.setattr(circle_store, "refused", flawed)
    patch.setattr(circle_store, "landed", believing)
    patch.setattr(circle_problems, "is_unknown_last", lambda *_: False)


# -- an entry that is built again at once ----------------------------------------------------------
async def everything_is_pulled_before_a_refused_edit_is_built_again() -> None:
    endpoint, pupil, *others = await family()
    await refused_and_cut_off(pupil, "early")
    endpoint.now_ms.pass_ms(56 * MINUTE)  # type: ignore[attr-defined]
    await pupil.endpoint.deliver_late(pupil.endpoint.requests[-1])
    pupil.clock.pass_ms(-4 * MINUTE)  # right again, and before the hour that the late entry was stamped with
    await pupil.write("late")
    pupil.endpoint.come_back()
    before = len(pupil.endpoint.requests)
    await pupil.round()
    asked = [bool(request.circles[0].push) for request in pupil.endpoint.requests[before:]]
    assert asked == [False, True], "built without what it must come after"
    await all_rounds(pupil, *others)
    assert {one.read() for one in (pupil, *others)} == {"late"}


def built_at_once(patch: pytest.MonkeyPatch) -> None:
    def flawed(kept: CircleKept) -> tuple[CircleKept, Rows]:
        after, wishes = refused(kept)
        return replace(after, own=replace(after.own, must_pull=False)), wishes

    patch.setattr(circle_store, "refused", flawed)


class Flaw(NamedTuple):
    """One flaw: the case that it fails, how it is put back, and what the case says then."""

    case: Callable[[], Awaitable[None]]
    put_back: Callable[[pytest.MonkeyPatch], None]
    words: str


FLAWS = [
    Flaw(a_stamp_that_nobody_accepted_is_no_floor, unaccepted_stamps_as_floors, "refused for ever"),
    Flaw(a_number_is_never_used_twice, numbers_used_again, "one number, two entries"),
    Flaw(
        what_was_accepted_late_and_then_replaced_does_not_come_back,
        refused_entries_forgotten,
        "the old value is back",
    ),
    Flaw(
        everything_is_pulled_before_a_refused_edit_is_built_again,
        built_at_once,
        "built without what it must come after",
    ),
]
by_name = pytest.mark.parametrize("flaw", FLAWS, ids=[flaw.case.__name__ for flaw in FLAWS])


@by_name
def test_the_rule_of_now_is_without_it(run, flaw: Flaw) -> None:
    run(flaw.case())


@by_name
def test_put_back_it_is_caught(run, flaw: Flaw, monkeypatch: pytest.MonkeyPatch) -> None:
    flaw.put_back(monkeypatch)
    with pytest.raises(AssertionError, match=flaw.words):
        run(flaw.case())
