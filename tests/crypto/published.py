"""Published vectors, asked of whichever backend is given, in CPython and in a browser's Python.

Plain assertions with the case's number, so that a browser can report them without pytest.
"""

from typing import Any

from services.crypto import hpke
from services.crypto.hkdf import hkdf_expand, hkdf_extract
from services.crypto.port import Crypto
from services.planner.errors import AuthenticationFailed, CryptoUnavailable

Vectors = dict[str, Any]
ITERATED_EXCHANGES = 1000


async def check_rfc5869(_: Crypto, vectors: Vectors) -> int:
    for number, case in enumerate(vectors["cases"]):
        prk = hkdf_extract(_raw(case["salt"]), _raw(case["ikm"]))
        assert prk.hex() == case["prk"], number
        assert hkdf_expand(prk, _raw(case["info"]), case["length"]).hex() == case["okm"], number
    return len(vectors["cases"])


async def check_rfc7748(crypto: Crypto, vectors: Vectors) -> int:
    for case in [*vectors["exchange"], *vectors["zero_bytes"]]:
        shared = await crypto.x25519_exchange(_raw(case["seed"]), _raw(case["public"]))
        assert shared.hex() == case["shared"]
    alice, bob, shared_hex = (vectors["agreement"][who] for who in ("alice", "bob", "shared"))
    for one, other in ((alice, bob), (bob, alice)):
        assert (await crypto.x25519_public(_raw(one["seed"]))).hex() == one["public"]
        shared = await crypto.x25519_exchange(_raw(one["seed"]), _raw(other["public"]))
        assert shared.hex() == shared_hex
    scalar = point = _raw(vectors["iterated"]["start"])
    for turn in range(1, ITERATED_EXCHANGES + 1):
        scalar, point = await crypto.x25519_exchange(scalar, point), scalar
        assert scalar.hex() == vectors["iterated"].get(f"after_{turn}", scalar.hex()), turn
    for public in vectors["refused"]:
        await _refused(crypto.x25519_exchange(_raw(alice["seed"]), _raw(public)), public)
    return (
        len(vectors["exchange"])
        + len(vectors["zero_bytes"])
        + 2
        + ITERATED_EXCHANGES
        + len(vectors["refused"])
    )


async def check_rfc8032(crypto: Crypto, vectors: Vectors) -> int:
    for number, case in enumerate(vectors["cases"]):
        seed, public, message = _raw(case["seed"]), _raw(case["public"]), _raw(case["message"])
        assert (await crypto.ed25519_public(seed)).hex() == case["public"], number
        signature = await crypto.ed25519_sign(seed, message)
        assert signature.hex() == case["signature"], number
        await crypto.ed25519_verify(public, message, signature)
        await _refused(crypto.ed25519_verify(public, message + b"x", signature), number)
        await _refused(crypto.ed25519_verify(public, message, signature[:-1]), number)
    return len(vectors["cases"])


async def check_ed25519_edges(crypto: Crypto, vectors: Vectors) -> int:
    for case in vectors["cases"]:
        attempt = crypto.ed25519_verify(_raw(case["public"]), _raw(case["message"]), _raw(case["signature"]))
        if case["holds"]:
            await attempt
        else:
            await _refused(attempt, case["why"])
    return len(vectors["cases"])


async def check_rfc9180(crypto: Crypto, vectors: Vectors) -> int:
    """The key schedule, then every kept message; the first also through the backend's own `hpke_open`."""
    info, enc = _raw(vectors["info"]), _raw(vectors["enc"])
    seed, ephemeral, public = _raw(vectors["skRm"]), _raw(vectors["skEm"]), _raw(vectors["pkRm"])
    assert (await crypto.x25519_public(seed)) == public
    assert (await crypto.x25519_public(ephemeral)) == enc
    dh = await crypto.x25519_exchange(ephemeral, public)
    secret = hpke._shared_secret(dh, enc + public)
    assert secret.hex() == vectors["shared_secret"]
    key, first_iv = hpke._schedule(secret, info)
    assert (key.hex(), first_iv.hex()) == (vectors["key"], vectors["base_nonce"])
    for case in vectors["encryptions"]:
        iv = (int.from_bytes(first_iv, "big") ^ case["number"]).to_bytes(12, "big")
        sealed = await crypto.aes_gcm_seal(key, iv, _raw(case["pt"]), _raw(case["aad"]))
        assert sealed.hex() == case["ct"], case["number"]
        opened = await crypto.aes_gcm_open(key, iv, sealed, _raw(case["aad"]))
        assert opened.hex() == case["pt"], case["number"]
    first = vectors["encryptions"][0]
    opened = await hpke.hpke_open(crypto, seed, info, enc + _raw(first["ct"]), _raw(first["aad"]))
    assert opened.hex() == first["pt"]
    sealed = await crypto.hpke_seal(public, info, b"own")
    assert await crypto.hpke_open(seed, info, sealed) == b"own"
    assert await hpke.hpke_open(crypto, seed, info, sealed) == b"own"
    assert await crypto.hpke_open(seed, info, await hpke.hpke_seal(crypto, public, info, b"own")) == b"own"
    await _refused(crypto.hpke_open(seed, info + b"x", sealed), "info")
    await _refused(crypto.hpke_open(seed, info, sealed[:40]), "short")
    await _refused(crypto.hpke_open(seed, info, bytes(32) + sealed[32:]), "enc of small order")
    await _refused(crypto.hpke_seal(bytes(32), info, b""), "key of small order")
    return len(vectors["encryptions"])


async def check_pbkdf2(crypto: Crypto, vectors: Vectors) -> int:
    for number, case in enumerate(vectors["cases"]):
        key = await crypto.pbkdf2(_raw(case["secret"]), _raw(case["salt"]), case["iterations"])
        assert key.hex().startswith(case["begins"]), number
    return len(vectors["cases"])


async def check_argon2id(crypto: Crypto, vectors: Vectors) -> int:
    for number, case in enumerate(vectors["cases"]):
        attempt = crypto.argon2id(
            _raw(case["secret"]),
            _raw(case["salt"]),
            passes=case["passes"],
            memory_kib=case["memory_kib"],
            lanes=case["lanes"],
        )
        if crypto.has_argon2id:
            assert (await attempt).hex() == case["key"], number
        else:
            await _refused(attempt, number, CryptoUnavailable)
    return len(vectors["cases"])


async def check_gcm(crypto: Crypto, vectors: Vectors) -> int:
    for number, case in enumerate(vectors["cases"]):
        key, iv, aad, sealed = (_raw(case[name]) for name in ("key", "iv", "aad", "sealed"))
        if case["plaintext"] is None:
            await _refused(crypto.aes_gcm_open(key, iv, sealed, aad), number)
        else:
            assert (await crypto.aes_gcm_seal(key, iv, _raw(case["plaintext"]), aad)) == sealed, number
            assert (await crypto.aes_gcm_open(key, iv, sealed, aad)).hex() == case["plaintext"], number
    return len(vectors["cases"])


PUBLISHED = {
    "rfc5869": check_rfc5869,
    "rfc7748": check_rfc7748,
    "rfc8032": check_rfc8032,
    "rfc9180": check_rfc9180,
    "ed25519_edges": check_ed25519_edges,
    "pbkdf2": check_pbkdf2,
    "argon2id": check_argon2id,
    "gcm": check_gcm,
}


def _raw(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal)


async def _refused(attempt: Any, which: object, error: type[Exception] = AuthenticationFailed) -> None:
    try:
        await attempt
    except error:
        return
    raise AssertionError(f"accepted: {which}")
