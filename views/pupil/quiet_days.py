"""Today when nothing is asked: paused, empty, or finished. A drawing, a sentence and one thing to do."""

from collections.abc import Callable
from datetime import date

import flet as ft

from services.planner.ids import RoutineId
from services.planner.words import PauseReason, Size
from views.design.button import quiet_button
from views.design.lettering import body_text, soft_text, title
from views.design.notice import empty_state
from views.design.picture import drawing, pictogram
from views.design.surface import Tap, card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.step_words import reason_word, title_of
from views.pupil.today_state import DayPaused, Finished, NoRoutines, RoutineEmpty, RoutinePaused
from views.strings.catalogue import Sentences
from views.strings.dates import long_date


def no_routines(sentences: Sentences, tokens: Tokens, body: NoRoutines, on_add: Tap | None) -> ft.Control:
    """A day without routines."""
    said = sentences.today
    text = said.empty_other_day if body.has_any else said.empty_text
    may_add = not body.has_any
    return empty_state(
        tokens,
        "routine",
        said.empty_title,
        text,
        action=said.adding.open if may_add else None,
        on_action=on_add if may_add else None,
    )


def routine_empty(
    sentences: Sentences, tokens: Tokens, body: RoutineEmpty, on_edit: Tap | None
) -> ft.Control:
    """A routine that has no step on this weekday."""
    said = sentences.today
    return empty_state(
        tokens,
        "routine",
        said.routine_empty_title,
        said.routine_empty_text,
        action=said.add_steps if on_edit is not None else None,
        on_action=on_edit,
    )


def paused(
    sentences: Sentences, tokens: Tokens, body: DayPaused | RoutinePaused, on_take_up: Tap | None
) -> ft.Control:
    """A pause: quiet, with its reason if somebody said one, and the way back."""
    said = sentences.today.pause
    match body:
        case DayPaused():
            what, text = said.day_title, said.day_text
        case RoutinePaused(routine=routine):
            what = said.paused_routine.format(routine=title_of(sentences, routine))
            text = said.paused_text
    shown: list[ft.Control] = [
        drawing("empty_pause", 200, 150),
        title(tokens, what, align="center"),
        soft_text(tokens, text, align="center"),
    ]
    why = _why(sentences, body.reason, body.until)
    if why:
        shown.append(body_text(tokens, why, ink="pause", is_bold=True, align="center"))
    if on_take_up is not None:
        shown.append(
            row(
                [quiet_button(tokens, said.take_up, on_take_up, icon_name="play", key="take-up")],
                along="center",
            )
        )
    return card(tokens, shown, look="pause", across="center", padding=28, key="paused")


def _why(sentences: Sentences, reason: PauseReason | None, until: date | None) -> str:
    said = sentences.today.pause
    end = said.until.format(day=long_date(sentences.words, until)) if until is not None else ""
    if reason is None:
        return end
    word = reason_word(sentences, reason)
    return said.with_reason.format(what=word, reason=end) if end else word


def finished(
    sentences: Sentences,
    tokens: Tokens,
    body: Finished,
    on: date,
    on_look_back: Tap,
    on_next: Callable[[RoutineId], object] | None,
) -> ft.Control:
    """One warm sentence just after the last step; later a single line that says it is done."""
    said = sentences.today.finished
    look_back = quiet_button(tokens, said.look_back, on_look_back, is_bare=True, key="look-back")
    if body.is_fresh:
        shown: list[ft.Control] = [
            drawing("empty_day_done", 240, 180),
            title(tokens, _warm(sentences, body, on), align="center"),
            row([look_back], along="center"),
        ]
        done = card(tokens, shown, look="done", across="center", padding=28, key="finished")
    else:
        quiet = said.quiet.format(routine=title_of(sentences, body.routine))
        line = row(
            [pictogram(tokens, body.routine.picture, 44), filling(body_text(tokens, quiet, is_bold=True))]
        )
        done = card(tokens, [line, row([look_back])], look="done", gap=4, key="finished")
    rest: ft.Control = soft_text(tokens, said.nothing_more, align="center")
    if body.next_up is not None and on_next is not None:
        up = body.next_up
        text = said.next_up.format(routine=title_of(sentences, up))
        rest = row(
            [quiet_button(tokens, text, lambda: on_next(up.id), picture=up.picture, key="next-up")],
            along="center",
        )
    return column([done, rest], gap=16)


def _warm(sentences: Sentences, body: Finished, on: date) -> str:
    """The sentences take turns by the day, so that none wears out; after a hard day they know it."""
    said = sentences.today.finished
    turns = said.warm if body.size is Size.USUAL else said.warm_small
    return turns[on.toordinal() % len(turns)]
