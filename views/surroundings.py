"""What every screen finds around it: sentences, tokens, and whose app it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import flet as ft

from services.planner.words import Role
from views.design.tokens import Tokens, tokens_for
from views.strings.catalogue import Language, Sentences
from views.strings.languages import sentences_in

Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Compared by value, so a memoised row may take it as an argument and redraws when it changes."""

    sentences: Sentences = field(default_factory=lambda: sentences_in(Language.ENGLISH), compare=False)
    tokens: Tokens = field(default_factory=tokens_for)
    role: Role | None = None
    language: Language = Language.ENGLISH


_AROUND = ft.create_context(Surroundings())


def use_surroundings() -> Surroundings:
    """The surroundings of the component that asks."""
    return ft.use_context(_AROUND)


def surrounded(by: Surroundings, draw: Callable[[], Drawn]) -> Drawn:
    """Draw with these surroundings; only the root and the tests do."""
    return _AROUND(by, draw)
