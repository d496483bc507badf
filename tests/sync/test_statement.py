"""Proofs and orders: bound to one place, one circle and one day, and signed by one who may."""

from dataclasses import replace

import pytest

from services.planner.errors import AuthenticationFailed, NotPermitted
from services.planner.words import Role
from services.sync.statement import sign_erase, sign_token, verify_erase, verify_token
from tests.crypto.finish import finish
from tests.sync.circle import MENTOR, PARENT, PUPIL, STRANGER, DeviceKeys, device_of, family, founded, public

ORIGIN = "https://sync.example.org"
NONCE = bytes(range(32))
CRYPTO = family().crypto
CARD = device_of("card")


def test_a_token_s_proof_holds_for_its_origin_device_and_nonce_alone() -> None:
    sig = finish(sign_token(CRYPTO, PUPIL, ORIGIN, NONCE))
    finish(verify_token(CRYPTO, PUPIL.sign.public, ORIGIN, PUPIL.id, NONCE, sig))
    words = b"fb1 token\0" + len(ORIGIN).to_bytes(2, "big") + ORIGIN.encode() + PUPIL.id + NONCE
    finish(CRYPTO.ed25519_verify(PUPIL.sign.public, words, sig))
    for origin, device, nonce in (
        (ORIGIN + ":8443", PUPIL.id, NONCE),
        (ORIGIN, PARENT.id, NONCE),
        (ORIGIN, PUPIL.id, bytes(32)),
    ):
        with pytest.raises(AuthenticationFailed):
            finish(verify_token(CRYPTO, PUPIL.sign.public, origin, device, nonce, sig))


def test_a_steward_s_order_erases_its_circle() -> None:
    circle = family()
    order = finish(sign_erase(CRYPTO, MENTOR, circle.state.chain.circle, 20_700))
    finish(verify_erase(CRYPTO, circle.state.chain, order))
    for forged in (replace(order, day=20_701), replace(order, sig=bytes(64))):
        with pytest.raises(AuthenticationFailed):
            finish(verify_erase(CRYPTO, circle.state.chain, forged))
    with pytest.raises(NotPermitted):
        finish(verify_erase(CRYPTO, circle.state.chain, replace(order, circle=bytes(16))))


@pytest.mark.parametrize("device", [PUPIL, PARENT, STRANGER])
def test_nobody_else_erases(device: DeviceKeys) -> None:
    circle = family()
    order = finish(sign_erase(CRYPTO, device, circle.state.chain.circle, 20_700))
    with pytest.raises(NotPermitted):
        finish(verify_erase(CRYPTO, circle.state.chain, order))


def test_a_card_erases_what_is_the_pupil_s_alone_and_nothing_shared() -> None:
    circle = founded(card=public(CARD))
    order = finish(sign_erase(CRYPTO, CARD, circle.state.chain.circle, 20_700))
    finish(verify_erase(CRYPTO, circle.state.chain, order))
    circle.change(PUPIL, add=((public(PARENT), Role.PARENT),))
    with pytest.raises(NotPermitted):
        finish(verify_erase(CRYPTO, circle.state.chain, order))
