"""Who can see this: a small row of faces, the same wherever something may leave the phone."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.design.lettering import small_text
from views.design.picture import avatar
from views.design.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody who can see it: their name and picture."""

    name: str
    picture: str


def who_sees(tokens: Tokens, heading: str, onlookers: Sequence[Onlooker]) -> ft.Control:
    """`heading` such as "Who can see this", then each face with its name."""
    people: list[ft.Control] = [
        ft.Row(
            [avatar(tokens, each.picture, 28), small_text(tokens, each.name, ink="ink")],
            spacing=6,
            tight=True,
        )
        for each in onlookers
    ]
    return ft.MergeSemantics(
        ft.Row([small_text(tokens, heading), *people], spacing=12, run_spacing=6, wrap=True)
    )
