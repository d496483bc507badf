"""The one way anything is encrypted at rest or in a log: `seal(K, info, header, plaintext)`.

    | offset | size | field                                                          |
    |--------|------|----------------------------------------------------------------|
    | 0      | 24   | N, random                                                      |
    | 24     | 32   | C, the key commitment                                          |
    | 56     | p    | AES-256-GCM ciphertext, aad = header ‖ N ‖ C                   |
    | 56+p   | 16   | its tag                                                        |

    okm = HKDF-SHA-256(ikm = K, salt = N, info = "fb1 " ‖ info ‖ 0x00 ‖ header, 76 bytes)
    key = okm[0:32]   iv = okm[32:44]   C = okm[44:76]

Every message has its own key, so the limit on random nonces under one GCM key never comes near. C is
compared first: C wrong means the wrong key, C right and tag wrong means changed bytes. GCM alone does
not commit to its key; C does, so no bytes open under two keys. The header is authenticated, not stored.

Version 1, frozen. Specification: docs/spec/seal.md. Vectors: tests/vectors/seal.json.
"""

from services.crypto.hkdf import hkdf, same_bytes
from services.crypto.port import IV_BYTES, KEY_BYTES, TAG_BYTES, Crypto
from services.planner.errors import HeaderUnknown, KeyMissing

SALT_BYTES = 24
COMMITMENT_BYTES = 32
OVERHEAD_BYTES = SALT_BYTES + COMMITMENT_BYTES + TAG_BYTES


async def seal(crypto: Crypto, key: bytes, info: str, header: bytes, plaintext: bytes) -> bytes:
    """Encrypts, binding `info` and `header`. Shape: `OVERHEAD_BYTES` longer than the plaintext."""
    salt = crypto.random(SALT_BYTES)
    message_key, iv, commitment = _derive(key, info, header, salt)
    front = salt + commitment
    return front + await crypto.aes_gcm_seal(message_key, iv, plaintext, header + front)


async def open_sealed(crypto: Crypto, key: bytes, info: str, header: bytes, sealed: bytes) -> bytes:
    """The plaintext of `seal`.

    Errors: HeaderUnknown when too short to be sealed; KeyMissing when key, info or header is another;
    AuthenticationFailed when the key fits and the bytes were changed.
    """
    if len(sealed) < OVERHEAD_BYTES:
        raise HeaderUnknown("sealed bytes too short")
    front = sealed[: SALT_BYTES + COMMITMENT_BYTES]
    message_key, iv, commitment = _derive(key, info, header, front[:SALT_BYTES])
    if not same_bytes(commitment, front[SALT_BYTES:]):
        raise KeyMissing("commitment differs")
    return await crypto.aes_gcm_open(message_key, iv, sealed[len(front) :], header + front)


def _derive(key: bytes, info: str, header: bytes, salt: bytes) -> tuple[bytes, bytes, bytes]:
    assert len(key) == KEY_BYTES
    purpose = b"fb1 " + info.encode("ascii") + b"\0" + header
    okm = hkdf(key, salt, purpose, KEY_BYTES + IV_BYTES + COMMITMENT_BYTES)
    return okm[:KEY_BYTES], okm[KEY_BYTES : KEY_BYTES + IV_BYTES], okm[KEY_BYTES + IV_BYTES :]
