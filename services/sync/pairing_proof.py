"""What proves in pairing that both ends met by the ticket, with nobody between them.

    S      = X25519 of the two fresh keys, all zeros refused
    T      = SHA-256(hello of the inviting device ‖ hello of the joining device)
    k      = the link's secret, or PBKDF2-HMAC-SHA-256(code, "fb1 pair" ‖ origin ‖ channel, 600,000)
    mac J  = HMAC(HKDF(k ‖ S, salt = T, info = "fb1 pair J", 32), T)
    mac I  = HMAC(HKDF(k ‖ S, salt = T, info = "fb1 pair I", 32), SHA-256(sealed welcome))
    sealed = HPKE(joining device, info = "fb1 welcome" ‖ T, welcome)
    pictures = the low six bits of each byte of HKDF(S, salt = T, info = "fb1 pair pics", 3)

The code authenticates a fresh exchange and encrypts nothing: who records everything and gets the code later
learns nothing, and cannot even try codes. Specification: docs/spec/pairing.md.
"""

from dataclasses import dataclass, field
from typing import Final

from services.crypto.hkdf import hkdf, hmac_sha256, sha256
from services.crypto.port import KEY_BYTES, Crypto
from services.sync.ticket import LinkTicket, Ticket

CODE_ROUNDS: Final = 600_000
PICTURES_SHOWN: Final = 3
PICTURES: Final = 64


@dataclass(frozen=True, slots=True)
class Session:
    """What two hellos give. Privacy: `shared` is known to the two devices alone."""

    transcript: bytes
    shared: bytes = field(repr=False)

    @property
    def pictures(self) -> tuple[int, ...]:
        """What both screens show. Shape: 3 numbers below 64."""
        drawn = hkdf(self.shared, self.transcript, b"fb1 pair pics", PICTURES_SHOWN)
        return tuple(byte % PICTURES for byte in drawn)

    @property
    def welcome_info(self) -> bytes:
        """What the sealed welcome is bound to."""
        return b"fb1 welcome" + self.transcript

    def join_mac(self, key: bytes) -> bytes:
        """What proves that the joining device has the ticket. Shape: 32 bytes."""
        return hmac_sha256(self._proof_key(key, b"fb1 pair J"), self.transcript)

    def welcome_mac(self, key: bytes, sealed: bytes) -> bytes:
        """What proves that the inviting device made this welcome. Shape: 32 bytes."""
        return hmac_sha256(self._proof_key(key, b"fb1 pair I"), sha256(sealed))

    def _proof_key(self, key: bytes, info: bytes) -> bytes:
        return hkdf(key + self.shared, self.transcript, info, KEY_BYTES)


async def session_of(
    crypto: Crypto, own_eph_seed: bytes, other_eph: bytes, inviter_hello: bytes, joiner_hello: bytes
) -> Session:
    """The session of one pair of hellos. Errors: AuthenticationFailed for a key that gives all zeros."""
    shared = await crypto.x25519_exchange(own_eph_seed, other_eph)
    return Session(sha256(inviter_hello, joiner_hello), shared)


async def key_of(crypto: Crypto, ticket: Ticket, origin: str) -> bytes:
    """A ticket's k. Slow for a typed code, on purpose."""
    if isinstance(ticket, LinkTicket):
        return ticket.secret
    salt = b"fb1 pair" + origin.encode("ascii") + ticket.channel.encode("ascii")
    return await crypto.pbkdf2(ticket.code.encode("ascii"), salt, CODE_ROUNDS)
