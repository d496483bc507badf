"""What a person enters to open a key file, as text with one spelling.

    asks        text before stretching
    nothing     none; the device secret alone opens
    digits      4 to 6 ASCII digits
    pictures    4 pictures of 12 in order, repeats allowed, numbered from 00: "03-11-00-07"
    passphrase  12 characters or more; with a device secret also 6 digits or more

All of it is NFKC-normalised, so that one keyboard opens what another has set. These are the rules for a
new secret; what is entered to open is only normalised and tried.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from services.planner.errors import InputRejected

PICTURES: Final = 12
PICTURES_CHOSEN: Final = 4
_MAX_CHARACTERS: Final = 256
_DIGITS: Final = re.compile(r"[0-9]{4,6}")
_PICTURES: Final = re.compile(r"(?:0[0-9]|1[01])(?:-(?:0[0-9]|1[01])){3}")
_PASSPHRASE: Final = re.compile(r".{12,}", re.DOTALL)
_PASSPHRASE_BESIDE_SECRET: Final = re.compile(r".{12,}|[0-9]{6,}", re.DOTALL)


class Asks(StrEnum):
    """What the unlock screen has to ask for."""

    NOTHING = "nothing"
    DIGITS = "digits"
    PICTURES = "pictures"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a mode, no secret


def text_of_pictures(choices: Sequence[int]) -> str:
    """The text of pictures chosen in order, numbered from 0. Errors: InputRejected."""
    if len(choices) != PICTURES_CHOSEN or any(not 0 <= choice < PICTURES for choice in choices):
        raise InputRejected("pin")
    return "-".join(f"{choice:02d}" for choice in choices)


def check_new(asks: Asks, text: str, *, has_device_secret: bool) -> None:
    """Whether this may become the secret of a key file. Errors: InputRejected."""
    normal = normalised(text).decode("utf-8")
    passphrase = _PASSPHRASE_BESIDE_SECRET if has_device_secret else _PASSPHRASE
    wanted = {Asks.DIGITS: _DIGITS, Asks.PICTURES: _PICTURES, Asks.PASSPHRASE: passphrase}[asks]
    if not wanted.fullmatch(normal):
        raise InputRejected("pin")


def normalised(text: str) -> bytes:
    """NFKC, then UTF-8. Errors: InputRejected when it is no text, or far too long."""
    try:
        raw = unicodedata.normalize("NFKC", text[: _MAX_CHARACTERS + 1]).encode("utf-8")
    except UnicodeEncodeError as problem:
        raise InputRejected("pin") from problem
    if len(text) > _MAX_CHARACTERS:
        raise InputRejected("pin", "too long")
    return raw
