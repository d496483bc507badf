"""One known answer for each primitive, asked of a backend before the first key is made.

A browser may lack Ed25519 or X25519, and a page without TLS has no WebCrypto at all. Then the first
screen says so and stops; there is no second, weaker suite.
"""

from services.crypto.port import Crypto
from services.planner.errors import CryptoUnavailable, FirstbellError

# Source: RFC 8032 section 7.1 test 1; NIST GCM test case 13; RFC 7914 section 11.
_SIGN_SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
_SIGN_PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
_GCM_EMPTY = bytes.fromhex("530f8afbc74536b9a963b4f1c4cb738b")
_PBKDF2_ONE = bytes.fromhex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc")


async def check_primitives(crypto: Crypto) -> None:
    """Returns only if every primitive gives its known answer. Errors: CryptoUnavailable."""
    try:
        await _check_symmetric(crypto)
        await _check_curves(crypto)
    except FirstbellError as problem:
        raise CryptoUnavailable("a primitive is not there") from problem


async def _check_symmetric(crypto: Crypto) -> None:
    _expect(await crypto.aes_gcm_seal(bytes(32), bytes(12), b"", b"") == _GCM_EMPTY, "aes-gcm")
    _expect(await crypto.aes_gcm_open(bytes(32), bytes(12), _GCM_EMPTY, b"") == b"", "aes-gcm")
    _expect(await crypto.pbkdf2(b"passwd", b"salt", 1) == _PBKDF2_ONE, "pbkdf2")
    _expect(len(crypto.random(32)) == 32, "random")


async def _check_curves(crypto: Crypto) -> None:
    _expect(await crypto.ed25519_public(_SIGN_SEED) == _SIGN_PUBLIC, "ed25519")
    signature = await crypto.ed25519_sign(_SIGN_SEED, b"")
    await crypto.ed25519_verify(_SIGN_PUBLIC, b"", signature)
    one, two = await crypto.x25519_generate(), await crypto.x25519_generate()
    shared = await crypto.x25519_exchange(one.seed, two.public)
    _expect(shared == await crypto.x25519_exchange(two.seed, one.public), "x25519")
    _expect(
        await crypto.hpke_open(one.seed, b"", await crypto.hpke_seal(one.public, b"", b"")) == b"", "hpke"
    )


def _expect(holds: bool, primitive: str) -> None:
    if not holds:
        raise CryptoUnavailable(primitive)
