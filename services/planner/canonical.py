"""Canonical JSON: one value, one row of bytes, on every device; so equal things have equal hashes.

    JSON   UTF-8 of json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False,
           allow_nan=False); integers within ±(2^53 − 1); no floats, lone surrogates or duplicate keys

Reading is as strict as writing: what comes in is encoded again and must be the same bytes. Depth is
judged before the parser runs, so that no input can exhaust the stack.

Errors: InputRejected, with the field "json". Source: the sync protocol, exact rules, "Bytes".
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, NoReturn, TypeAlias

from services.planner.errors import InputRejected

# What is read is made of lists and dicts; what is written may be called by their wider names.
Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Value: TypeAlias = "bool | int | str | Sequence[Value] | Mapping[str, Value] | None"

MAX_INT: Final = 2**53 - 1
USUAL_DEPTH: Final = 16

_ESCAPES: Final = re.compile(rb"\\.", re.DOTALL)
_NOT_MARKS: Final = bytes(byte for byte in range(256) if byte not in b'"[]{}')
_TEXT: Final = frozenset({str})
_PLAIN: Final = frozenset({str, bool, type(None)})
_OPENERS: Final = frozenset(b"[{")


def encode(value: Value) -> bytes:
    """Canonical bytes of a value. Errors: InputRejected when it holds what JSON of ours may not."""
    _check(value)
    return _dump(value)


def decode(raw: bytes, max_depth: int = USUAL_DEPTH) -> Json:
    """The value of canonical bytes. Errors: InputRejected when they are anything else."""
    if _depth(raw) > max_depth:
        raise InputRejected("json", "too deep")
    try:
        value: Json = json.loads(
            raw.decode("utf-8"), parse_float=_no_float, parse_constant=_no_float, parse_int=_small_int
        )
    except (ValueError, RecursionError) as problem:
        raise InputRejected("json", "not json") from problem
    if _dump(value) != raw:
        raise InputRejected("json", "not canonical")
    return value


def _dump(value: Value) -> bytes:
    try:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        return text.encode("utf-8")
    except (ValueError, TypeError, RecursionError) as problem:  # UnicodeEncodeError is a ValueError
        raise InputRejected("json", "cannot be written") from problem


def _check(value: object) -> None:
    """Types say most of this; a float or a number as a key would still pass `json` unnoticed.

    Looks at the kinds inside a container at once, in C: a vault file of a school year is written often.
    """
    waiting: list[object] = [[value]]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if not _TEXT.issuperset(map(type, item)):
                raise InputRejected("json", "a key that is no text")
            inside = list(item.values())
        elif isinstance(item, list):
            inside = item
        elif isinstance(item, int):
            if abs(item) > MAX_INT:
                raise InputRejected("json", "integer too large")
            continue
        elif item is None or isinstance(item, str):
            continue
        else:
            raise InputRejected("json", "not a json type")
        if not _PLAIN.issuperset(map(type, inside)):
            waiting.extend(inside)


def _depth(raw: bytes) -> int:
    """How deep the parser would go. Quick: everything but brackets outside strings goes first, in C."""
    marks = _ESCAPES.sub(b"", raw).translate(None, _NOT_MARKS)
    outside_strings = b"".join(marks.replace(b'""', b"").split(b'"')[::2])
    deepest = depth = 0
    for bracket in outside_strings:
        if bracket in _OPENERS:
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest


def _small_int(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MAX_INT:
        raise InputRejected("json", "integer too large")
    return int(digits)


def _no_float(_: str) -> NoReturn:
    raise InputRejected("json", "not an integer")
