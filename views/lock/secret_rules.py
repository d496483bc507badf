"""What may be a PIN, four pictures or a passphrase. The answer is a word for a sentence, never a sentence."""

import unicodedata
from enum import StrEnum
from itertools import pairwise
from typing import assert_never

from services.vault.vault_state import LockKind

PIN_LEAST = 4
PIN_LEAST_IN_A_BROWSER = 6
PIN_MOST = 6
PICTURES = 12
PICTURES_IN_ORDER = 4
PASSPHRASE_LEAST = 12
PASSPHRASE_MOST = 200


class SecretProblem(StrEnum):
    """Why what was entered is not taken."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    EASY = "easy"
    NOT_THE_SAME = "not_the_same"
    WRONG = "wrong"


def problem_with(kind: LockKind, secret: str, pin_least: int = PIN_LEAST) -> SecretProblem | None:
    """What keeps `secret` from being a new lock, or None."""
    match kind:
        case LockKind.NONE:
            return None
        case LockKind.PIN:
            return _pin_problem(secret, pin_least)
        case LockKind.PICTURE_PIN:
            return _pictures_problem(secret)
        case LockKind.PASSPHRASE:
            return _passphrase_problem(secret)
        case _:
            assert_never(kind)


def pictures_text(picked: tuple[int, ...]) -> str:
    """The canonical text of pictures in order. Shape: "03-11-00-07"."""
    return "-".join(f"{index:02}" for index in picked)


def _pin_problem(secret: str, least: int) -> SecretProblem | None:
    if not secret:
        return SecretProblem.EMPTY
    if len(secret) < least:
        return SecretProblem.TOO_SHORT
    strides = {int(after) - int(before) for before, after in pairwise(secret)}
    return SecretProblem.EASY if strides in ({0}, {1}, {-1}) else None


def _pictures_problem(secret: str) -> SecretProblem | None:
    picked = secret.split("-") if secret else []
    if len(picked) < PICTURES_IN_ORDER:
        return SecretProblem.TOO_SHORT if picked else SecretProblem.EMPTY
    return SecretProblem.EASY if len(set(picked)) == 1 else None


def _passphrase_problem(secret: str) -> SecretProblem | None:
    plain = unicodedata.normalize("NFKC", secret).strip()
    if not plain:
        return SecretProblem.EMPTY
    if len(plain) < PASSPHRASE_LEAST:
        return SecretProblem.TOO_SHORT
    return SecretProblem.EASY if len(set(plain.casefold())) < 4 else None
