"""A quick `Crypto` that keeps every promise of the port to whoever has no access to its book of seeds.

Keys, nonces, headers and signers are bound as in the real one, so that a wrong key fails here as it fails
there. It is no cryptography: `book` gives the seed of a public key, to check signatures and to agree on keys.
It passes tests/crypto/port_contract.py.
"""

from collections.abc import Callable
from hashlib import blake2b, shake_256
from typing import Final

from services.crypto.curve_points import fresh_signing_seed
from services.crypto.hkdf import same_bytes
from services.crypto.port import HPKE_OVERHEAD_BYTES, IV_BYTES, KEY_BYTES, TAG_BYTES, KeyPair
from services.planner.errors import AuthenticationFailed
from tests.simulation.power import Power

Book = dict[bytes, bytes]
_NO_IV: Final = bytes(IV_BYTES)


class QuickCrypto:
    """One app's cryptography; all apps of one world share a book."""

    def __init__(self, random: Callable[[int], bytes], book: Book, power: Power | None = None) -> None:
        self._random = random
        self._book = book
        self._power = power

    @property
    def has_argon2id(self) -> bool:
        return True

    def random(self, n: int) -> bytes:
        return self._random(n)

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        await self._step()
        return _mixed(b"pbkdf2", secret, salt, b"%d" % iterations)

    async def argon2id(
        self, secret: bytes, salt: bytes, *, passes: int, memory_kib: int, lanes: int = 1
    ) -> bytes:
        await self._step()
        return _mixed(b"argon2id", secret, salt, b"%d %d %d" % (passes, memory_kib, lanes))

    async def aes_gcm_seal(self, key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> bytes:
        await self._step()
        return _sealed(key, iv, plaintext, aad)

    async def aes_gcm_open(self, key: bytes, iv: bytes, ciphertext: bytes, aad: bytes) -> bytes:
        await self._step()
        return _opened(key, iv, ciphertext, aad)

    async def ed25519_generate(self) -> KeyPair:
        seed = fresh_signing_seed(self.random)
        return KeyPair(seed, await self.ed25519_public(seed))

    async def ed25519_public(self, seed: bytes) -> bytes:
        return self._listed(b"sign", seed)

    async def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        await self._step()
        return _signed(seed, message)

    async def ed25519_verify(self, public: bytes, message: bytes, signature: bytes) -> None:
        await self._step()
        if not same_bytes(_signed(self._seed_of(public), message), signature):
            raise AuthenticationFailed("signature")

    async def x25519_generate(self) -> KeyPair:
        seed = self.random(KEY_BYTES)
        return KeyPair(seed, await self.x25519_public(seed))

    async def x25519_public(self, seed: bytes) -> bytes:
        return self._listed(b"kem", seed)

    async def x25519_exchange(self, seed: bytes, public: bytes) -> bytes:
        await self._step()
        return self._shared(seed, public)

    async def hpke_seal(self, public: bytes, info: bytes, plaintext: bytes) -> bytes:
        await self._step()
        once = await self.x25519_generate()
        key = _mixed(b"hpke", self._shared(once.seed, public), info)
        return once.public + _sealed(key, _NO_IV, plaintext, b"")

    async def hpke_open(self, seed: bytes, info: bytes, sealed: bytes) -> bytes:
        await self._step()
        if len(sealed) < HPKE_OVERHEAD_BYTES:
            raise AuthenticationFailed("hpke bytes too short")
        key = _mixed(b"hpke", self._shared(seed, sealed[:KEY_BYTES]), info)
        return _opened(key, _NO_IV, sealed[KEY_BYTES:], b"")

    async def check(self) -> None:
        """There is nothing that could be missing."""

    async def _step(self) -> None:
        if self._power is not None:
            await self._power.step()

    def _listed(self, purpose: bytes, seed: bytes) -> bytes:
        assert len(seed) == KEY_BYTES
        public = _mixed(purpose, seed)
        self._book[public] = seed
        return public

    def _seed_of(self, public: bytes) -> bytes:
        seed = self._book.get(public)
        if seed is None:
            raise AuthenticationFailed("no such key")
        return seed

    def _shared(self, seed: bytes, public: bytes) -> bytes:
        return _mixed(b"shared", *sorted((seed, self._seed_of(public))))


def _mixed(purpose: bytes, *parts: bytes) -> bytes:
    mixer = blake2b(digest_size=KEY_BYTES, person=purpose)
    for part in parts:
        mixer.update(len(part).to_bytes(8, "big") + part)
    return mixer.digest()


def _signed(seed: bytes, message: bytes) -> bytes:
    return blake2b(message, key=seed, digest_size=64, person=b"signature").digest()


def _sealed(key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> bytes:
    hidden = _hidden(key, iv, plaintext)
    return hidden + _tag(key, iv, hidden, aad)


def _opened(key: bytes, iv: bytes, ciphertext: bytes, aad: bytes) -> bytes:
    hidden, tag = ciphertext[:-TAG_BYTES], ciphertext[-TAG_BYTES:]
    if len(ciphertext) < TAG_BYTES or not same_bytes(_tag(key, iv, hidden, aad), tag):
        raise AuthenticationFailed("tag")
    return _hidden(key, iv, hidden)


def _hidden(key: bytes, iv: bytes, text: bytes) -> bytes:
    assert (len(key), len(iv)) == (KEY_BYTES, IV_BYTES)
    veil = shake_256(key + iv).digest(len(text))
    return (int.from_bytes(text, "big") ^ int.from_bytes(veil, "big")).to_bytes(len(text), "big")


def _tag(key: bytes, iv: bytes, hidden: bytes, aad: bytes) -> bytes:
    tag = blake2b(key=key, digest_size=TAG_BYTES, person=b"tag")
    for part in (iv, aad, hidden):
        tag.update(len(part).to_bytes(8, "big") + part)
    return tag.digest()
