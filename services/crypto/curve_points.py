"""Which Ed25519 public keys and signatures are looked at, and which seeds are made.

Every device must judge an entry alike, whatever draws its curve. Libraries differ on keys with a part of
small order, on encodings that are not the shortest, and on bytes that are no point at all: one engine
(WebKitGTK) ends the whole tab over those. So a public key must lie on the curve and in the group of
prime order, and all of it is judged here before a library is asked. Public keys are no secret, so plain
arithmetic will do; a key is judged once and then remembered.

Likewise no seed is made whose first byte is zero, because that engine cannot load it: 255 of 256 are left.

Source: RFC 8032 sections 5.1.3 and 5.1.4; the eight points of small order of edwards25519.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE: Final = pow(2, (_P - 1) // 4, _P)
_Y_OF_ORDER_EIGHT: Final = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER_Y: Final = frozenset({0, 1, _P - 1, _Y_OF_ORDER_EIGHT, _P - _Y_OF_ORDER_EIGHT})
_SIGN_BIT: Final = 1 << 255
_KEYS_REMEMBERED: Final = 32_768  # an endpoint sees many devices


@lru_cache(maxsize=_KEYS_REMEMBERED)
def is_sound_key(public: bytes) -> bool:
    """Whether 32 bytes are the one encoding of a point of the group of prime order."""
    if not _is_sound_point(public):
        return False
    y = int.from_bytes(public, "little") & ~_SIGN_BIT
    x = _x_of(y)
    return x is not None and _times_order(_Point(x, y, 1, x * y % _P)).is_neutral()


def is_sound_signature(signature: bytes) -> bool:
    """Whether 64 bytes are a sound R followed by a scalar below the group's order."""
    if len(signature) != 64:
        return False
    return _is_sound_point(signature[:32]) and int.from_bytes(signature[32:], "little") < _ORDER


def is_portable_seed(seed: bytes) -> bool:
    """Whether every engine can load these 32 bytes as an Ed25519 seed."""
    return seed[0] != 0


def fresh_signing_seed(random: Callable[[int], bytes]) -> bytes:
    """A new Ed25519 seed that every engine can load. Shape: 32 bytes."""
    while not is_portable_seed(seed := random(32)):
        pass
    return seed


class _Point(NamedTuple):
    """Extended coordinates: x = X/Z, y = Y/Z, T = XY/Z."""

    x: int
    y: int
    z: int
    t: int

    def plus(self, other: "_Point") -> "_Point":
        a = (self.y - self.x) * (other.y - other.x) % _P
        b = (self.y + self.x) * (other.y + other.x) % _P
        c = 2 * self.t * other.t * _D % _P
        d = 2 * self.z * other.z % _P
        e, f, g, h = b - a, d - c, d + c, b + a
        return _Point(e * f % _P, g * h % _P, f * g % _P, e * h % _P)

    def is_neutral(self) -> bool:
        return self.x == 0 and self.y == self.z


def _is_sound_point(encoded: bytes) -> bool:
    if len(encoded) != 32:
        return False
    y = int.from_bytes(encoded, "little") & ~_SIGN_BIT
    return y < _P and y not in _SMALL_ORDER_Y


def _x_of(y: int) -> int | None:
    """One of the two x of a y; which one makes no difference to the order of the point."""
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    for candidate in (x, x * _ROOT_OF_MINUS_ONE % _P):
        if (v * candidate * candidate - u) % _P == 0:
            return candidate
    return None


def _times_order(point: _Point) -> _Point:
    total = point
    for bit in bin(_ORDER)[3:]:
        total = total.plus(total)
        if bit == "1":
            total = total.plus(point)
    return total
