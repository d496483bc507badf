"""HPKE (RFC 9180), base mode, one message, over the `Crypto` port.

Suite: DHKEM(X25519, HKDF-SHA-256) 0x0020, HKDF-SHA-256 0x0001, AES-256-GCM 0x0002.

    | offset | size | field                                    |
    |--------|------|------------------------------------------|
    | 0      | 32   | enc, the ephemeral X25519 public key     |
    | 32     | p    | AES-256-GCM ciphertext                   |
    | 32+p   | 16   | its tag                                  |

Browsers have no HPKE, so `WebCrypto` uses this. `NativeCrypto` has its library's own; the tests hold the
two against each other and against the vectors of RFC 9180, which is what the `aad` argument is for:
Firstbell itself binds everything through `info`.
"""

from services.crypto.hkdf import hkdf_expand, hkdf_extract
from services.crypto.port import HPKE_OVERHEAD_BYTES, IV_BYTES, KEY_BYTES, Crypto
from services.planner.errors import AuthenticationFailed

ENC_BYTES = 32
_KEM_SUITE = b"KEM\x00\x20"
_HPKE_SUITE = b"HPKE\x00\x20\x00\x01\x00\x02"
_BASE_MODE = b"\0"


async def hpke_seal(crypto: Crypto, public: bytes, info: bytes, plaintext: bytes, aad: bytes = b"") -> bytes:
    """Seals one message to a public key. Errors: AuthenticationFailed when the key is not a usable point."""
    ephemeral = await crypto.x25519_generate()
    dh = await crypto.x25519_exchange(ephemeral.seed, public)
    key, iv = _schedule(_shared_secret(dh, ephemeral.public + public), info)
    return ephemeral.public + await crypto.aes_gcm_seal(key, iv, plaintext, aad)


async def hpke_open(crypto: Crypto, seed: bytes, info: bytes, sealed: bytes, aad: bytes = b"") -> bytes:
    """The plaintext of `hpke_seal`. Errors: AuthenticationFailed."""
    if len(sealed) < HPKE_OVERHEAD_BYTES:
        raise AuthenticationFailed("hpke bytes too short")
    enc = sealed[:ENC_BYTES]
    dh = await crypto.x25519_exchange(seed, enc)
    public = await crypto.x25519_public(seed)
    key, iv = _schedule(_shared_secret(dh, enc + public), info)
    return await crypto.aes_gcm_open(key, iv, sealed[ENC_BYTES:], aad)


def _shared_secret(dh: bytes, kem_context: bytes) -> bytes:
    prk = _labeled_extract(_KEM_SUITE, b"", b"eae_prk", dh)
    return _labeled_expand(_KEM_SUITE, prk, b"shared_secret", kem_context, 32)


def _schedule(shared_secret: bytes, info: bytes) -> tuple[bytes, bytes]:
    psk_id_hash = _labeled_extract(_HPKE_SUITE, b"", b"psk_id_hash", b"")
    info_hash = _labeled_extract(_HPKE_SUITE, b"", b"info_hash", info)
    context = _BASE_MODE + psk_id_hash + info_hash
    secret = _labeled_extract(_HPKE_SUITE, shared_secret, b"secret", b"")
    key = _labeled_expand(_HPKE_SUITE, secret, b"key", context, KEY_BYTES)
    return key, _labeled_expand(_HPKE_SUITE, secret, b"base_nonce", context, IV_BYTES)


def _labeled_extract(suite: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
    return hkdf_extract(salt, b"HPKE-v1" + suite + label + ikm)


def _labeled_expand(suite: bytes, prk: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return hkdf_expand(prk, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)
