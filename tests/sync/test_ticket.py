"""Tickets: how they are written, and how kindly they are read."""

import hashlib

import pytest

from services.crypto.canonical import to_base64url
from services.planner.errors import InputRejected
from services.sync.origin import origin_of
from services.sync.ticket import LinkTicket, TypedTicket, hello_hash, new_code, read_ticket

APP = "https://app.example/"
LINK = LinkTicket("417", bytes(range(16)), bytes(range(16, 32)), "https://endpoint.example:8443")
TYPED = TypedTicket("417", "K7QM3T9X")


@pytest.mark.parametrize(
    "typed",
    [
        "417 K7QM-3T9X",
        "417K7QM3T9X",
        "  417 · k7qm - 3t9x\n",
        "4 1 7 k7 qm 3t 9x",
        "417/K7QM.3T9X",
        "４１７\u3000Ｋ７ＱＭ－３Ｔ９Ｘ",
        "4l7 K7QM3T9X",
        "4I7-K7QM—3T9X",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_ticket(typed) == TYPED


def test_letters_that_look_like_digits_are_meant_as_digits() -> None:
    assert read_ticket("1oO ILOo-il10") == TypedTicket("100", "11001110")


def test_up_to_six_digits_name_a_channel() -> None:
    assert read_ticket("123456 K7QM 3T9X") == TypedTicket("123456", "K7QM3T9X")


@pytest.mark.parametrize(
    ("typed", "amiss"),
    [
        ("", "ticket_length"),
        ("K7QM-3T9X", "ticket_length"),
        ("41 K7QM-3T9X", "ticket_length"),
        ("1234567 K7QM-3T9X", "ticket_length"),
        ("4" * 5000, "ticket_length"),
        ("417 K7QM-3TUX", "ticket_character"),
        ("417 K7QM-3T9é", "ticket_character"),
        ("٤١٧ K7QM-3T9X", "ticket_character"),
        ("4A7 K7QM-3T9X", "ticket_channel"),
    ],
)
def test_what_is_amiss_with_a_code_is_said(typed: str, amiss: str) -> None:
    with pytest.raises(InputRejected) as refused:
        read_ticket(typed)
    assert refused.value.field == amiss


def test_a_code_is_printed_as_it_is_read() -> None:
    assert TYPED.printed() == "417 K7QM-3T9X"
    assert read_ticket(TYPED.printed()) == TYPED


def test_a_link_comes_back_whole_and_hides_everything_behind_the_sharp_sign() -> None:
    link = LINK.link(APP)
    assert link.startswith("https://app.example/#join.417.")
    assert read_ticket(link) == LINK
    assert read_ticket(link.partition("#")[2]) == LINK
    assert read_ticket(f"\n{link} ") == LINK


def test_an_app_or_endpoint_may_be_called_join() -> None:
    ticket = LinkTicket("417", LINK.secret, LINK.hello_hash, "https://join.417.example")
    assert read_ticket(ticket.link("https://join.example/")) == ticket


def test_a_link_that_went_through_a_careful_messenger_is_still_one() -> None:
    link = LINK.link(APP).replace("https://endpoint", "https%3A%2F%2Fendpoint")
    assert read_ticket(link) == LINK


def test_a_letters_channel_is_sixteen_random_bytes() -> None:
    letter = LinkTicket(to_base64url(bytes(range(16))), LINK.secret, LINK.hello_hash, "https://a.example")
    assert read_ticket(letter.link(APP)) == letter


@pytest.mark.parametrize(
    "broken",
    [
        "https://app.example/",
        "https://app.example/#",
        "#join.417",
        "#join.417.AAAA.https://a.example",
        LINK.link(APP).replace("join.417", "join.41"),
        LINK.link(APP).replace("join.417", "join." + "A" * 21 + "B"),
        LINK.link(APP).replace("join.", "JOIN."),
        LINK.link(APP).replace("AAECAw", "AAECA*"),
        LINK.link(APP) + " and more",
    ],
)
def test_a_damaged_link_is_no_ticket(broken: str) -> None:
    with pytest.raises(InputRejected) as refused:
        read_ticket(broken)
    assert refused.value.field == "ticket_link"


def test_a_link_to_an_unprotected_endpoint_is_refused() -> None:
    with pytest.raises(InputRejected) as refused:
        read_ticket(LINK.link(APP).replace("https://endpoint", "http://endpoint"))
    assert refused.value.field == "endpoint"


def test_no_secret_shows_when_a_ticket_is_printed_by_a_developer() -> None:
    assert "K7QM" not in repr(TYPED)
    assert repr(LINK.secret)[2:-1] not in repr(LINK)


def test_a_new_code_has_forty_bits() -> None:
    assert new_code(lambda n: bytes(n)) == "00000000"
    assert new_code(lambda n: b"\xff" * n) == "ZZZZZZZZ"
    assert new_code(lambda n: bytes(range(n))) == "000G40R4"


def test_a_link_names_the_first_half_of_the_hellos_hash() -> None:
    assert hello_hash(b"hello") == hashlib.sha256(b"hello").digest()[:16]


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Sync.Example/", "https://sync.example"),
        ("HTTPS://sync.example:443", "https://sync.example"),
        (" https://sync.example:8443 ", "https://sync.example:8443"),
        ("http://localhost:8550", "http://localhost:8550"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://127.3.2.1:8550", "http://127.3.2.1:8550"),
        ("http://[::1]:8550", "http://[::1]:8550"),
        ("https://[2001:DB8:0::1]", "https://[2001:db8::1]"),
        ("https://192.168.1.2:8443", "https://192.168.1.2:8443"),
    ],
)
def test_an_origin_has_one_spelling(address: str, origin: str) -> None:
    assert origin_of(address) == origin
    assert origin_of(origin) == origin


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sync.example",
        "http://sync.example",
        "http://192.168.1.2",
        "http://localhost.example",
        "ftp://sync.example",
        "https://",
        "https://sync.example/v1",
        "https://sync.example?x=1",
        "https://sync.example?",
        "https://sync.example#x",
        "https://me@sync.example",
        "https://me:pw@sync.example",
        "https://sync.example:99999",
        "https://sync.example:x",
        "https://sync example",
        "https://sÿnc.example",
        "https://[::1",
        "http://[::1%001]:1",
        "http://[::ffff:127.0.0.1]",
        "https://" + "a" * 300,
        "javascript:alert(1)",
    ],
)
def test_what_is_no_protected_origin_is_refused(address: str) -> None:
    with pytest.raises(InputRejected) as refused:
        origin_of(address)
    assert refused.value.field == "endpoint"
