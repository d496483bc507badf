"""Pictures: pictograms that ship with the app, and our own drawings. A picture means one thing everywhere."""

import flet as ft

from views.design.avatars import AVATARS
from views.design.palettes import Palette, Tint
from views.design.pictograms import HEXCODE_BY_NAME, OWN_DRAWINGS, UNKNOWN_PICTURE
from views.design.tokens import CORNER, SMALL_CORNER, Tokens


def _image(src: str, size: float, label: str | None, ink: str | None = None) -> ft.Image:
    return ft.Image(
        src=src,
        width=size,
        height=size,
        fit=ft.BoxFit.CONTAIN,
        color=ink,
        semantics_label=label,
        exclude_from_semantics=label is None,
    )


def _source(tokens: Tokens, name: str) -> str:
    if name in OWN_DRAWINGS:
        return f"art/pictograms/{name}.svg"
    folder = "pictograms/line" if tokens.has_line_pictures else "pictograms"
    return f"{folder}/{name if name in HEXCODE_BY_NAME else UNKNOWN_PICTURE}.svg"


def pictogram(
    tokens: Tokens, name: str, size: float, label: str | None = None, *, tint: Tint | None = None
) -> ft.Control:
    """A pictogram by its name. Its word stands beside it; `label` only where no word does.

    In dark themes it lies on a light plate, because its lines are black. `tint` gives a plate everywhere.
    """
    src = _source(tokens, name)
    # Our own faces are round and filled; they need no plate in the dark.
    if tint is None and (not tokens.colours.is_dark or name.startswith("face_")):
        return _image(src, size, label)
    plate = tokens.colours.tint(tint or Tint.SAND)
    inner = size * (0.72 if tint else 0.82)
    return ft.Container(
        _image(src, inner, label),
        width=size,
        height=size,
        bgcolor=plate,
        border_radius=min(SMALL_CORNER, size / 4),
        alignment=ft.Alignment.CENTER,
    )


def avatar(tokens: Tokens, name: str, size: float = 52, label: str | None = None) -> ft.Control:
    """A person's picture in its circle. Names: those of views/design/avatars.py, or any pictogram."""
    own = AVATARS.get(name)
    plate = tokens.colours.tint(own or Tint.SAND)
    inner = size if own else size * 0.66
    src = f"art/avatars/{name}.svg" if own else _source(tokens, name)
    return ft.Container(
        _image(src, inner, label),
        width=size,
        height=size,
        bgcolor=plate,
        border_radius=size / 2,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        alignment=ft.Alignment.CENTER,
    )


def portrait(tokens: Tokens, src: str, size: float, tint: Tint) -> ft.Control:
    """A drawing that fills its tinted tile."""
    return ft.Container(
        _image(src, size, None),
        width=size,
        height=size,
        bgcolor=tokens.colours.tint(tint),
        border_radius=SMALL_CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def drawing(name: str, width: float, height: float, label: str | None = None) -> ft.Control:
    """One of our own drawings: assets/art/<name>.svg."""
    shown = _image(f"art/{name}.svg", width, label)
    shown.height = height
    return shown


def scene(tokens: Tokens, name: str, width: float, height: float, label: str) -> ft.Control:
    """One of our own drawings as a wide picture, cut to fit, a little dimmed in the dark."""
    shown = ft.Image(
        src=f"art/{name}.svg",
        width=width,
        height=height,
        fit=ft.BoxFit.COVER,
        semantics_label=label,
        opacity=0.85 if tokens.colours.is_dark else 1,
    )
    return ft.Container(shown, height=height, border_radius=CORNER, clip_behavior=ft.ClipBehavior.ANTI_ALIAS)


def swatch(colours: Palette, size: float) -> ft.Control:
    """A small picture of a theme: its ground, its card, and the three colours that matter."""

    def spot(colour: str) -> ft.Control:
        return ft.Container(width=size / 5, height=size / 5, border_radius=size / 10, bgcolor=colour)

    inside = ft.Container(
        ft.Row(
            [spot(colours.done), spot(colours.now), spot(colours.hard)],
            spacing=2,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        bgcolor=colours.card,
        border=ft.Border.all(1.5, colours.ring),
        border_radius=size / 7,
        width=size * 0.84,
        height=size * 0.5,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        inside,
        width=size,
        height=size,
        bgcolor=colours.ground,
        border=ft.Border.all(1.5, colours.ring),
        border_radius=SMALL_CORNER,
        alignment=ft.Alignment.CENTER,
    )
