"""Which sentence belongs to which kind of lock and which mistake."""

from services.vault.vault_state import LockKind
from views.lock.secret_model import SecretState
from views.lock.secret_rules import SecretProblem
from views.strings.groups.lock import EnteringSecret, ForEachKind


def for_kind(each: ForEachKind, kind: LockKind) -> str:
    """The sentence of a kind that asks for something."""
    match kind:
        case LockKind.PICTURE_PIN:
            return each.pictures
        case LockKind.PASSPHRASE:
            return each.words
        case _:
            return each.pin


def problem_words(said: EnteringSecret, state: SecretState, pin_least: int) -> str | None:
    """What keeps an entry from being taken, as a sentence."""
    match state.problem:
        case None:
            return None
        case SecretProblem.EMPTY:
            return for_kind(said.empty, state.kind)
        case SecretProblem.TOO_SHORT:
            return for_kind(said.too_short, state.kind).format(least=pin_least)
        case SecretProblem.EASY:
            return said.easy
        case SecretProblem.NOT_THE_SAME:
            return said.not_the_same
        case SecretProblem.WRONG:
            return said.wrong
