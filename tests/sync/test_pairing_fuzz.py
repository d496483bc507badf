"""Whatever somebody types, scans or sends in pairing: it is read, or refused by an error of ours."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.errors import InputRejected
from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.sync.hello import (
    Brought,
    InviterHello,
    JoinerHello,
    read_inviter_hello,
    read_joiner_hello,
    read_welcome,
)
from services.sync.origin import origin_of
from services.sync.ticket import LinkTicket, read_ticket
from tests.sync.circle import MENTOR, NOW_MS, PUPIL, public
from tests.sync.mutants import IN_JSON, mutants, seed_of, so_many
from tests.sync.pairing_room import WELCOME

KEY = bytes(range(32))
LINK = LinkTicket("417", KEY[:16], KEY[16:], "https://a.example").link("https://app.example/")
TICKETS = [text.encode() for text in ("417 K7QM-3T9X", "123456·k7qm 3t9x", "4l7K7QM3T9X", LINK, LINK[20:])]
ORIGINS = [b"https://a.example", b"http://localhost:8550", b"http://[::1]:1", b"https://192.168.1.2:443/"]
HELLOS = [
    InviterHello(public(MENTOR), KEY, Role.PUPIL, NOW_MS).to_text(),
    InviterHello(public(MENTOR), KEY, Role.PUPIL, NOW_MS, Role.MENTOR).to_text(),
    JoinerHello(public(PUPIL), KEY).to_text(),
    JoinerHello(public(PUPIL), KEY, (Brought(CircleKind.SHARED, (KEY, KEY)),)).to_text(),
    WELCOME.to_text(),
]
IN_TEXT = [
    b" ",
    b"-",
    b"#",
    b"%",
    b"%00",
    b"join.",
    b"O",
    b"U",
    b"\xc3\xa9",
    b"\xd9\xa4",
    b"://",
    b"[",
    b"@",
    b":",
]


def ticket(raw: bytes) -> None:
    read = read_ticket(raw.decode(errors="replace"))
    again = read.link("https://app.example/") if isinstance(read, LinkTicket) else read.printed()
    assert read_ticket(again) == read


def origin(raw: bytes) -> None:
    read = origin_of(raw.decode(errors="replace"))
    assert origin_of(read) == read
    assert read.startswith(("https://", "http://localhost", "http://127.", "http://[::1]"))


def inviter_hello(raw: bytes) -> None:
    assert read_inviter_hello(raw).to_text() == raw


def joiner_hello(raw: bytes) -> None:
    assert read_joiner_hello(raw).to_text() == raw


def welcome(raw: bytes) -> None:
    assert read_welcome(raw).to_text() == raw


CASES: dict[str, tuple[Callable[[bytes], None], list[bytes], list[bytes]]] = {
    "ticket": (ticket, TICKETS, IN_TEXT),
    "origin": (origin, ORIGINS, IN_TEXT),
    "inviter_hello": (inviter_hello, HELLOS, IN_JSON),
    "joiner_hello": (joiner_hello, HELLOS, IN_JSON),
    "welcome": (welcome, HELLOS, IN_JSON),
}


@so_many
@pytest.mark.parametrize("name", CASES)
def test_of_so_many_inputs_each_is_read_or_refused(name: str, number: int) -> None:
    target, corpus, tokens = CASES[name]
    read = 0
    for raw in mutants(corpus, tokens, number, seed_of(number)):
        try:
            target(raw)
        except InputRejected:
            continue
        read += 1
    assert 0 < read < number


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_ticket_or_refused(text: str) -> None:
    for target in (ticket, origin):
        try:
            target(text.encode(errors="replace"))
        except InputRejected:
            continue


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_whatever_is_sent_is_a_message_or_refused(raw: bytes) -> None:
    for target in (inviter_hello, joiner_hello, welcome):
        with pytest.raises(InputRejected):
            target(raw)
