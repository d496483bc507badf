"""Choosing one of several, or some of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import flet as ft

from views.design.icons import icon
from views.design.lettering import body_text, label, small_text
from views.design.picture import avatar, pictogram
from views.design.surface import column, filling, led_by, row, tap_card
from views.design.tokens import Tokens

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One of several. `picture` is a pictogram's name, `portrait` an avatar's; one of them or neither."""

    value: Value
    text: str
    picture: str | None = None
    portrait: str | None = None
    note: str = ""


def _mark(tokens: Tokens, is_chosen: bool) -> list[ft.Control]:
    """A tick beside the words, so that a choice never shows by colour alone."""
    return [icon(tokens, "check", ink="now")] if is_chosen else []


def choice_row(
    tokens: Tokens,
    choices: Sequence[Choice[Value]],
    chosen: Value | frozenset[Value] | None,
    on_choose: Callable[[Value], object],
) -> ft.Control:
    """Small choices side by side, wrapping: words, with a picture where there is one."""
    return row(
        [_chip(tokens, each, _is_in(each.value, chosen), on_choose) for each in choices], gap=8, wraps=True
    )


def _is_in(value: Value, chosen: Value | frozenset[Value] | None) -> bool:
    return value in chosen if isinstance(chosen, frozenset) else value == chosen


def _chip(
    tokens: Tokens, choice: Choice[Value], is_chosen: bool, on_choose: Callable[[Value], object]
) -> ft.Control:
    inside: list[ft.Control] = _mark(tokens, is_chosen)
    if choice.picture:
        inside.append(pictogram(tokens, choice.picture, 32))
    if choice.portrait:
        inside.append(avatar(tokens, choice.portrait, 36))
    said = body_text(tokens, choice.text, is_bold=is_chosen)
    said.expand = said.expand_loose = True  # long words wrap inside the chip
    inside.append(said)
    return tap_card(
        tokens,
        ft.Row(inside, spacing=8, tight=True),
        lambda: on_choose(choice.value),
        look="chosen" if is_chosen else "plain",
        is_selected=is_chosen,
        padding=ft.Padding.symmetric(vertical=max((48 - tokens.type.body * 1.4) / 2, 8), horizontal=16),
        key=f"choice-{choice.value}",
    )


def choice_cards(
    tokens: Tokens,
    choices: Sequence[Choice[Value]],
    chosen: Value | frozenset[Value] | None,
    on_choose: Callable[[Value], object],
) -> ft.Control:
    """Large choices, one below the other: a picture, a label, and a note of a line or two."""
    return ft.Column(
        [_choice_card(tokens, each, _is_in(each.value, chosen), on_choose) for each in choices],
        spacing=10,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _choice_card(
    tokens: Tokens, choice: Choice[Value], is_chosen: bool, on_choose: Callable[[Value], object]
) -> ft.Control:
    said: list[ft.Control] = [label(tokens, choice.text)]
    if choice.note:
        said.append(small_text(tokens, choice.note))
    shown: ft.Control | None = None
    if choice.picture:
        shown = pictogram(tokens, choice.picture, 52)
    if choice.portrait:
        shown = avatar(tokens, choice.portrait, 52)
    words_shown = column(said, gap=2)
    mark = next(iter(_mark(tokens, is_chosen)), None)
    return tap_card(
        tokens,
        led_by(tokens, shown, words_shown, mark) if shown else _beside(words_shown, mark),
        lambda: on_choose(choice.value),
        look="chosen" if is_chosen else "plain",
        is_selected=is_chosen,
        key=f"choice-{choice.value}",
    )


def _beside(said: ft.Control, mark: ft.Control | None) -> ft.Control:
    return row([filling(said), mark] if mark else [filling(said)])


def portrait_grid(
    tokens: Tokens,
    choices: Sequence[Choice[Value]],
    chosen: Value | None,
    on_choose: Callable[[Value], object],
    *,
    size: float = 62,
) -> ft.Control:
    """Pictures to choose from, each named for readers by its text; words appear only when chosen."""

    def tile(choice: Choice[Value]) -> ft.Control:
        is_chosen = choice.value == chosen
        shown = (
            avatar(tokens, choice.portrait, size)
            if choice.portrait
            else pictogram(tokens, choice.picture or "", size)
        )
        return tap_card(
            tokens,
            shown,
            lambda: on_choose(choice.value),
            look="chosen" if is_chosen else "plain",
            label=choice.text,
            is_selected=is_chosen,
            padding=8,
            width=size + 16,
            key=f"choice-{choice.value}",
        )

    return row([tile(each) for each in choices], gap=8, wraps=True)
