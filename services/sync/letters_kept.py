"""The letters of a planner as the device that wrote them keeps them: one document of its `meta`.

    "letters"   {"written": [{"id", "guest", "until_ms", "is_asked", "why": why it is over or null,
                              "invitation": as in `pairing_kept`, null once it is over}, …]}

So a letter is sealed with its planner, is in no log and no backup, and goes when the planner goes.
Privacy: whoever reads it can print the letter again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from services.crypto.canonical import Json
from services.sync.inviting import Invitation, Spoilt
from services.sync.pairing_kept import invitation_to_wire
from services.sync.pairing_port import Guest, Letter
from services.vault.journal import Journal
from services.vault.settling import Kept, Replacement, Rows
from services.vault.storage import Document

LETTERS: Final = "letters"


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """One of them. Shape: `invitation` as it stands in the document; None once it is over."""

    letter: Letter
    invitation: Json = field(repr=False)

    def after(self, invitation: Invitation) -> "KeptLetter":
        """The letter after its invitation was looked at."""
        if invitation.spoilt is not None:
            return self.over(invitation.spoilt)
        letter = replace(self.letter, is_asked=invitation.claim is not None)
        return KeptLetter(letter, invitation_to_wire(invitation))

    def over(self, why: Spoilt) -> "KeptLetter":
        """The letter when nobody comes in by it any more; its secrets are gone."""
        return KeptLetter(replace(self.letter, is_asked=False, why=why), None)


Change: TypeAlias = Callable[[tuple[KeptLetter, ...]], Iterable[KeptLetter]]


def letters_in(meta: Rows) -> tuple[KeptLetter, ...]:
    """Those that are kept, the oldest first."""
    return tuple(map(_read, meta[LETTERS]["written"])) if LETTERS in meta else ()


async def change_letters(journal: Journal, change: Change) -> None:
    """Keeps others in their place. `change` gets those that are there then. Errors: those of the vault."""

    def step(kept: Kept) -> Replacement:
        before = letters_in(kept.meta)
        after = tuple(change(before))
        if after == before:
            return Replacement()
        document: Document = {"written": [_to_kept(one) for one in after]}
        return Replacement(meta={LETTERS: document if after else None})

    await journal.settle(step)


def _to_kept(one: KeptLetter) -> Document:
    letter = one.letter
    return {
        "id": letter.id,
        "guest": letter.guest.value,
        "until_ms": letter.until_ms,
        "is_asked": letter.is_asked,
        "why": letter.why.value if letter.why else None,
        "invitation": one.invitation,
    }


def _read(kept: Document) -> KeptLetter:
    why = Spoilt(kept["why"]) if kept["why"] else None
    letter = Letter(kept["id"], Guest(kept["guest"]), kept["until_ms"], kept["is_asked"], why)
    return KeptLetter(letter, kept["invitation"])
