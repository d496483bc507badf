"""Two devices meet by a ticket: link, code or letter, with pictures on both screens."""

from typing import Any

import pytest

from services.planner.errors import AuthenticationFailed, EndpointRefused, EndpointUnreachable, InputRejected
from services.planner.words import Role
from services.sync.chain import verified_chain
from services.sync.epoch_keys import About, CircleKind, open_keys
from services.sync.hello import Brought, Welcome
from services.sync.inviting import Invitation, Spoilt, judge
from services.sync.pairing_kept import (
    asked_from_wire,
    asked_to_wire,
    invitation_from_wire,
    invitation_to_wire,
)
from services.sync.roster_wish import NOBODY, RosterWish, first_roster, next_roster
from services.sync.ticket import LETTER_MS, TYPED_MS, LinkTicket
from services.sync.wire_pairing import LONGEST_TICKET_S
from tests.crypto.finish import finish
from tests.sync import mailbox_contract
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, TABLET, public
from tests.sync.mailbox_memory import MemoryMailbox
from tests.sync.pairing_room import WELCOME, Room, typed_of, wrong_code, wrong_link


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.mark.parametrize("check", mailbox_contract.CHECKS.values(), ids=mailbox_contract.CHECKS)
def test_the_memory_mailbox_keeps_to_the_contract(check: Any) -> None:
    finish(check(MemoryMailbox(lambda: NOW_MS)))


@pytest.mark.parametrize("way", ["link", "code", "letter"])
def test_two_devices_meet_see_the_same_pictures_and_one_welcomes_the_other(room: Room, way: str) -> None:
    invitation = room.open(Role.PUPIL, is_letter=way == "letter")
    ticket = typed_of(invitation) if way == "code" else invitation.link
    offer = finish(room.joiner().offer(ticket))
    assert (offer.says.role, offer.says.device) == (Role.PUPIL, public(MENTOR))
    asked = finish(room.joiner().ask(offer))
    assert room.welcome(asked) is None

    invitation = room.look(invitation)
    claim = invitation.claim
    assert claim is not None
    assert claim.device == public(PUPIL)
    assert claim.pictures == asked.asking.pictures
    assert len(claim.pictures) == 3
    assert all(0 <= picture < 64 for picture in claim.pictures)

    room.approve(invitation)
    assert room.welcome(asked) == WELCOME


def test_a_letter_has_a_link_alone_and_is_good_for_a_week(room: Room) -> None:
    letter = room.open(is_letter=True)
    assert letter.typed is None
    assert letter.offered.until_ms == NOW_MS + LETTER_MS
    assert room.mailbox.channels[letter.link.channel].until_ms == NOW_MS + LONGEST_TICKET_S * 1000


def test_link_and_code_of_one_ticket_lead_to_the_same_channel(room: Room) -> None:
    invitation = room.open()
    assert typed_of(invitation).channel == invitation.link.channel
    assert invitation.offered.until_ms == NOW_MS + TYPED_MS


def test_a_wrong_code_is_told_so_and_the_next_try_may_be_right(room: Room) -> None:
    invitation = room.open()
    asked = room.ask(wrong_code(invitation))
    invitation = room.look(invitation)
    assert (invitation.claim, invitation.spoilt) == (None, None)
    with pytest.raises(AuthenticationFailed):
        room.welcome(asked)
    again = room.ask(typed_of(invitation))
    invitation = room.look(invitation)
    room.approve(invitation)
    assert room.welcome(again) == WELCOME


def test_three_wrong_codes_spoil_a_ticket_on_both_sides(room: Room) -> None:
    invitation = room.open()
    asked = [room.ask(wrong_code(invitation, number)) for number in range(3)]
    invitation = room.look(invitation)
    assert invitation.spoilt is Spoilt.WRONG_CODES
    assert room.mailbox.channels == {}
    with pytest.raises(EndpointRefused):
        room.welcome(asked[0])
    with pytest.raises(EndpointRefused):
        finish(room.joiner().offer(typed_of(invitation)))


def test_a_second_device_with_the_same_ticket_spoils_it(room: Room) -> None:
    invitation = room.open()
    room.ask(invitation.link)
    invitation = room.look(invitation)
    assert invitation.claim is not None
    room.ask(typed_of(invitation), TABLET)
    assert room.look(invitation).spoilt is Spoilt.TWO_DEVICES
    assert room.mailbox.channels == {}


def test_a_wrong_code_beside_a_right_one_changes_nothing(room: Room) -> None:
    invitation = room.open()
    room.ask(wrong_code(invitation), TABLET)
    room.ask(typed_of(invitation))
    room.ask(wrong_code(invitation, 1), TABLET)
    invitation = room.look(invitation)
    assert invitation.spoilt is None
    assert invitation.claim is not None
    assert invitation.claim.device == public(PUPIL)


def test_time_runs_out_by_the_inviting_devices_own_clock(room: Room) -> None:
    invitation = room.open()
    room.now_ms += TYPED_MS
    room.ask(typed_of(invitation))  # the endpoint still keeps the channel
    assert room.look(invitation).spoilt is Spoilt.TOO_LATE


def test_who_asked_in_time_may_be_approved_a_little_later(room: Room) -> None:
    invitation = room.open()
    room.now_ms += TYPED_MS - 1
    asked = room.ask(typed_of(invitation))
    invitation = room.look(invitation)
    room.now_ms += 60_000
    invitation = room.look(invitation)
    assert invitation.spoilt is None
    room.approve(invitation)
    assert room.welcome(asked) == WELCOME


def test_the_same_join_left_twice_is_one_device_and_both_slots_are_answered(room: Room) -> None:
    invitation = room.open()
    asked = room.ask(invitation.link)
    finish(room.mailbox.put_join(invitation.link.channel, asked.asking.hello, asked.asking.mac))
    invitation = room.look(invitation)
    assert invitation.claim is not None
    assert invitation.claim.slots == {0, 1}
    room.approve(invitation)
    assert room.mailbox.channels[invitation.link.channel].welcomes.keys() == {0, 1}


def test_nothing_is_lost_when_the_network_goes_for_a_while(room: Room) -> None:
    invitation = room.open()
    asked = room.ask(invitation.link)
    room.mailbox.go_offline()
    with pytest.raises(EndpointUnreachable):
        room.look(invitation)
    with pytest.raises(EndpointUnreachable):
        room.welcome(asked)
    room.mailbox.go_offline(False)
    room.approve(room.look(invitation))
    assert room.welcome(asked) == WELCOME


def test_a_ticket_outlives_a_restart_with_what_it_has_seen(room: Room) -> None:
    invitation = room.open()
    room.ask(wrong_code(invitation))
    asked = room.ask(typed_of(invitation))
    invitation = room.look(invitation)
    kept = finish(invitation_from_wire(room.crypto, invitation_to_wire(invitation)))
    assert kept == invitation
    room.approve(kept)
    assert room.welcome(asked_from_wire(asked_to_wire(asked))) == WELCOME


@pytest.mark.parametrize("way", ["letter", "spoilt"])
def test_letters_and_spoilt_tickets_outlive_a_restart(room: Room, way: str) -> None:
    invitation = room.open(is_letter=way == "letter")
    if way == "spoilt":
        room.ask(invitation.link)
        room.ask(invitation.link, TABLET)
        invitation = room.look(invitation)
        assert invitation.spoilt is Spoilt.TWO_DEVICES
    assert finish(invitation_from_wire(room.crypto, invitation_to_wire(invitation))) == invitation


@pytest.mark.parametrize("wire", [None, {}, {"hello": 1}, {"ticket": "417"}])
def test_a_kept_ticket_of_another_form_is_refused(room: Room, wire: Any) -> None:
    with pytest.raises(InputRejected):
        finish(invitation_from_wire(room.crypto, wire))
    with pytest.raises(InputRejected):
        asked_from_wire(wire)


def test_no_secret_of_a_ticket_shows_to_a_developer(room: Room) -> None:
    invitation = room.open()
    asked = room.ask(invitation.link)
    invitation = room.look(invitation)
    assert invitation.claim is not None
    shown = repr(invitation) + repr(asked)
    secrets = (
        invitation.link.secret,
        invitation.eph_seed,
        *invitation.keys,
        asked.asking.session.shared,
        asked.asking.key,
        asked.slot_key,
    )
    assert not [secret for secret in secrets if repr(secret)[2:-1] in shown]
    assert typed_of(invitation).code not in shown


def test_a_link_of_another_endpoint_is_not_asked_here(room: Room) -> None:
    link = room.open().link
    elsewhere = LinkTicket(link.channel, link.secret, link.hello_hash, "https://other.example")
    with pytest.raises(AuthenticationFailed):
        finish(room.joiner().offer(elsewhere))


def test_a_planner_that_is_there_already_is_brought_along(room: Room) -> None:
    """Who joins founds the circle and adds the inviting device; that one hosts what it was brought."""
    invitation = room.open(Role.PUPIL)
    offer = finish(room.joiner().offer(invitation.link))
    about = About(CircleKind.SHARED, bytes(range(16)))
    first = finish(first_roster(room.crypto, PUPIL, Role.PUPIL, about, NOW_MS))
    wish = RosterWish(add=((offer.says.device, Role.MENTOR),))
    last = NOBODY._replace(n=1, hash=first.entry.hash)
    second = finish(next_roster(room.crypto, PUPIL, first.chain, first.keys, wish, last, 2, NOW_MS))
    brings = (Brought(CircleKind.SHARED, (first.entry.raw, second.entry.raw)),)
    finish(room.joiner().ask(offer, brings))

    claim = room.look(invitation).claim
    assert claim is not None
    (brought,) = claim.brings
    chain = finish(verified_chain(room.crypto, brought.rosters))
    keys = finish(open_keys(room.crypto, chain, MENTOR.id, MENTOR.kem.seed))
    assert keys.about == about
    assert chain.roster.stewards == {MENTOR.id}
    assert chain.roster.members.keys() == {MENTOR.id, PUPIL.id}


def test_more_than_a_mailbox_takes_is_not_sent(room: Room) -> None:
    offer = finish(room.joiner().offer(room.open().link))
    with pytest.raises(InputRejected):
        finish(room.joiner().ask(offer, (Brought(CircleKind.SHARED, (bytes(13_000),)),)))


def test_a_welcome_of_no_circle_yet_is_a_welcome(room: Room) -> None:
    invitation = room.open()
    asked = room.ask(invitation.link)
    room.approve(room.look(invitation), Welcome(()))
    assert room.welcome(asked) == Welcome(())


def test_looking_twice_gives_what_looking_once_gave(room: Room) -> None:
    invitation = room.open()
    room.ask(wrong_link(invitation), PARENT)
    room.ask(invitation.link)
    once = room.look(invitation)
    assert room.look(once) == once


def test_judging_needs_no_order(room: Room) -> None:
    invitation: Invitation = room.open()
    room.ask(wrong_link(invitation), PARENT)
    room.ask(invitation.link)
    joins = finish(room.mailbox.joins(invitation.link.channel))
    forwards = finish(judge(room.crypto, invitation, joins, NOW_MS))
    assert finish(judge(room.crypto, invitation, reversed(joins), NOW_MS)) == forwards
    assert forwards.refused == (0,)
