"""The other routines of the day, one tap away, and the switch between one, three and all steps."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.ids import RoutineId
from services.planner.words import StepView
from views.design.icons import icon
from views.design.lettering import body_text, small_text
from views.design.picture import pictogram
from views.design.segments import Segment, segments
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.step_words import title_of
from views.pupil.today_state import RoutineTab
from views.strings.catalogue import Sentences


def other_routines(
    sentences: Sentences,
    tokens: Tokens,
    tabs: Sequence[RoutineTab],
    on_choose: Callable[[RoutineId], object],
) -> ft.Control | None:
    """Small cards; a finished one has its tick, a paused one its sign."""
    others = tuple(tab for tab in tabs if not tab.is_shown)
    return _kept_others(sentences, tokens, others, on_choose, key="others") if others else None


@ft.component
def _others(
    sentences: Sentences,
    tokens: Tokens,
    others: Sequence[RoutineTab],
    on_choose: Callable[[RoutineId], object],
) -> ft.Control:
    cards = [_routine_card(sentences, tokens, tab, on_choose) for tab in others]
    across = 1 if tokens.is_phone or tokens.is_large or tokens.is_wide else 2
    lines = [cards[start : start + across] for start in range(0, len(cards), across)]
    rows: list[ft.Control] = [
        row([filling(each) for each in line], gap=10) if len(line) > 1 else line[0] for line in lines
    ]
    return column([small_text(tokens, sentences.today.others), *rows], gap=8)


# A tick changes neither these nor the switch, so it draws neither again.
_kept_others = ft.memo(_others)  # type: ignore[no-untyped-call]  # flet has no types here


def _routine_card(
    sentences: Sentences, tokens: Tokens, tab: RoutineTab, on_choose: Callable[[RoutineId], object]
) -> ft.Control:
    said = sentences.today
    title = title_of(sentences, tab.routine)
    inside: list[ft.Control] = [
        pictogram(tokens, tab.routine.picture, 36),
        filling(body_text(tokens, title)),
    ]
    spoken = title
    if tab.is_finished:
        inside.append(icon(tokens, "check", ink="done"))
        spoken = f"{title}, {said.step.done}"
    elif tab.is_paused:
        inside.append(icon(tokens, "pause", ink="pause"))
        spoken = f"{title}, {said.step.paused}"
    return tap_card(
        tokens,
        row(inside, gap=10),
        lambda: on_choose(tab.routine.id),
        label=spoken,
        padding=ft.Padding.symmetric(vertical=8, horizontal=14),
        key=f"routine-{tab.routine.id}",
    )


def view_switch(
    sentences: Sentences, tokens: Tokens, view: StepView, on_view: Callable[[StepView], object]
) -> ft.Control:
    """One, three or all."""
    switch: ft.Control = _kept_switch(sentences, tokens, view, on_view, key="view-switch")
    return switch


@ft.component
def _switch(
    sentences: Sentences, tokens: Tokens, view: StepView, on_view: Callable[[StepView], object]
) -> ft.Control:
    said = sentences.today.view
    choices = (
        Segment(StepView.ONE, said.one, said.name_one),
        Segment(StepView.THREE, said.three, said.name_three),
        Segment(StepView.ALL, said.all, said.name_all),
    )
    return segments(tokens, choices, view, on_view, key="view")


_kept_switch = ft.memo(_switch)  # type: ignore[no-untyped-call]  # flet has no types here
