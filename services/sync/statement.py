"""What a device signs besides entries: that it is here (token), and that a circle shall be erased.

    token   "fb1 token\\0" ‖ u16 length ‖ origin ‖ device ‖ nonce
    erase   "fb1 erase\\0" ‖ circle ‖ u32 day                        day: days since 1970-01-01

An erase order is by a steward of the latest roster; or by the card where pupils are alone with themselves.
Origin is scheme://host[:port] in lower case, a default port left out, as the device has it configured.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import NotPermitted
from services.planner.words import Role
from services.sync.chain import Chain

NONCE_BYTES: Final = 32
_ONLY_PUPILS: Final = frozenset({Role.PUPIL})


@dataclass(frozen=True, slots=True)
class EraseOrder:
    """A signed order that every copy of a circle be deleted. Units: `day` since 1970-01-01."""

    circle: bytes
    day: int
    by: bytes
    sig: bytes


async def sign_token(crypto: Crypto, device: DeviceKeys, origin: str, nonce: bytes) -> bytes:
    """The proof that a token is asked for. Shape: 64 bytes."""
    return await crypto.ed25519_sign(device.sign.seed, _token_words(origin, device.id, nonce))


async def verify_token(
    crypto: Crypto, sign_public: bytes, origin: str, device: bytes, nonce: bytes, sig: bytes
) -> None:
    """Returns only if the device proved itself here. Errors: AuthenticationFailed."""
    await crypto.ed25519_verify(sign_public, _token_words(origin, device, nonce), sig)


async def sign_erase(crypto: Crypto, device: DeviceKeys, circle: bytes, day: int) -> EraseOrder:
    """An order to erase, by a steward's device or a card."""
    sig = await crypto.ed25519_sign(device.sign.seed, _erase_words(circle, day))
    return EraseOrder(circle, day, device.id, sig)


async def verify_erase(crypto: Crypto, chain: Chain, order: EraseOrder) -> None:
    """Returns only if the order is for this circle, by one who may.

    Errors: NotPermitted, AuthenticationFailed.
    """
    if order.circle != chain.circle:
        raise NotPermitted("another circle")
    await crypto.ed25519_verify(
        _key_for_erasing(chain, order.by), _erase_words(order.circle, order.day), order.sig
    )


def _key_for_erasing(chain: Chain, by: bytes) -> bytes:
    roster = chain.roster
    if by in roster.stewards:
        return roster.members[by].sign
    card = roster.recovery
    if card is not None and card.id == by and roster.roles() == _ONLY_PUPILS:
        return card.sign
    raise NotPermitted("no steward")


def _token_words(origin: str, device: bytes, nonce: bytes) -> bytes:
    raw = origin.encode("ascii")
    return b"fb1 token\0" + len(raw).to_bytes(2, "big") + raw + device + nonce


def _erase_words(circle: bytes, day: int) -> bytes:
    return b"fb1 erase\0" + circle + day.to_bytes(4, "big")
