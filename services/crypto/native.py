"""The `Crypto` port over the `cryptography` package: laptops, phones, the endpoint."""

import asyncio
import os
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature, InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from services.crypto.curve_points import fresh_signing_seed, is_sound_key, is_sound_signature
from services.crypto.port import HPKE_OVERHEAD_BYTES, IV_BYTES, KEY_BYTES, TAG_BYTES, KeyPair
from services.crypto.self_check import check_primitives
from services.planner.errors import AuthenticationFailed, CryptoUnavailable

_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class NativeCrypto:
    """OpenSSL through `cryptography`. The key stretchers run in a thread, so that the screen goes on."""

    def __init__(self, random: Callable[[int], bytes] = os.urandom) -> None:
        self._random = random

    @property
    def has_argon2id(self) -> bool:
        """Whether the OpenSSL underneath has Argon2id (3.2 and later)."""
        try:
            Argon2id(salt=bytes(16), length=32, iterations=1, lanes=1, memory_cost=8)
        except UnsupportedAlgorithm:
            return False
        return True

    def random(self, n: int) -> bytes:
        """Fresh bytes from the operating system."""
        return self._random(n)

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        """PBKDF2-HMAC-SHA-256. Shape: 32 bytes."""
        stretcher = PBKDF2HMAC(algorithm=SHA256(), length=KEY_BYTES, salt=salt, iterations=iterations)
        return await asyncio.to_thread(stretcher.derive, secret)

    async def argon2id(
        self, secret: bytes, salt: bytes, *, passes: int, memory_kib: int, lanes: int = 1
    ) -> bytes:
        """Argon2id. Shape: 32 bytes. Errors: CryptoUnavailable when OpenSSL is too old."""
        try:
            stretcher = Argon2id(
                salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib
            )
        except UnsupportedAlgorithm as problem:
            raise CryptoUnavailable("argon2id") from problem
        return await asyncio.to_thread(stretcher.derive, secret)

    async def aes_gcm_seal(self, key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> bytes:
        """AES-256-GCM. Shape: ciphertext, then the tag."""
        assert len(key) == KEY_BYTES
        assert len(iv) == IV_BYTES
        return AESGCM(key).encrypt(iv, plaintext, aad)

    async def aes_gcm_open(self, key: bytes, iv: bytes, ciphertext: bytes, aad: bytes) -> bytes:
        """The plaintext. Errors: AuthenticationFailed."""
        assert len(key) == KEY_BYTES
        assert len(iv) == IV_BYTES
        if len(ciphertext) < TAG_BYTES:
            raise AuthenticationFailed("no room for a tag")
        try:
            return AESGCM(key).decrypt(iv, ciphertext, aad)
        except InvalidTag as problem:
            raise AuthenticationFailed("tag") from problem

    async def ed25519_generate(self) -> KeyPair:
        """A fresh signing pair."""
        seed = fresh_signing_seed(self.random)
        return KeyPair(seed, await self.ed25519_public(seed))

    async def ed25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""
        return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    async def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """A signature. Shape: 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(seed).sign(message)

    async def ed25519_verify(self, public: bytes, message: bytes, signature: bytes) -> None:
        """Returns only if the signature holds. Errors: AuthenticationFailed."""
        if not is_sound_key(public) or not is_sound_signature(signature):
            raise AuthenticationFailed("encoding")
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError) as problem:
            raise AuthenticationFailed("signature") from problem

    async def x25519_generate(self) -> KeyPair:
        """A fresh key-agreement pair."""
        seed = self.random(KEY_BYTES)
        return KeyPair(seed, await self.x25519_public(seed))

    async def x25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""
        return X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    async def x25519_exchange(self, seed: bytes, public: bytes) -> bytes:
        """The shared secret. Errors: AuthenticationFailed when it would be all zeros."""
        try:
            return X25519PrivateKey.from_private_bytes(seed).exchange(
                X25519PublicKey.from_public_bytes(public)
            )
        except ValueError as problem:  # OpenSSL itself refuses the all-zero result
            raise AuthenticationFailed("x25519") from problem

    async def hpke_seal(self, public: bytes, info: bytes, plaintext: bytes) -> bytes:
        """HPKE base mode, one message, by the library's own."""
        try:
            return _HPKE.encrypt(plaintext, X25519PublicKey.from_public_bytes(public), info)
        except ValueError as problem:
            raise AuthenticationFailed("hpke key") from problem

    async def hpke_open(self, seed: bytes, info: bytes, sealed: bytes) -> bytes:
        """The plaintext of `hpke_seal`. Errors: AuthenticationFailed."""
        if len(sealed) < HPKE_OVERHEAD_BYTES:
            raise AuthenticationFailed("hpke bytes too short")
        try:
            return _HPKE.decrypt(sealed, X25519PrivateKey.from_private_bytes(seed), info)
        except (InvalidTag, ValueError) as problem:
            raise AuthenticationFailed("hpke") from problem

    async def check(self) -> None:
        """Tries every primitive. Errors: CryptoUnavailable."""
        await check_primitives(self)
