"""Rosters: founding, joining, removing, the keys they hand out, and the recovery card."""

import pytest

from services.crypto.native import NativeCrypto
from services.planner.errors import AuthenticationFailed, InputRejected, KeyMissing, NotPermitted
from services.planner.words import Role
from services.sync.chain import begin, verified_chain
from services.sync.entry import Kind, Last
from services.sync.epoch_keys import CircleKeys, CircleKind, open_keys
from services.sync.roster import read_roster
from services.sync.roster_wish import NOBODY, RosterWish, is_fulfilled, next_roster
from tests.crypto.finish import finish
from tests.sync.circle import (
    ABOUT,
    MENTOR,
    NOW_MS,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    Circle,
    DeviceKeys,
    device_of,
    family,
    founded,
    public,
)

CARD, NEW_CARD = device_of("card"), device_of("new card")


def opened(circle: Circle, device: DeviceKeys, known: CircleKeys | None = None) -> CircleKeys:
    return finish(open_keys(NativeCrypto(), circle.state.chain, device.id, device.kem.seed, known))


def stewards(circle: Circle) -> set[bytes]:
    return set(circle.state.chain.roster.stewards)


def test_a_circle_s_id_is_the_hash_of_its_first_roster_which_names_none() -> None:
    circle = founded()
    first = circle.log[0]
    assert circle.state.chain.circle == first.hash
    assert first.frame.circle == bytes(16)
    assert read_roster(first.body).circle == bytes(16)
    circle.change(PUPIL, add=((public(PARENT), Role.PARENT),))
    assert read_roster(circle.log[1].body).circle == first.hash


def test_every_member_opens_the_same_key_and_the_same_about() -> None:
    circle = family()
    for device in (PUPIL, PARENT, MENTOR):
        assert opened(circle, device) == circle.keys
    assert circle.keys.about == ABOUT
    assert circle.keys.about.kind is CircleKind.SHARED


def test_i8_a_stranger_opens_nothing() -> None:
    with pytest.raises(KeyMissing):
        opened(family(), STRANGER)


def test_the_first_parent_takes_over_from_the_pupil_and_the_first_mentor_from_both() -> None:
    circle = founded()
    assert stewards(circle) == {PUPIL.id}
    circle.change(PUPIL, add=((public(PARENT), Role.PARENT),))
    assert stewards(circle) == {PARENT.id}
    circle.change(PARENT, add=((public(MENTOR), Role.MENTOR),))
    assert stewards(circle) == {MENTOR.id}
    circle.change(MENTOR, add=((public(STRANGER), Role.MENTOR),))
    assert stewards(circle) == {MENTOR.id}


def test_who_is_removed_reads_no_later_epoch_and_everybody_else_reads_all() -> None:
    circle = family()
    before = opened(circle, PUPIL)
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    circle.change(MENTOR, is_new_epoch=True)
    with pytest.raises(KeyMissing):
        opened(circle, PARENT)
    assert set(circle.keys.by_epoch) == {1, 2, 3}
    assert opened(circle, MENTOR) == opened(circle, PUPIL) == opened(circle, PUPIL, before) == circle.keys
    assert len(set(circle.keys.by_epoch.values())) == 3


def test_who_joins_later_reads_everything_from_the_beginning() -> None:
    circle = family()
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    circle.change(MENTOR, add=((public(STRANGER), Role.PARENT),))
    assert opened(circle, STRANGER) == circle.keys


def test_a_parent_adds_a_second_phone_until_a_steward_says_no() -> None:
    circle = family()
    circle.change(PARENT, add=((public(TABLET), Role.PARENT),))
    assert opened(circle, TABLET) == circle.keys
    circle.change(MENTOR, may_self_add=False)
    with pytest.raises(InputRejected):
        circle.roster(PUPIL, RosterWish(add=((public(STRANGER), Role.PUPIL),)))


def test_removing_a_person_takes_the_devices_that_they_added_and_leaves_those_a_steward_added() -> None:
    circle = family()
    second, third, other = device_of("second"), device_of("third"), device_of("other")
    circle.change(PARENT, add=((public(second), Role.PARENT),))
    circle.change(second, add=((public(third), Role.PARENT),))
    circle.change(MENTOR, add=((public(other), Role.PARENT),))
    assert circle.state.chain.devices_of({PARENT.id}) == {PARENT.id, second.id, third.id}
    assert circle.state.chain.devices_of({second.id}) == {second.id, third.id}
    assert circle.state.chain.devices_of({MENTOR.id}) == {MENTOR.id}
    circle.change(MENTOR, remove=circle.state.chain.devices_of({PARENT.id}))
    assert set(circle.state.chain.roster.members) == {PUPIL.id, MENTOR.id, other.id}


def test_a_wish_is_carried_out_again_when_another_steward_was_quicker() -> None:
    circle = family()
    wish = RosterWish(remove=frozenset({PARENT.id}))
    late = circle.roster(MENTOR, wish)
    circle.change(MENTOR, add=((public(STRANGER), Role.MENTOR),))
    assert late.chain.hash != circle.state.chain.hash
    made = circle.roster(MENTOR, wish)
    assert set(made.chain.roster.members) == {PUPIL.id, MENTOR.id, STRANGER.id}


def test_a_wish_that_another_steward_has_carried_out_is_fulfilled() -> None:
    circle = founded(card=public(CARD))
    wishes = [
        RosterWish(add=((public(PARENT), Role.PARENT),)),
        RosterWish(add=((public(TABLET), Role.PARENT),)),
        RosterWish(stewards=frozenset({TABLET.id})),
        RosterWish(remove=frozenset({PARENT.id})),
        RosterWish(card=public(NEW_CARD)),
        RosterWish(is_card_dropped=True),
        RosterWish(may_self_add=False),
        RosterWish(expires="2027-07-31"),
    ]
    signers = [PUPIL, PARENT, PARENT, *[TABLET] * 5]
    for signer, wish in zip(signers, wishes, strict=True):
        assert not is_fulfilled(circle.state.chain, wish)
        made = circle.roster(signer, wish)
        circle.keys = made.keys
        circle.put(made.entry)
        assert is_fulfilled(circle.state.chain, wish)
    assert not is_fulfilled(circle.state.chain, RosterWish(is_new_epoch=True))
    assert is_fulfilled(circle.state.chain, RosterWish())


def test_a_steward_hands_over_and_one_must_stay() -> None:
    circle = family()
    circle.change(MENTOR, add=((public(STRANGER), Role.MENTOR),))
    circle.change(MENTOR, stewards=frozenset({STRANGER.id}))
    assert stewards(circle) == {STRANGER.id}
    circle.change(STRANGER, remove=frozenset({MENTOR.id}))
    with pytest.raises(InputRejected):
        circle.roster(STRANGER, RosterWish(stewards=frozenset()))


def test_expiry_stands_in_the_roster() -> None:
    circle = family()
    circle.change(MENTOR, expires="2027-07-31")
    circle.change(PARENT, add=((public(TABLET), Role.PARENT),))
    assert circle.state.chain.roster.expires == "2027-07-31"
    with pytest.raises(InputRejected):
        circle.roster(MENTOR, RosterWish(expires="soon"))


def test_a_card_opens_all_keys_and_lets_one_new_phone_in() -> None:
    circle = founded(card=public(CARD))
    assert opened(circle, CARD) == circle.keys
    wish = RosterWish(add=((public(TABLET), Role.PUPIL),), card=public(NEW_CARD))
    circle.keys = opened(circle, CARD)
    circle.change(CARD, **vars_of(wish), stewards=frozenset({PUPIL.id, TABLET.id}))
    assert circle.state.chain.epoch == 2
    assert opened(circle, TABLET) == opened(circle, NEW_CARD) == circle.keys
    with pytest.raises(KeyMissing):
        opened(circle, CARD)
    with pytest.raises(NotPermitted):
        circle.roster(CARD, RosterWish(add=((public(STRANGER), Role.PUPIL),), card=public(CARD)))
    circle.change(TABLET, remove=frozenset({PUPIL.id}))


def vars_of(wish: RosterWish) -> dict[str, object]:
    return {"add": wish.add, "card": wish.card}


def test_a_card_can_be_made_later_changed_and_dropped_each_in_a_new_epoch() -> None:
    circle = founded()
    circle.change(PUPIL, card=public(CARD))
    circle.change(PUPIL, add=((public(TABLET), Role.PUPIL),))
    circle.change(PUPIL, card=public(NEW_CARD))
    circle.change(PUPIL, is_card_dropped=True)
    assert [read_roster(entry.body).epoch for entry in circle.log] == [1, 2, 2, 3, 4]
    assert circle.state.chain.roster.recovery is None
    with pytest.raises(InputRejected):
        circle.roster(PUPIL, RosterWish(card=public(CARD)))


def test_a_chain_from_anywhere_is_verified_to_the_same_end() -> None:
    circle = family()
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    raws = [entry.raw for entry in circle.log]
    chain = finish(verified_chain(circle.crypto, raws))
    assert chain == circle.state.chain
    half = finish(verified_chain(circle.crypto, raws[:2]))
    assert finish(verified_chain(circle.crypto, raws[2:], half)) == chain
    with pytest.raises(InputRejected):
        finish(verified_chain(circle.crypto, []))
    with pytest.raises(InputRejected):
        finish(verified_chain(circle.crypto, [*raws[:3], raws[2]]))
    with pytest.raises(NotPermitted):
        finish(verified_chain(circle.crypto, [raws[0], raws[2]]))
    with pytest.raises(InputRejected):
        finish(verified_chain(circle.crypto, raws[1:]))


def test_a_key_other_than_the_promised_one_is_noticed() -> None:
    circle = family()
    circle.keys = CircleKeys({1: bytes(32)}, ABOUT)
    made = circle.roster(MENTOR, RosterWish(add=((public(STRANGER), Role.PARENT),)))
    with pytest.raises(AuthenticationFailed):
        finish(open_keys(circle.crypto, made.chain, STRANGER.id, STRANGER.kem.seed))


def test_another_about_is_refused_by_every_device() -> None:
    circle = family()
    known = opened(circle, PUPIL)
    other = CircleKeys(circle.keys.by_epoch, type(ABOUT)(CircleKind.HOME, ABOUT.planner))
    made = finish(
        next_roster(
            circle.crypto,
            MENTOR,
            circle.state.chain,
            other,
            RosterWish(is_new_epoch=True),
            circle.state.lasts.get(MENTOR.id, NOBODY),
            1,
            NOW_MS,
        )
    )
    for before in (known, None):
        with pytest.raises(InputRejected):
            finish(open_keys(circle.crypto, made.chain, PUPIL.id, PUPIL.kem.seed, before))


def test_a_roster_follows_its_maker_s_other_entries() -> None:
    circle = family()
    put = circle.put(circle.edits(MENTOR))
    made = circle.roster(MENTOR, RosterWish(is_new_epoch=True), n=9)
    assert (made.entry.frame.n, made.entry.frame.prev) == (9, put.hash)
    assert made.entry.frame.kind is Kind.ROSTER
    assert circle.state.lasts[MENTOR.id] == Last(1, put.hash)


def test_only_a_first_roster_begins_a_chain() -> None:
    circle = family()
    for entry in (circle.log[1], circle.edits(PUPIL)):
        with pytest.raises(InputRejected):
            begin(entry)
