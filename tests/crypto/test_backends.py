"""The backends and what they share: keys of this device, refusals, and the check before the first key."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.crypto.choose import crypto_here
from services.crypto.curve_points import is_sound_key
from services.crypto.device_keys import device_id, device_keys_from_wire, new_device_keys
from services.crypto.hkdf import sha256
from services.crypto.native import NativeCrypto
from services.crypto.port import Crypto, KeyPair
from services.planner.errors import AuthenticationFailed, CryptoUnavailable, InputRejected
from tests.crypto.finish import finish
from tests.crypto.samples import CountedRandom

CRYPTO = NativeCrypto()
Run = Callable[[Awaitable[Any]], Any]


class WithoutX25519(NativeCrypto):
    """A browser of the year before."""

    async def x25519_public(self, seed: bytes) -> bytes:
        raise CryptoUnavailable("X25519")


class Lying(NativeCrypto):
    """A library that answers, and answers wrongly."""

    async def ed25519_public(self, seed: bytes) -> bytes:
        return bytes(32)


def test_this_machine_has_all_that_sealing_needs(run: Run) -> None:
    crypto: Crypto = crypto_here()
    assert isinstance(crypto, NativeCrypto)
    run(crypto.check())


@pytest.mark.parametrize("crypto", [WithoutX25519(), Lying()])
def test_a_browser_that_lacks_something_says_so_before_anything_is_made(crypto: Crypto, run: Run) -> None:
    with pytest.raises(CryptoUnavailable):
        run(crypto.check())


def test_a_device_id_certifies_both_keys() -> None:
    keys = finish(new_device_keys(CRYPTO))
    assert keys.id == sha256(b"fb1 dev" + keys.sign.public + keys.kem.public)[:16]
    assert device_id(keys.kem.public, keys.sign.public) != keys.id


@pytest.mark.parametrize(
    "wire", [None, [], {}, {"sign": "AA"}, {"sign": "AA", "kem": "AA"}, {"sign": 1, "kem": 2}, {"x": 1}]
)
def test_keys_that_are_no_keys_are_not_taken(wire: Any) -> None:
    with pytest.raises(InputRejected):
        finish(device_keys_from_wire(CRYPTO, wire))


def test_keys_with_something_beside_them_are_not_taken() -> None:
    wire = finish(new_device_keys(CRYPTO)).to_wire()
    assert finish(device_keys_from_wire(CRYPTO, wire)).to_wire() == wire
    with pytest.raises(InputRejected):
        finish(device_keys_from_wire(CRYPTO, wire | {"more": ""}))


def test_a_pair_of_keys_keeps_its_seed_out_of_a_log() -> None:
    assert "0101" not in repr(KeyPair(b"\1" * 32, b"\2" * 32)) + str(KeyPair(b"\1" * 32, b"\2" * 32))


@pytest.mark.parametrize("length", [0, 1, 15])
def test_a_ciphertext_with_no_room_for_a_tag_is_refused(length: int) -> None:
    with pytest.raises(AuthenticationFailed):
        finish(CRYPTO.aes_gcm_open(bytes(32), bytes(12), bytes(length), b""))


def test_no_signing_seed_is_made_that_begins_with_a_zero_byte() -> None:
    crypto = NativeCrypto(CountedRandom("seeds"))
    pairs = [finish(crypto.ed25519_generate()) for _ in range(600)]
    assert all(pair.seed[0] for pair in pairs)


def test_honest_keys_are_sound_and_odd_lengths_are_not() -> None:
    assert all(is_sound_key(finish(CRYPTO.ed25519_generate()).public) for _ in range(20))
    assert not any(is_sound_key(bytes([9]) * length) for length in (0, 31, 33))
