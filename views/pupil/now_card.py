"""The step to look at now, as large as the screen allows, and the smaller cards of what comes after it."""

import flet as ft

from views.design.answer_area import answer_area
from views.design.button import icon_button
from views.design.lettering import body_text, greeting, small_text, soft_text
from views.design.picture import pictogram
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.step_card import OnStep
from views.pupil.step_words import spoken, standing, title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences


def now_card(
    sentences: Sentences,
    tokens: Tokens,
    line: StepLine,
    on_press: OnStep | None,
    on_more: OnStep | None,
    *,
    is_calm: bool = False,
) -> ft.Control:
    """The whole card is the tick. `is_calm` leaves the marks of urgency away: no time, no "now"."""
    face = tap_card(
        tokens,
        _face(sentences, tokens, line, may_press=on_press is not None, is_calm=is_calm),
        None if on_press is None else lambda: on_press(line.id),
        look="plain" if is_calm else "now",
        label=spoken(sentences, line, may_press=on_press is not None),
        is_checked=False,
        padding=20,
        key="now-step",
    )
    if on_more is None:
        return ft.Container(face, key="now")
    more = icon_button(
        tokens,
        "more",
        sentences.today.step.name_more.format(title=title_of(sentences, line.step)),
        lambda: on_more(line.id),
        ink="soft",
        key=f"more-{line.id}",
    )
    end = 10
    placed = ft.Container(
        more, top=10, right=None if tokens.is_rtl else end, left=end if tokens.is_rtl else None
    )
    return ft.Stack([face, placed], key="now")


def _face(
    sentences: Sentences, tokens: Tokens, line: StepLine, *, may_press: bool, is_calm: bool
) -> ft.Control:
    said = sentences.today.step
    when = "" if is_calm else standing(sentences, line)
    shown: list[ft.Control] = [
        ft.Container(
            body_text(tokens, "" if is_calm else said.now, ink="now", is_bold=True),
            padding=ft.Padding.only(top=2, left=4, right=4),
        ),
        ft.Container(
            pictogram(tokens, line.step.picture, 168 if tokens.is_phone else 200),
            alignment=ft.Alignment.CENTER,
        ),
        greeting(tokens, title_of(sentences, line.step), align="center"),
    ]
    if when:
        shown.append(soft_text(tokens, when, align="center"))
    if may_press:
        shown.append(ft.Container(answer_area(tokens, said.tick), padding=ft.Padding.only(top=8)))
    return column(shown, gap=8)


def coming_cards(
    sentences: Sentences, tokens: Tokens, coming: tuple[StepLine, ...], on_more: OnStep | None
) -> ft.Control:
    """Next and later: smaller, side by side; with large letters, or in a side column, one below the other."""
    said = sentences.today.step
    cards = [
        _coming_card(sentences, tokens, caption, line, on_more)
        for caption, line in zip((said.next, said.later), coming, strict=False)
    ]
    if tokens.is_large or tokens.is_wide:
        return column(cards, gap=10)
    return ft.Row(
        [filling(card) for card in cards],
        spacing=12,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _coming_card(
    sentences: Sentences, tokens: Tokens, caption: str, line: StepLine, on_more: OnStep | None
) -> ft.Control:
    title = title_of(sentences, line.step)
    top = row([pictogram(tokens, line.step.picture, 44), filling(small_text(tokens, caption))], gap=10)
    inside = column([top, body_text(tokens, title, is_bold=True)], gap=6)
    return tap_card(
        tokens,
        inside,
        None if on_more is None else lambda: on_more(line.id),
        label=f"{caption}: {title}",
        padding=ft.Padding.symmetric(vertical=12, horizontal=12),
        key=f"coming-{line.id}",
    )
