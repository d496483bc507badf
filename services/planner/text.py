"""What people type, made fit to keep: composed (NFC), trimmed, of bounded length."""

import re
import unicodedata

from services.planner.errors import InputRejected

NAME_LIMIT = 40
WORDS_LIMIT = 280
NOTE_LIMIT = 1_000

# Marks that turn the direction of everything after them: they can make a text show as another one.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PICTURE = re.compile(r"[a-z0-9][a-z0-9_\-]{0,59}", re.ASCII)
_PHONE = re.compile(r"\+?[0-9 ]{2,20}", re.ASCII)


def clean_name(typed: str, field: str) -> str:
    """A name or title. Shape: 1 to 40 characters. Errors: InputRejected(field)."""
    cleaned = _clean(typed, field, NAME_LIMIT)
    if not cleaned:
        raise InputRejected(field, "empty")
    return cleaned


def clean_words(typed: str, field: str) -> str:
    """A few words, or none. Shape: 0 to 280 characters. Errors: InputRejected(field)."""
    return _clean(typed, field, WORDS_LIMIT)


def clean_note(typed: str, field: str) -> str:
    """A few sentences, in lines. Shape: 1 to 1,000 characters. Errors: InputRejected(field)."""
    lines = [_clean(line, field, NOTE_LIMIT) for line in typed.replace("\r\n", "\n").strip().split("\n")]
    cleaned = "\n".join(lines)
    if not cleaned:
        raise InputRejected(field, "empty")
    if len(cleaned) > NOTE_LIMIT:
        raise InputRejected(field, "too long")
    return cleaned


def clean_picture(name: str, field: str = "picture") -> str:
    """The name of a pictogram. Errors: InputRejected(field)."""
    if not _PICTURE.fullmatch(name):
        raise InputRejected(field, "no such name")
    return name


def clean_phone(typed: str, field: str = "phone") -> str:
    """A telephone number as people write it, or nothing. Errors: InputRejected(field)."""
    cleaned = re.sub(r"[\s().\-\u2010-\u2015]+", " ", typed).strip()
    if cleaned and not _PHONE.fullmatch(cleaned):
        raise InputRejected(field, "not a number")
    return cleaned


def _clean(typed: str, field: str, limit: int) -> str:
    cleaned = unicodedata.normalize("NFC", typed).strip()
    if len(cleaned) > limit:
        raise InputRejected(field, "too long")
    if any(unicodedata.category(c) in {"Cc", "Cs"} or c in _TURNING for c in cleaned):
        raise InputRejected(field, "control character")
    return cleaned
