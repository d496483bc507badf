"""A roster's place in its chain: who may sign it, what its frame says, and how the first is founded."""

from dataclasses import replace
from typing import Any

import pytest

from services.planner.errors import FirstbellError, InputRejected, NotPermitted
from services.sync.chain import begin, follow
from services.sync.entry import ZERO_HASH, Frame, Kind, sign_roster
from services.sync.log import Refused
from services.sync.problem import Problem
from tests.crypto.finish import finish
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, STRANGER, TABLET, family, founded
from tests.sync.made_up_rosters import NEXT, C, P, after_removal, entry_of, grow, member, put


def test_ids_that_begin_alike_are_refused_over_the_whole_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    circle = after_removal()
    monkeypatch.setattr("services.sync.roster.device_id", lambda sign, _: PARENT.id[:4] + sign[:12])
    alike = member(STRANGER, C)
    fresh = replace(circle.state.chain.roster, members={alike.id: replace(alike, is_steward=True)})
    monkeypatch.setattr(
        "services.sync.chain.read_roster",
        lambda _: replace(fresh, circle=circle.state.chain.circle, prev=circle.state.chain.hash, epoch=3),
    )
    entry = entry_of(circle, MENTOR, b"{}", epoch=3)
    with pytest.raises(InputRejected, match="there before"):
        follow(circle.state.chain, entry)


def test_who_is_no_member_signs_nothing() -> None:
    circle = family()
    entry = put(circle, STRANGER, members=grow(circle.state.chain.roster, member(TABLET, C)))
    with pytest.raises(NotPermitted):
        follow(circle.state.chain, entry)
    assert circle.judged(entry) == Refused(Problem.NOT_MEMBER)


def test_who_was_removed_signs_nothing() -> None:
    circle = after_removal()
    entry = put(circle, PARENT, members=grow(circle.state.chain.roster, member(TABLET, C)))
    assert circle.judged(entry) == Refused(Problem.NOT_MEMBER)


@pytest.mark.parametrize("frame", [{"epoch": 2}, {"circle": bytes(range(16))}, {"roster": bytes(range(16))}])
def test_frame_and_roster_must_say_the_same(frame: dict[str, Any]) -> None:
    circle = family()
    chain = circle.state.chain
    text = replace(chain.roster, circle=chain.circle, prev=chain.hash).to_text()
    with pytest.raises(InputRejected):
        follow(chain, entry_of(circle, MENTOR, text, **frame))


@pytest.mark.parametrize(
    "changes",
    [
        {**NEXT},
        {"members": {PUPIL.id: member(PUPIL, P)}},
        {"members": {PUPIL.id: member(PUPIL, P, True), PARENT.id: member(PARENT, C)}},
        {"members": {PARENT.id: member(PARENT, C, True)}},
        {"circle": bytes(range(16)), "prev": bytes(range(16))},
    ],
)
def test_a_first_roster_is_founded_by_its_one_member_and_steward(changes: dict[str, Any]) -> None:
    circle = founded()
    roster = replace(circle.state.chain.roster, **changes)
    frame = Frame(Kind.ROSTER, roster.circle, PUPIL.id, 1, roster.epoch, NOW_MS, ZERO_HASH, roster.prev)
    with pytest.raises(FirstbellError):
        begin(finish(sign_roster(circle.crypto, PUPIL, frame, roster.to_text())))
