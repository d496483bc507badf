"""What the rest of the house may ask of a cryptographic library.

Two backends answer: `native.NativeCrypto` over the `cryptography` package, and `web_browser.WebCrypto`
over the browser's own WebCrypto, which only ever answers with promises; hence everything is awaited,
on every platform. SHA-256, HMAC and HKDF are not here: Python brings them everywhere (see `hkdf`).

Keys are raw bytes: 32 for AES-256-GCM, 32-byte seeds and public keys for Ed25519 and X25519.
A wrong length is a broken invariant of ours, never a matter for a person.
"""

from typing import NamedTuple, Protocol

KEY_BYTES = 32
IV_BYTES = 12
TAG_BYTES = 16
SIGNATURE_BYTES = 64
HPKE_OVERHEAD_BYTES = 48


class KeyPair(NamedTuple):
    """A private seed and the public key that belongs to it, both raw.

    Shape: 32 and 32 bytes. Privacy: the seed never leaves the device unsealed.
    """

    seed: bytes
    public: bytes

    def __repr__(self) -> str:
        return "KeyPair(…)"


class Crypto(Protocol):
    """The primitives that sealing, signing and pairing are built from."""

    @property
    def has_argon2id(self) -> bool:
        """Whether `argon2id` can answer; browsers cannot."""

    def random(self, n: int) -> bytes:
        """Fresh bytes from the platform's own generator."""

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        """PBKDF2-HMAC-SHA-256. Shape: 32 bytes."""

    async def argon2id(
        self, secret: bytes, salt: bytes, *, passes: int, memory_kib: int, lanes: int = 1
    ) -> bytes:
        """Argon2id version 1.3. Shape: 32 bytes. Errors: CryptoUnavailable in a browser."""

    async def aes_gcm_seal(self, key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> bytes:
        """AES-256-GCM. Shape: ciphertext, then the tag of 16 bytes."""

    async def aes_gcm_open(self, key: bytes, iv: bytes, ciphertext: bytes, aad: bytes) -> bytes:
        """The plaintext. Errors: AuthenticationFailed."""

    async def ed25519_generate(self) -> KeyPair:
        """A fresh signing pair."""

    async def ed25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""

    async def ed25519_sign(self, seed: bytes, message: bytes) -> bytes:
        """A signature. Shape: 64 bytes."""

    async def ed25519_verify(self, public: bytes, message: bytes, signature: bytes) -> None:
        """Returns only if the signature holds; both backends judge alike. Errors: AuthenticationFailed."""

    async def x25519_generate(self) -> KeyPair:
        """A fresh key-agreement pair."""

    async def x25519_public(self, seed: bytes) -> bytes:
        """The public key of a seed."""

    async def x25519_exchange(self, seed: bytes, public: bytes) -> bytes:
        """The shared secret. Shape: 32 bytes. Errors: AuthenticationFailed when it would be all zeros."""

    async def hpke_seal(self, public: bytes, info: bytes, plaintext: bytes) -> bytes:
        """HPKE base mode, one message. Shape: enc of 32 bytes, ciphertext, tag of 16 bytes."""

    async def hpke_open(self, seed: bytes, info: bytes, sealed: bytes) -> bytes:
        """The plaintext of `hpke_seal`. Errors: AuthenticationFailed."""

    async def check(self) -> None:
        """Tries every primitive against a known answer. Errors: CryptoUnavailable if one is not there."""
