"""Which Ed25519 public keys and signatures are looked at in the first place.

Libraries differ on keys of small order and on encodings that are not the shortest. Every device must
judge an entry alike, whatever draws its curve, so both are refused here before a library is asked.

Source: RFC 8032 section 5.1.3 for the encoding; the eight points of small order of edwards25519.
"""

from typing import Final

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_Y_OF_ORDER_EIGHT: Final = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER_Y: Final = frozenset({0, 1, _P - 1, _Y_OF_ORDER_EIGHT, _P - _Y_OF_ORDER_EIGHT})
_SIGN_BIT: Final = 1 << 255


def is_sound_point(encoded: bytes) -> bool:
    """Whether 32 bytes are the one encoding of a point that is not of small order, as far as y tells."""
    if len(encoded) != 32:
        return False
    y = int.from_bytes(encoded, "little") & ~_SIGN_BIT
    return y < _P and y not in _SMALL_ORDER_Y


def is_sound_signature(signature: bytes) -> bool:
    """Whether 64 bytes are a sound point R followed by a scalar below the group's order."""
    if len(signature) != 64:
        return False
    return is_sound_point(signature[:32]) and int.from_bytes(signature[32:], "little") < _ORDER
