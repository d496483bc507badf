"""The one way Firstbell writes JSON and bytes as text, so that equal things have equal hashes.

    JSON       canonical, as services/planner/canonical.py has it: rules and seals share one encoder
    base64url  RFC 4648 section 5, unpadded, trailing bits zero

Errors: InputRejected, with the field "json" or "base64url".
"""

import base64
import binascii

from services.planner.canonical import MAX_INT, USUAL_DEPTH, Json, decode, encode
from services.planner.errors import InputRejected

__all__ = ["MAX_INT", "USUAL_DEPTH", "Json", "decode", "encode", "from_base64url", "to_base64url"]


def to_base64url(raw: bytes) -> str:
    """Unpadded base64url."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_base64url(text: str, size: int | None = None) -> bytes:
    """The bytes of unpadded base64url. Errors: InputRejected, also when there are not `size` of them."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (UnicodeEncodeError, binascii.Error) as problem:
        raise InputRejected("base64url") from problem
    if to_base64url(raw) != text or (size is not None and len(raw) != size):
        raise InputRejected("base64url")
    return raw
