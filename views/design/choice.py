"""Choosing: one of several, on or off, a little more or a little less."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import flet as ft

from views.design.button import icon_button
from views.design.icons import icon
from views.design.lettering import body_text, label, small_text, words
from views.design.picture import avatar, pictogram
from views.design.surface import Tap, row, tap_card
from views.design.tokens import SMALL_CORNER, Tokens

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
    inside.append(body_text(tokens, choice.text, is_bold=is_chosen))
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
    inside: list[ft.Control] = [
        ft.Column(said, spacing=2, tight=True, expand=True),
        *_mark(tokens, is_chosen),
    ]
    if choice.picture:
        inside.insert(0, pictogram(tokens, choice.picture, 52))
    if choice.portrait:
        inside.insert(0, avatar(tokens, choice.portrait, 52))
    return tap_card(
        tokens,
        ft.Row(inside, spacing=14),
        lambda: on_choose(choice.value),
        look="chosen" if is_chosen else "plain",
        is_selected=is_chosen,
        key=f"choice-{choice.value}",
    )


def portrait_grid(
    tokens: Tokens,
    choices: Sequence[Choice[Value]],
    chosen: Value | None,
    on_choose: Callable[[Value], object],
    *,
    size: float = 68,
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
            key=f"choice-{choice.value}",
        )

    return row([tile(each) for each in choices], gap=8, wraps=True)


def toggle(
    tokens: Tokens,
    text: str,
    is_on: bool,
    on_change: Callable[[bool], object],
    *,
    note: str = "",
    picture: str | None = None,
    key: str | None = None,
) -> ft.Control:
    """On or off: the whole row is the target, and its name is its words."""
    c = tokens.colours
    said: list[ft.Control] = [body_text(tokens, text, is_bold=True)]
    if note:
        said.append(small_text(tokens, note))
    switch = ft.Switch(
        value=is_on,
        on_change=lambda event: on_change(bool(event.control.value)),
        thumb_color=c.card if is_on else c.ring,
        track_color=c.done if is_on else c.card,
        track_outline_color=c.done if is_on else c.ring,
    )
    inside: list[ft.Control] = [ft.Column(said, spacing=2, tight=True, expand=True), switch]
    if picture:
        inside.insert(0, pictogram(tokens, picture, 44))
    return ft.MergeSemantics(
        ft.Container(
            ft.Row(inside, spacing=14),
            bgcolor=c.card,
            border=ft.Border.all(tokens.edge_width, c.edge),
            border_radius=SMALL_CORNER + 4,
            padding=ft.Padding.symmetric(vertical=12, horizontal=16),
            on_click=lambda _: on_change(not is_on),
        ),
        key=key,
    )


def stepper(
    tokens: Tokens,
    text: str,
    less_label: str,
    more_label: str,
    on_less: Tap | None,
    on_more: Tap | None,
    *,
    key: str | None = None,
) -> ft.Control:
    """A value between minus and plus. `text` is the value as it is read; None switches an end off."""
    value = words(tokens, text, size=tokens.type.label, is_bold=True, align="center", line_height=1.25)
    value.expand = True
    return ft.Row(
        [
            icon_button(tokens, "remove", less_label, on_less, has_edge=True, size=56),
            ft.Semantics(live_region=True, content=value, expand=True),
            icon_button(tokens, "add", more_label, on_more, has_edge=True, size=56),
        ],
        spacing=12,
        key=key,
    )
