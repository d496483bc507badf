"""The `Crypto` port over the browser's WebCrypto, from Python inside a web worker.

WebCrypto only gives promises and imports a key object for every raw key; there is no blocking way round
that works in WebKit, so nothing here blocks. Seeds travel in PKCS #8, the one private form that every
engine reads. Nothing is cached: a key object kept is a key that `lock` cannot drop.
"""

import os
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import JsException, to_js  # type: ignore[import-not-found]  # exists in a browser only

from services.crypto import hpke
from services.crypto.canonical import from_base64url
from services.crypto.curve_points import fresh_signing_seed, is_sound_key, is_sound_signature
from services.crypto.port import IV_BYTES, KEY_BYTES, TAG_BYTES, KeyPair
from services.crypto.self_check import check_primitives
from services.planner.errors import AuthenticationFailed, CryptoUnavailable

# PKCS #8 in front of a raw seed; the last octet of the object identifier names the curve. Source: RFC 8410.
_PKCS8_ED25519 = bytes.fromhex("302e020100300506032b657004220420")
_PKCS8_X25519 = bytes.fromhex("302e020100300506032b656e04220420")
_BITS = KEY_BYTES * 8


class WebCrypto:
    """`crypto.subtle` of the page's worker."""

    has_argon2id = False

    def __init__(self, random: Callable[[int], bytes] = os.urandom) -> None:
        # os.urandom is crypto.getRandomValues in a browser's Python
        self._random = random

    def random(self, n: int) -> bytes:
        """Fresh bytes from the browser."""
        return self._random(n)

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        """PBKDF2-HMAC-SHA-256. Shape: 32 bytes."""
        key = await _import("raw", secret, "PBKDF2", ["deriveBits"])
        how = _js({"name": "PBKDF2", "hash": "SHA-256", "salt": to_js(salt), "iterations": iterations})
        return await _bytes(_subtle().deriveBits(how, key, _BITS))

    async def argon2id(
        self, secret: bytes, salt: bytes, *, passes: int, memory_kib: int, lanes: int = 1
    ) -> bytes:
        """Browsers have none. Errors: CryptoUnavailable."""
        raise CryptoUnavailable("argon2id")

    async def aes_gcm_seal(self, key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> bytes:
        """AES-256-GCM. Shape: ciphertext, then the tag."""
        handle = await _import("raw", key, "AES-GCM", ["encrypt"])
        return await _bytes(_subtle().encrypt(_gcm(iv, aad), handle, to_js(plaintext)))

    async def aes_gcm_open(self, key: bytes, iv: bytes, ciphertext: bytes, aad: bytes) -> bytes:
        """The plaintext. Errors: AuthenticationFailed."""
        if len(ciphertext) < TAG_BYTES:
            raise AuthenticationFailed("no room for a tag")
        handle = await _import("raw", key, "AES-GCM", ["decrypt"])
        try:
            return bytes((await _subtle().decrypt(_gcm(iv, aad), handle, to_js(ciphertext))).to_bytes())
        except JsException as problem:
            raise AuthenticationFailed("tag") from problem

    async def ed25519_generate(self) -> KeyPair:
        """A fresh signing pair."""
        seed = fresh_signing_seed(self.random)
        return KeyPair(seed, await self.ed25519_public(seed))

    async def ed25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""
        return await _public(await _import("pkcs8", _PKCS8_ED25519 + seed, "Ed25519", ["sign"], True))

    async def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """A signature. Shape: 64 bytes."""
        key = await _import("pkcs8", _PKCS8_ED25519 + seed, "Ed25519", ["sign"])
        return await _bytes(_subtle().sign("Ed25519", key, to_js(message)))

    async def ed25519_verify(self, public: bytes, message: bytes, signature: bytes) -> None:
        """Returns only if the signature holds. Errors: AuthenticationFailed."""
        if not is_sound_key(public) or not is_sound_signature(signature):
            raise AuthenticationFailed("encoding")
        try:
            key = await _subtle().importKey("raw", to_js(public), "Ed25519", False, to_js(["verify"]))
            holds = await _subtle().verify("Ed25519", key, to_js(signature), to_js(message))
        except JsException as problem:  # the 32 bytes are no point of the curve
            raise AuthenticationFailed("signature") from problem
        if not holds:
            raise AuthenticationFailed("signature")

    async def x25519_generate(self) -> KeyPair:
        """A fresh key-agreement pair."""
        seed = self.random(KEY_BYTES)
        return KeyPair(seed, await self.x25519_public(seed))

    async def x25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""
        return await _public(await _import("pkcs8", _x25519_pkcs8(seed), "X25519", ["deriveBits"], True))

    async def x25519_exchange(self, seed: bytes, public: bytes) -> bytes:
        """The shared secret. Errors: AuthenticationFailed when it would be all zeros."""
        key = await _import("pkcs8", _x25519_pkcs8(seed), "X25519", ["deriveBits"])
        try:
            other = await _subtle().importKey("raw", to_js(public), "X25519", False, to_js([]))
            how = _js({"name": "X25519", "public": other})
            shared = bytes((await _subtle().deriveBits(how, key, _BITS)).to_bytes())
        except JsException as problem:
            raise AuthenticationFailed("x25519") from problem
        if shared == bytes(KEY_BYTES):  # not every engine refuses it by itself
            raise AuthenticationFailed("x25519")
        return shared

    async def hpke_seal(self, public: bytes, info: bytes, plaintext: bytes) -> bytes:
        """HPKE base mode, one message, from its parts."""
        return await hpke.hpke_seal(self, public, info, plaintext)

    async def hpke_open(self, seed: bytes, info: bytes, sealed: bytes) -> bytes:
        """The plaintext of `hpke_seal`. Errors: AuthenticationFailed."""
        return await hpke.hpke_open(self, seed, info, sealed)

    async def check(self) -> None:
        """Tries every primitive. Errors: CryptoUnavailable."""
        await check_primitives(self)


def _subtle() -> Any:
    subtle = getattr(js.crypto, "subtle", None) if hasattr(js, "crypto") else None
    if subtle is None:
        raise CryptoUnavailable("no secure context")
    return subtle


async def _import(
    form: str, raw: bytes, algorithm: str, uses: Sequence[str], may_export: bool = False
) -> Any:
    try:
        return await _subtle().importKey(form, to_js(raw), algorithm, may_export, to_js(list(uses)))
    except JsException as problem:
        raise CryptoUnavailable(algorithm) from problem


def _x25519_pkcs8(seed: bytes) -> bytes:
    # X25519 ignores the lowest three bits; WebKitGTK refuses a seed that begins with a zero byte
    return _PKCS8_X25519 + bytes([seed[0] | 1]) + seed[1:]


async def _public(key: Any) -> bytes:
    return from_base64url(str((await _subtle().exportKey("jwk", key)).x))


async def _bytes(promise: Awaitable[Any]) -> bytes:
    try:
        return bytes((await promise).to_bytes())
    except JsException as problem:
        raise CryptoUnavailable("the browser would not") from problem


def _gcm(iv: bytes, aad: bytes) -> Any:
    assert len(iv) == IV_BYTES
    return _js({"name": "AES-GCM", "iv": to_js(iv), "additionalData": to_js(aad), "tagLength": TAG_BYTES * 8})


def _js(options: dict[str, Any]) -> Any:
    return to_js(options, dict_converter=js.Object.fromEntries)
