"""Rosters that somebody else's program made: each is refused, and says why, and the chain stays as it was."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.canonical import decode, encode, to_base64url
from services.crypto.device_keys import DeviceKeys
from services.planner.errors import FirstbellError, InputRejected, NotPermitted
from services.planner.words import Role
from services.sync.chain import begin, follow
from services.sync.entry import ZERO_HASH, ZERO_ID, Entry, Frame, Kind, read_entry, sign_roster
from services.sync.log import Refused
from services.sync.problem import Problem
from services.sync.roster import Member, Recovery, Roster, read_roster
from tests.crypto.finish import finish
from tests.sync.circle import (
    MENTOR,
    NOW_MS,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    Circle,
    device_of,
    family,
    founded,
    public,
)

CARD, NEW_CARD = device_of("card"), device_of("new card")
BACK = bytes(104)


def member(device: DeviceKeys, role: Role, is_steward: bool = False) -> Member:
    return Member(device.sign.public, device.kem.public, role, bytes(80), is_steward)


def card(device: DeviceKeys) -> Recovery:
    return Recovery(device.sign.public, device.kem.public, bytes(80))


def grow(roster: Roster, *new: Member, without: DeviceKeys | None = None) -> dict[bytes, Member]:
    kept = {id_: one for id_, one in roster.members.items() if without is None or id_ != without.id}
    return kept | {one.id: one for one in new}


def entry_of(log: Circle, signer: DeviceKeys, text: bytes, **frame: Any) -> Entry:
    usual = log.frame(signer, Kind.ROSTER)._replace(**frame)
    return finish(sign_roster(log.crypto, signer, usual, text))


def put(circle: Circle, signer: DeviceKeys, **changes: Any) -> Entry:
    """A roster that this device would like to follow the latest."""
    chain = circle.state.chain
    roster = replace(chain.roster, circle=chain.circle, prev=chain.hash, **changes)
    return entry_of(circle, signer, roster.to_text(), epoch=roster.epoch)


def crowd(roster: Roster, count: int) -> dict[bytes, Member]:
    return grow(roster, *(member(device_of(f"crowd {n}"), Role.PARENT) for n in range(count)))


def after_removal() -> Circle:
    circle = family()
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    return circle


def with_card() -> Circle:
    return founded(card=public(CARD))


def shared_with_card() -> Circle:
    circle = with_card()
    circle.change(PUPIL, add=((public(MENTOR), Role.MENTOR),))
    return circle


def no_self_add() -> Circle:
    circle = family()
    circle.change(MENTOR, may_self_add=False)
    return circle


NEXT: dict[str, Any] = {"epoch": 2, "back": BACK}
BY_CARD: dict[str, Any] = NEXT | {"recovery": card(NEW_CARD)}
Hostile = tuple[str, str, Callable[[], Circle], DeviceKeys, Callable[[Roster], dict[str, Any]]]
P, C, M = Role.PUPIL, Role.PARENT, Role.MENTOR
HOSTILE: list[Hostile] = [
    # by a steward
    (
        "removal, same epoch",
        "a removal without a new epoch",
        family,
        MENTOR,
        lambda r: {"members": grow(r, without=PARENT)},
    ),
    ("no steward left", "members", family, MENTOR, lambda r: {"members": grow(r, member(MENTOR, M))}),
    ("two epochs on", "epoch", family, MENTOR, lambda r: {"epoch": 3, "back": BACK}),
    ("an epoch back", "epoch", after_removal, MENTOR, lambda r: {"epoch": 1, "back": None}),
    ("epoch 2 without the way back", "back", family, MENTOR, lambda r: {"epoch": 2}),
    (
        "another key, same epoch",
        "another key in the same epoch",
        family,
        MENTOR,
        lambda r: {"commit": bytes(32)},
    ),
    (
        "another about, same epoch",
        "another key in the same epoch",
        family,
        MENTOR,
        lambda r: {"about": bytes(100)},
    ),
    (
        "another way back, same epoch",
        "another key in the same epoch",
        after_removal,
        MENTOR,
        lambda r: {"back": BACK},
    ),
    (
        "a member's key exchanged",
        "another key in the same epoch",
        family,
        MENTOR,
        lambda r: {"members": grow(r, member(PUPIL, P))},
    ),
    ("another role", "another role", family, MENTOR, lambda r: {"members": grow(r, member(PARENT, M))}),
    (
        "a pupil as steward beside adults",
        "a pupil's device as steward",
        family,
        MENTOR,
        lambda r: {"members": grow(r, replace(r.members[PUPIL.id], is_steward=True))},
    ),
    (
        "a removed device again",
        "an id that was there before",
        after_removal,
        MENTOR,
        lambda r: {"members": grow(r, member(PARENT, C))},
    ),
    ("too many", "members", family, MENTOR, lambda r: {"members": crowd(r, 62)}),
    ("older rules", "out of range", family, MENTOR, lambda r: {"rules": 0}),
    (
        "a card without a new epoch",
        "another card without a new epoch",
        family,
        MENTOR,
        lambda r: {"recovery": card(CARD)},
    ),
    ("a device as card", "two devices alike", family, MENTOR, lambda r: {"recovery": card(PUPIL), **NEXT}),
    (
        "the first mentor without stewardship",
        "stewardship was not handed over",
        founded,
        PUPIL,
        lambda r: {"members": grow(r, member(MENTOR, M))},
    ),
    (
        "a parent as steward, the pupil still",
        "stewardship was not handed over",
        founded,
        PUPIL,
        lambda r: {"members": grow(r, member(PARENT, C, True))},
    ),
    # by a member
    (
        "a pupil adds a parent",
        "more than one device of one's own",
        family,
        PUPIL,
        lambda r: {"members": grow(r, member(STRANGER, C))},
    ),
    (
        "two devices at once",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C), member(TABLET, C))},
    ),
    (
        "a steward by itself",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C, True))},
    ),
    ("nothing added", "more than one device of one's own", family, PARENT, lambda r: {}),
    (
        "removal by a member",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, without=PUPIL), **NEXT},
    ),
    (
        "expiry by a member",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C)), "expires": "2026-12-01"},
    ),
    (
        "newer rules by a member",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C)), "rules": 2},
    ),
    (
        "self_add off",
        "more than one device of one's own",
        no_self_add,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C))},
    ),
    (
        "self_add on again",
        "more than one device of one's own",
        no_self_add,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C)), "may_self_add": True},
    ),
    (
        "a new epoch by a member",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C)), **NEXT},
    ),
    (
        "a neighbour made steward",
        "more than one device of one's own",
        family,
        PARENT,
        lambda r: {"members": grow(r, member(STRANGER, C), replace(r.members[PARENT.id], is_steward=True))},
    ),
    # by the card
    (
        "a card's device, old card",
        "more than a card may",
        with_card,
        CARD,
        lambda r: {"members": grow(r, member(TABLET, P)), **NEXT},
    ),
    (
        "a card adds a parent",
        "stewardship was not handed over",
        with_card,
        CARD,
        lambda r: {"members": grow(r, member(TABLET, C, True)), **BY_CARD},
    ),
    ("a card adds nobody", "more than a card may", with_card, CARD, lambda r: {**BY_CARD}),
    (
        "a card removes",
        "more than a card may",
        with_card,
        CARD,
        lambda r: {"members": {TABLET.id: member(TABLET, P, True)}, **BY_CARD},
    ),
    (
        "a card changes a setting",
        "more than a card may",
        with_card,
        CARD,
        lambda r: {"members": grow(r, member(TABLET, P)), **BY_CARD, "may_self_add": False},
    ),
    (
        "a card's device as steward of adults",
        "a pupil's device as steward",
        shared_with_card,
        CARD,
        lambda r: {"members": grow(r, member(TABLET, P, True)), **BY_CARD},
    ),
    (
        "the same card as a new one",
        "two devices alike",
        with_card,
        PUPIL,
        lambda r: {"members": grow(r, member(CARD, P))},
    ),
]


@pytest.mark.parametrize(
    ("why", "make", "signer", "changes"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_a_hostile_roster_is_refused(
    why: str, make: Callable[[], Circle], signer: DeviceKeys, changes: Callable[[Roster], dict[str, Any]]
) -> None:
    circle = make()
    entry = put(circle, signer, **changes(circle.state.chain.roster))
    with pytest.raises(InputRejected) as refused:
        follow(circle.state.chain, entry)
    assert refused.value.note == why
    verdict = circle.judged(entry)
    assert isinstance(verdict, Refused)
    assert verdict.problem is Problem.BAD_ENTRY


def test_the_same_tools_make_rosters_that_are_taken() -> None:
    circle = family()
    roster = circle.state.chain.roster
    circle.put(put(circle, PARENT, members=grow(roster, member(STRANGER, C))))
    circle.put(put(circle, MENTOR, epoch=2, back=BACK, expires="2026-12-01", rules=2))


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


def rewritten(**changes: Any) -> bytes:
    """The JSON of a roster with members of it changed; None takes one out."""
    wire = decode(family().state.chain.roster.to_text())
    assert isinstance(wire, dict)
    return encode({name: value for name, value in (wire | changes).items() if value is not ...})


def one_member(**changes: Any) -> bytes:
    wire = decode(family().state.chain.roster.to_text())
    assert isinstance(wire, dict)
    members: Any = wire["members"]
    members[0] = {name: value for name, value in (members[0] | changes).items() if value is not ...}
    return encode(wire)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        rewritten(v=2),
        rewritten(v=True),
        rewritten(v=...),
        rewritten(more=1),
        rewritten(epoch=0),
        rewritten(epoch=True),
        rewritten(epoch=2**32),
        rewritten(rules="1"),
        rewritten(rules=True),
        rewritten(rules=0),
        rewritten(circle="AA"),
        rewritten(circle=to_base64url(ZERO_ID)),
        rewritten(prev=to_base64url(ZERO_HASH)),
        rewritten(commit=to_base64url(bytes(31))),
        rewritten(self_add=1),
        rewritten(self_add=...),
        rewritten(members=[]),
        rewritten(members={}),
        rewritten(members=[1]),
        rewritten(back=None),
        rewritten(back=to_base64url(BACK)),
        rewritten(recovery=None),
        rewritten(recovery={}),
        rewritten(expires=None),
        rewritten(expires="20261201"),
        rewritten(expires="2026-13-01"),
        rewritten(expires=20261201),
        one_member(id=to_base64url(STRANGER.id)),
        one_member(role="headteacher"),
        one_member(steward=False),
        one_member(steward=1),
        one_member(key=to_base64url(bytes(79))),
        one_member(sign=...),
        one_member(name="canary"),
        family().state.chain.roster.to_text() + b" ",
    ],
    ids=range(37),
)
def test_a_roster_of_another_form_is_refused(text: bytes) -> None:
    assert read_roster(rewritten()) == family().state.chain.roster
    with pytest.raises(InputRejected):
        read_roster(text)


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


WIRE: Any = decode(family().state.chain.roster.to_text())
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text("AZaz09-_ é", max_size=44),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdekmnst", max_size=6), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.sampled_from([*sorted(WIRE), "back", "recovery", "expires"]), ANY, min_size=1))
def test_i5_no_json_makes_anything_of_a_roster_but_a_refusal(changes: dict[str, Any]) -> None:
    with suppress(InputRejected):
        text = encode(WIRE | changes)
        assert read_roster(text).to_text() == text


@given(st.binary(max_size=400))
def test_i5_no_bytes_make_anything_but_a_refusal(raw: bytes) -> None:
    with pytest.raises(InputRejected):
        read_roster(raw)
    with suppress(InputRejected):
        assert read_entry(b"\1\2" + raw).frame.kind is Kind.ROSTER
