"""One step of the list: picture, words, tick circle. The whole card is the target."""

from collections.abc import Callable

import flet as ft

from services.planner.ids import StepId
from services.planner.words import Outcome
from views.design.button import icon_button
from views.design.icons import IconName
from views.design.lettering import Ink, label, small_text
from views.design.picture import pictogram
from views.design.progress import tick_circle
from views.design.surface import Look, column, filling, row, sides, tap_card
from views.design.tokens import TARGET, Tokens
from views.pupil.step_words import spoken, standing, title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences

OnStep = Callable[[StepId], object]

_SIGN_BY_OUTCOME: dict[Outcome, IconName] = {Outcome.SKIPPED: "skip", Outcome.NOT_NEEDED: "not_needed"}


def step_card(
    sentences: Sentences, tokens: Tokens, line: StepLine, on_press: OnStep | None, on_more: OnStep | None
) -> ft.Control:
    """A card that ticks, opens again or takes up again; `on_more` opens the other choices of an open step."""
    has_more = on_more is not None and (line.outcome is Outcome.NONE)
    press = None if on_press is None else lambda: on_press(line.id)
    face = tap_card(
        tokens,
        _face(sentences, tokens, line, has_more),
        press,
        look=_look(line),
        label=spoken(sentences, line, may_press=on_press is not None),
        is_checked=line.outcome is Outcome.DONE,
        padding=sides(tokens, start=16, top=12, end=4 if has_more else 16, bottom=12),
        key=f"step-{line.id}",
    )
    if not has_more or on_more is None:
        return ft.Container(face, key=f"row-{line.id}")
    more = icon_button(
        tokens,
        "more",
        sentences.today.step.name_more.format(title=title_of(sentences, line.step)),
        lambda: on_more(line.id),
        ink="soft",
        key=f"more-{line.id}",
    )
    end = 4
    placed = ft.Container(
        more,
        top=0,
        bottom=0 if not tokens.is_large else None,
        right=None if tokens.is_rtl else end,
        left=end if tokens.is_rtl else None,
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.only(top=14) if tokens.is_large else 0,
    )
    return ft.Stack([face, placed], key=f"row-{line.id}")


@ft.component
def _row(
    sentences: Sentences, tokens: Tokens, line: StepLine, on_press: OnStep | None, on_more: OnStep | None
) -> ft.Control:
    return step_card(sentences, tokens, line, on_press, on_more)


# A tick redraws the cards that changed and no other; every argument is compared by value.
step_row = ft.memo(_row)  # type: ignore[no-untyped-call]  # flet has no types here


def _face(sentences: Sentences, tokens: Tokens, line: StepLine, has_more: bool) -> ft.Control:
    """Picture, words and circle; with large letters the words go below. Room for the choices at the end."""
    picture = pictogram(tokens, line.step.picture, 60)
    circle = tick_circle(
        tokens,
        line.outcome is Outcome.DONE,
        is_now=line.is_now,
        is_paused=_is_quiet(line),
        sign=_SIGN_BY_OUTCOME.get(line.outcome, "pause"),
        size=44,
    )
    room = [ft.Container(width=TARGET)] if has_more else []
    said = _said(sentences, tokens, line)
    if tokens.is_large:
        top = row([picture, filling(ft.Container()), circle, *room], gap=8)
        return column([top, said], gap=8)
    return row([picture, filling(said), row([circle, *room], gap=0)], gap=12)


def _said(sentences: Sentences, tokens: Tokens, line: StepLine) -> ft.Control:
    shown: list[ft.Control] = [label(tokens, title_of(sentences, line.step))]
    under = standing(sentences, line)
    if under:
        ink: Ink = "done" if line.outcome is Outcome.DONE else "pause" if _is_quiet(line) else "soft"
        shown.append(small_text(tokens, under, ink=ink))
    return column(shown, gap=2)


def _is_quiet(line: StepLine) -> bool:
    """Neither done nor asked for: paused, skipped, not needed."""
    return line.is_paused or line.outcome in (Outcome.SKIPPED, Outcome.NOT_NEEDED)


def _look(line: StepLine) -> Look:
    if line.outcome is Outcome.DONE:
        return "done"
    if _is_quiet(line):
        return "pause"
    return "now" if line.is_now else "plain"
