"""Zero to ten as faces and numbers: the way a person says how something goes. Never a mark out of ten."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.lettering import small_text, words
from views.design.picture import pictogram
from views.design.surface import tap_card
from views.design.tokens import READING_WIDTH, TARGET, Tokens

FACE_OF_SCORE = (
    "face_very_low", "face_very_low", "face_low", "face_low", "face_middle", "face_middle",
    "face_middle", "face_good", "face_good", "face_very_good", "face_very_good",
)  # fmt: skip

_GAP = 4
# A card's own padding and edge, on both sides.
_CARD = 40


def _tile(tokens: Tokens) -> float:
    return max(float(TARGET), tokens.type.body * 2)


def _across(tokens: Tokens) -> int:
    """How many faces stand in a row of a card, so that no row is left with a single one."""
    page = min(tokens.width, READING_WIDTH) - 2 * tokens.page_edge - _CARD
    room = page * 2 / 3 if tokens.is_wide else page
    fitting = (n for n in (11, 6, 4, 3) if n * _tile(tokens) + (n - 1) * _GAP <= room)
    return next(fitting, 2)


def face(tokens: Tokens, score: int, size: float, label: str | None = None) -> ft.Control:
    """The face that belongs to a score."""
    return pictogram(tokens, FACE_OF_SCORE[score], size, label)


def faces(
    tokens: Tokens,
    chosen: int | None,
    labels: Sequence[str],
    on_choose: Callable[[int], object],
    low_end: str,
    high_end: str,
) -> ft.Control:
    """Eleven faces with their numbers, wrapping. `labels` names each for readers, from 0 to 10."""
    assert len(labels) == len(FACE_OF_SCORE)

    def one(score: int) -> ft.Control:
        is_chosen = score == chosen
        number = words(
            tokens, str(score), size=tokens.type.body, is_bold=is_chosen, align="center", line_height=1.2
        )
        shown = ft.Column(
            [face(tokens, score, 36), number],
            spacing=2,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        return tap_card(
            tokens,
            shown,
            lambda: on_choose(score),
            look="chosen" if is_chosen else "plain",
            label=labels[score],
            is_selected=is_chosen,
            padding=ft.Padding.symmetric(vertical=8, horizontal=0),
            corner=16,
            width=_tile(tokens),
            key=f"face-{score}",
        )

    ends = ft.Row(
        [small_text(tokens, low_end), small_text(tokens, high_end, align="end")],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=tokens.is_large,
    )
    tiles = [one(score) for score in range(len(FACE_OF_SCORE))]
    across = _across(tokens)
    rows = [
        ft.Row(
            tiles[start : start + across],
            spacing=_GAP,
            run_spacing=8,
            wrap=True,
            alignment=ft.MainAxisAlignment.CENTER,
        )
        for start in range(0, len(tiles), across)
    ]
    return ft.Column([*rows, ends], spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
