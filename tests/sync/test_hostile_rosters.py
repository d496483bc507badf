"""Rosters that somebody else's program made: each is refused, and says why, and the chain stays."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from services.crypto.device_keys import DeviceKeys
from services.planner.errors import InputRejected
from services.planner.words import Role
from services.sync.chain import follow
from services.sync.log import Refused
from services.sync.problem import Problem
from services.sync.roster import Member, Roster
from tests.sync.circle import (
    MENTOR,
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
from tests.sync.made_up_rosters import (
    BACK,
    CARD,
    NEW_CARD,
    NEXT,
    C,
    M,
    P,
    after_removal,
    card,
    grow,
    member,
    put,
)


def crowd(roster: Roster, count: int) -> dict[bytes, Member]:
    return grow(roster, *(member(device_of(f"crowd {n}"), Role.PARENT) for n in range(count)))


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


BY_CARD: dict[str, Any] = NEXT | {"recovery": card(NEW_CARD)}
Hostile = tuple[str, str, Callable[[], Circle], DeviceKeys, Callable[[Roster], dict[str, Any]]]
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
