"""Sealing: what goes in comes out, and nothing else does."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.hkdf import hkdf
from services.crypto.native import NativeCrypto
from services.crypto.seal import OVERHEAD_BYTES, open_sealed, seal
from services.planner.errors import AuthenticationFailed, HeaderUnknown, KeyMissing
from tests.crypto.finish import finish

KEY = bytes(range(32))
CRYPTO = NativeCrypto()
Run = Callable[[Awaitable[Any]], Any]


@given(st.binary(max_size=2000), st.binary(max_size=60), st.binary(min_size=32, max_size=32))
def test_what_was_sealed_comes_out_again(plaintext: bytes, header: bytes, key: bytes) -> None:
    sealed = finish(seal(CRYPTO, key, "vault", header, plaintext))
    assert len(sealed) == len(plaintext) + OVERHEAD_BYTES
    assert finish(open_sealed(CRYPTO, key, "vault", header, sealed)) == plaintext


@given(st.binary(max_size=200), st.data())
def test_a_change_of_any_one_byte_is_refused(plaintext: bytes, data: st.DataObject) -> None:
    sealed = bytearray(finish(seal(CRYPTO, KEY, "vault", b"head", plaintext)))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(KeyMissing if at < 56 else AuthenticationFailed):
        finish(open_sealed(CRYPTO, KEY, "vault", b"head", bytes(sealed)))


@given(st.binary(max_size=200), st.data())
def test_what_is_cut_short_is_refused(plaintext: bytes, data: st.DataObject) -> None:
    sealed = finish(seal(CRYPTO, KEY, "vault", b"", plaintext))
    length = data.draw(st.integers(0, len(sealed) - 1))
    with pytest.raises(HeaderUnknown if length < OVERHEAD_BYTES else AuthenticationFailed):
        finish(open_sealed(CRYPTO, KEY, "vault", b"", sealed[:length]))


@pytest.mark.parametrize(
    ("key", "info", "header"),
    [
        (bytes(32), "vault", b"head"),
        (KEY, "entry", b"head"),
        (KEY, "vault", b"heaD"),
        (KEY, "vault\0h", b"ead"),
    ],
)
def test_another_key_purpose_or_header_does_not_fit(key: bytes, info: str, header: bytes, run: Run) -> None:
    sealed = run(seal(CRYPTO, KEY, "vault", b"head", b"a tick"))
    with pytest.raises(KeyMissing):
        run(open_sealed(CRYPTO, key, info, header, sealed))


def test_the_layout_is_the_one_that_is_written_down(run: Run) -> None:
    sealed = run(seal(CRYPTO, KEY, "vault", b"head", b"a tick"))
    salt, commitment = sealed[:24], sealed[24:56]
    okm = hkdf(KEY, salt, b"fb1 vault\0head", 76)
    assert commitment == okm[44:]
    aad = b"head" + salt + commitment
    assert run(CRYPTO.aes_gcm_open(okm[:32], okm[32:44], sealed[56:], aad)) == b"a tick"


def test_the_same_words_never_look_the_same_twice(run: Run) -> None:
    assert len({run(seal(CRYPTO, KEY, "vault", b"", b"a tick")) for _ in range(50)}) == 50
