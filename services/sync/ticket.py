"""A ticket: the one-use secret that lets a device ask to join, as a link (in a QR) and as a typed code.

    link    <address of the app>#join.<channel>.<base64url(secret ‖ hello hash)>.<origin of the endpoint>
    typed   417 K7QM-3T9X

    channel      3 to 6 digits; in a letter's link base64url of 16 random bytes
    secret       16 random bytes
    hello hash   SHA-256 of the inviting device's hello, the first 16 bytes
    code         8 characters of Crockford's base32, 40 bits

What stands behind # stays in the browser. Read kindly: lower case, spaces, dashes, dots, O for 0, I and L
for 1. Neither secret ever encrypts anything: see `pairing_proof`. Specification: docs/spec/pairing.md.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from urllib.parse import unquote

from services.crypto.canonical import from_base64url, to_base64url
from services.crypto.hkdf import sha256
from services.planner.errors import InputRejected
from services.sync.origin import origin_of

SECRET_BYTES: Final = 16
HELLO_HASH_BYTES: Final = 16
CODE_CHARACTERS: Final = 8
FEWEST_DIGITS: Final = 3
MOST_DIGITS: Final = 6
TYPED_MS: Final = 10 * 60 * 1000
LETTER_MS: Final = 7 * 24 * 60 * 60 * 1000

_CODE_BYTES: Final = 5
_MOST_CHARACTERS: Final = 2_000
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT: Final = str.maketrans("OIL", "011")
_NOT_READ: Final = re.compile(r"[\s\-‐-―−.·•,:/]+")
_MARK: Final = "join."
_LINK: Final = re.compile(r"join\.([0-9]{3,6}|[A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})\.(\S{1,255})")


@dataclass(frozen=True, slots=True)
class LinkTicket:
    """What a link carries. Privacy: whoever has it may ask to join, once."""

    channel: str
    secret: bytes = field(repr=False)
    hello_hash: bytes = field(repr=False)
    origin: str

    @property
    def is_letter(self) -> bool:
        """Whether it stands on paper: its channel is not one that somebody could type."""
        return len(self.channel) > MOST_DIGITS

    def link(self, app_address: str) -> str:
        """The whole link. Shape: `app_address` has nothing behind #."""
        hidden = to_base64url(self.secret + self.hello_hash)
        return f"{app_address}#{_MARK}{self.channel}.{hidden}.{self.origin}"


@dataclass(frozen=True, slots=True)
class TypedTicket:
    """What somebody types. Privacy: whoever has it may ask to join, once."""

    channel: str
    code: str = field(repr=False)

    def printed(self) -> str:
        """As it stands on the screen: 417 K7QM-3T9X."""
        half = CODE_CHARACTERS // 2
        return f"{self.channel} {self.code[:half]}-{self.code[half:]}"


Ticket: TypeAlias = LinkTicket | TypedTicket


def read_ticket(text: str) -> Ticket:
    """The ticket in a link, in the part of one behind #, or in what somebody typed.

    Errors: InputRejected with the field "ticket_link" (damaged), "ticket_length", "ticket_character",
    "ticket_channel" (the first characters are no digits), or "endpoint".
    """
    if len(text) > _MOST_CHARACTERS:
        raise InputRejected("ticket_length")
    if _MARK in text.lower() or "#" in text or "://" in text:
        return _read_link(text)
    return _read_typed(text)


def new_code(random: Callable[[int], bytes]) -> str:
    """The characters of a new ticket."""
    number = int.from_bytes(random(_CODE_BYTES), "big")
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_CHARACTERS)))


def hello_hash(hello: bytes) -> bytes:
    """What a link says of the inviting device's hello. Shape: 16 bytes."""
    return sha256(hello)[:HELLO_HASH_BYTES]


def _read_link(text: str) -> LinkTicket:
    address, sharp, hidden = text.strip().partition("#")
    found = _LINK.fullmatch(unquote(hidden if sharp else address))
    if not found:
        raise InputRejected("ticket_link")
    channel, secrets, origin = found.groups()
    try:
        raw = from_base64url(secrets, SECRET_BYTES + HELLO_HASH_BYTES)
        if len(channel) > MOST_DIGITS:
            from_base64url(channel, SECRET_BYTES)
    except InputRejected as problem:
        raise InputRejected("ticket_link") from problem
    return LinkTicket(channel, raw[:SECRET_BYTES], raw[SECRET_BYTES:], origin_of(origin))


def _read_typed(text: str) -> TypedTicket:
    plain = _NOT_READ.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_MEANT)
    channel, code = plain[:-CODE_CHARACTERS], plain[-CODE_CHARACTERS:]
    if not FEWEST_DIGITS <= len(channel) <= MOST_DIGITS:
        raise InputRejected("ticket_length")
    if not set(plain) <= set(_ALPHABET):
        raise InputRejected("ticket_character")
    if not channel.isdecimal():
        raise InputRejected("ticket_channel")
    return TypedTicket(channel, code)
