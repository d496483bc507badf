"""An endpoint that lies about a pairing: nobody is let in by it, and nobody joins what it made up."""

from typing import Any

import pytest

from services.crypto.device_keys import DeviceKeys
from services.planner.errors import AuthenticationFailed, InputRejected
from services.planner.words import Role
from services.sync.asking import Asking, ask, open_welcome, read_offer
from services.sync.hello import InviterHello, JoinerHello, Welcome, read_joiner_hello
from services.sync.inviting import REFUSAL, Invitation, Sealed, Spoilt, judge, seal_welcome
from services.sync.pairing_proof import session_of
from services.sync.ticket import TypedTicket
from services.sync.wire_pairing import Join
from tests.crypto.finish import finish
from tests.sync.circle import NOW_MS, PUPIL, STRANGER, TABLET, public
from tests.sync.mailbox_memory import ORIGIN
from tests.sync.pairing_room import WELCOME, Room, typed_of

LOW_ORDER = bytes(32)


@pytest.fixture
def room() -> Room:
    return Room()


def asking(
    room: Room, invitation: Invitation, device: DeviceKeys = PUPIL, *, is_typed: bool = False
) -> Asking:
    """A join that was made, and lies nowhere yet."""
    ticket = typed_of(invitation) if is_typed else invitation.link
    return finish(ask(room.crypto, device, read_offer(ticket, ORIGIN, invitation.hello)))


def judged(room: Room, invitation: Invitation, *joins: Join) -> Invitation:
    return finish(judge(room.crypto, invitation, joins, NOW_MS)).invitation


def join_of(made: Asking, slot: int = 0, **other: Any) -> Join:
    return Join(slot=slot, **({"hello": made.hello, "mac": made.mac} | other))


def middle_hello(room: Room, device: DeviceKeys = STRANGER) -> tuple[InviterHello, bytes]:
    """A hello of the endpoint's own, and the seed of its fresh key."""
    eph = finish(room.crypto.x25519_generate())
    return InviterHello(public(device), eph.public, Role.PUPIL, NOW_MS + 600_000), eph.seed


def test_with_a_link_another_hello_is_seen_at_once(room: Room) -> None:
    invitation = room.open()
    forged, _ = middle_hello(room)
    with pytest.raises(AuthenticationFailed):
        read_offer(invitation.link, ORIGIN, forged.to_text())
    with pytest.raises(AuthenticationFailed):
        read_offer(invitation.link, ORIGIN, invitation.hello.replace(b"pupil", b"mentor"))


def test_with_a_code_whoever_stands_between_cannot_welcome(room: Room) -> None:
    """The endpoint knows both exchanges with it, and not the code."""
    invitation = room.open()
    forged, seed = middle_hello(room)
    offer = read_offer(typed_of(invitation), ORIGIN, forged.to_text())
    victim = finish(ask(room.crypto, PUPIL, offer))
    known = finish(
        session_of(room.crypto, seed, read_joiner_hello(victim.hello).eph, forged.to_text(), victim.hello)
    )
    assert known == victim.session
    for guess in (b"", bytes(32), invitation.link.secret, victim.mac):
        sealed = finish(room.crypto.hpke_seal(PUPIL.kem.public, known.welcome_info, WELCOME.to_text()))
        mac = known.welcome_mac(guess, sealed)
        with pytest.raises(AuthenticationFailed):
            finish(open_welcome(room.crypto, PUPIL, victim, Sealed(sealed, mac)))


def test_a_proof_passed_on_by_whoever_stands_between_opens_nothing(room: Room) -> None:
    """The victim's proof is over the forged hello; over the true one it is worth nothing."""
    invitation = room.open()
    forged, _ = middle_hello(room)
    victim = finish(ask(room.crypto, PUPIL, read_offer(typed_of(invitation), ORIGIN, forged.to_text())))
    assert judged(room, invitation, join_of(victim)).claim is None
    own = asking(room, invitation, STRANGER, is_typed=True)
    assert judged(room, invitation, join_of(own, mac=victim.mac)).claim is None


def test_whoever_stands_between_shows_two_different_rows_of_pictures(room: Room) -> None:
    """Even somebody who has the code is seen by people who look."""
    invitation = room.open()
    forged, _ = middle_hello(room)
    victim = finish(ask(room.crypto, PUPIL, read_offer(typed_of(invitation), ORIGIN, forged.to_text())))
    claim = judged(room, invitation, join_of(asking(room, invitation, STRANGER, is_typed=True))).claim
    assert claim is not None
    assert claim.pictures != victim.pictures


@pytest.mark.parametrize("key", ["sign", "kem", "eph"])
def test_swapped_keys_in_a_join_are_a_wrong_proof(room: Room, key: str) -> None:
    invitation = room.open()
    made = asking(room, invitation)
    other = asking(room, invitation, TABLET)
    start = made.hello.index(b'"%s":"' % key.encode()) + len(key) + 4
    swapped = made.hello[:start] + other.hello[start : start + 43] + made.hello[start + 43 :]
    assert swapped != made.hello
    assert judged(room, invitation, join_of(made, hello=swapped)).claim is None
    assert judged(room, invitation, join_of(made)).claim is not None


def test_a_join_for_one_ticket_opens_no_other(room: Room) -> None:
    first, second = room.open(), room.open()
    assert judged(room, second, join_of(asking(room, first))).claim is None


@pytest.mark.parametrize("by", ["channel", "origin", "code"])
def test_a_code_holds_for_its_channel_and_endpoint_alone(room: Room, by: str) -> None:
    invitation = room.open()
    typed = typed_of(invitation)
    if by == "channel":
        typed = TypedTicket("999", typed.code)
    if by == "code":
        typed = TypedTicket(typed.channel, "00000000")
    origin = "https://other.example" if by == "origin" else ORIGIN
    made = finish(ask(room.crypto, PUPIL, read_offer(typed, origin, invitation.hello)))
    assert judged(room, invitation, join_of(made)).claim is None


def test_a_key_that_makes_the_secret_known_to_all_is_refused_on_both_sides(room: Room) -> None:
    invitation = room.open()
    hello = JoinerHello(public(STRANGER), LOW_ORDER).to_text()
    assert judged(room, invitation, Join(slot=0, hello=hello, mac=bytes(32))).claim is None
    forged = InviterHello(public(STRANGER), LOW_ORDER, Role.PUPIL, NOW_MS + 600_000).to_text()
    with pytest.raises(AuthenticationFailed):
        finish(ask(room.crypto, PUPIL, read_offer(typed_of(invitation), ORIGIN, forged)))
    with pytest.raises(AuthenticationFailed):
        finish(session_of(room.crypto, PUPIL.kem.seed, LOW_ORDER, b"{}", b"{}"))


def test_a_join_shown_again_and_again_is_one_chance(room: Room) -> None:
    invitation = room.open()
    wrong = join_of(asking(room, invitation), mac=bytes(32))
    for slot in range(9):
        invitation = judged(room, invitation, wrong.model_copy(update={"slot": slot}))
    assert invitation.spoilt is None
    assert len(invitation.seen) == 1
    assert judged(room, invitation, join_of(asking(room, invitation))).claim is not None


def test_more_joins_than_three_are_never_looked_at(room: Room) -> None:
    invitation = room.open()
    joins = [join_of(asking(room, invitation), slot, mac=bytes([slot]) * 32) for slot in range(3)]
    late = join_of(asking(room, invitation), 3)
    after = judged(room, invitation, *joins, late)
    assert (after.spoilt, after.claim, len(after.seen)) == (Spoilt.WRONG_CODES, None, 3)
    assert judged(room, after, late) == after


def test_a_right_join_after_two_devices_changes_nothing(room: Room) -> None:
    invitation = judged(
        room,
        invitation := room.open(),
        join_of(asking(room, invitation), 0),
        join_of(asking(room, invitation, TABLET), 1),
    )
    assert invitation.spoilt is Spoilt.TWO_DEVICES
    assert judged(room, invitation, join_of(asking(room, invitation), 2)).spoilt is Spoilt.TWO_DEVICES


@pytest.mark.parametrize("hello", [b"{}", b"[]", b"null", b"\xff", b'{"v":1}', b"x" * 20_000])
def test_a_join_that_is_no_hello_is_one_wrong_chance(room: Room, hello: bytes) -> None:
    invitation = judged(room, room.open(), Join.model_construct(slot=0, hello=hello, mac=bytes(32)))
    assert (invitation.claim, invitation.spoilt, len(invitation.seen)) == (None, None, 1)


def test_a_welcome_is_for_one_join_unchanged(room: Room) -> None:
    invitation = room.open()
    made, other = asking(room, invitation), asking(room, invitation, TABLET)
    claim = judged(room, invitation, join_of(made)).claim
    assert claim is not None
    sealed = finish(seal_welcome(room.crypto, claim, WELCOME))
    assert finish(open_welcome(room.crypto, PUPIL, made, sealed)) == WELCOME
    changed = bytes([sealed.welcome[0] ^ 1]) + sealed.welcome[1:]
    forgeries: tuple[tuple[DeviceKeys, Asking, Sealed], ...] = (
        (PUPIL, made, Sealed(changed, sealed.mac)),
        (PUPIL, made, Sealed(sealed.welcome, bytes(32))),
        (PUPIL, made, Sealed(sealed.welcome, made.mac)),
        (PUPIL, made, Sealed(changed, made.session.join_mac(made.key))),
        (PUPIL, made, REFUSAL),
        (TABLET, other, sealed),
        (TABLET, made, sealed),
    )
    for device, asked, forged in forgeries:
        with pytest.raises(AuthenticationFailed):
            finish(open_welcome(room.crypto, device, asked, forged))


def test_the_joining_devices_own_proof_does_not_pass_for_the_inviting_ones(room: Room) -> None:
    invitation = room.open()
    made = asking(room, invitation)
    assert made.session.join_mac(made.key) != made.session.welcome_mac(made.key, made.hello)


@pytest.mark.parametrize(
    "text",
    [
        b"{}",
        b'{"circles":[],"v":2}',
        b'{"circles":[],"v":true}',
        b'{"circles":[],"extra":1,"v":1}',
        b'{"circles":[{}],"v":1}',
        Welcome(WELCOME.circles * 201).to_text(),
        WELCOME.to_text().replace(b"https", b"http"),
        WELCOME.to_text().replace(b"shared", b"sharks"),
        WELCOME.to_text().replace(b"AAECAw", b"AAECA"),
        WELCOME.to_text() + b" ",
    ],
)
def test_a_welcome_that_is_none_is_refused(room: Room, text: bytes) -> None:
    invitation = room.open()
    made = asking(room, invitation)
    sealed = finish(room.crypto.hpke_seal(PUPIL.kem.public, made.session.welcome_info, text))
    proved = Sealed(sealed, made.session.welcome_mac(made.key, sealed))
    with pytest.raises(InputRejected):
        finish(open_welcome(room.crypto, PUPIL, made, proved))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"role":"pupil"', b'"role":"admin"'),
        (b'{"eph"', b'{"by":"admin","eph"'),
        (b'{"eph"', b'{"by":null,"eph"'),
        (b'"v":1', b'"v":2'),
        (b'"v":1', b'"v":true'),
        (b'"v":1', b'"v":1,"w":1'),
        (b'"role":"pupil"', b'"role":"pupil","role":"pupil"'),
        (b'"until":1', b'"until":-1'),
        (b'"until":1789373401123', b'"until":true'),
        (b'"until":1789373401123', b'"until":1.5'),
    ],
)
def test_an_inviting_hello_of_another_form_is_refused(room: Room, old: bytes, new: bytes) -> None:
    invitation = room.open()
    broken = invitation.hello.replace(old, new)
    assert broken != invitation.hello
    with pytest.raises(InputRejected):
        read_offer(typed_of(invitation), ORIGIN, broken)


def test_a_hello_of_another_ticket_is_not_the_one_that_a_link_offers(room: Room) -> None:
    with pytest.raises(AuthenticationFailed):
        read_offer(room.open().link, ORIGIN, room.open().hello)
