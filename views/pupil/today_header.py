"""The head of Today: who, which routine, how it stands as a row of dots, and what else there is to know."""

import flet as ft

from services.planner.words import Outcome
from views.design.button import icon_button
from views.design.lettering import greeting, soft_text, title
from views.design.notice import notice
from views.design.picture import avatar
from views.design.progress import dots
from views.design.surface import Tap, column, filling, row
from views.design.tokens import Tokens
from views.pupil.step_words import for_part, title_of
from views.pupil.today_state import (
    DayPaused,
    Finished,
    NoRoutines,
    RoutineEmpty,
    RoutinePaused,
    StepLine,
    StepsShown,
    TodayBody,
    TodayState,
)
from views.strings.catalogue import Sentences


def today_header(sentences: Sentences, tokens: Tokens, state: TodayState, on_menu: Tap | None) -> ft.Control:
    """Greeting, routine and dots. `on_menu` opens what else can be done about today."""
    said = sentences.today
    name = state.me.name if state.me is not None else ""
    hello = for_part(said.greeting if name else said.greeting_nobody, state.part).format(name=name)
    lines: list[ft.Control] = [
        # A phone is narrow: a greeting on one line leaves the step above the fold.
        title(tokens, hello, level=1) if tokens.is_phone else greeting(tokens, hello)
    ]
    under = _under(sentences, state.body)
    if under:
        lines.append(soft_text(tokens, under))
    words = column(lines, gap=2)
    face = [] if state.me is None else [avatar(tokens, state.me.picture, 56 if tokens.is_phone else 72)]
    menu = [] if on_menu is None else [_menu(sentences, tokens, on_menu)]
    row_of_dots = _dots(sentences, tokens, state.body)
    if tokens.is_large:
        top = row([*face, filling(ft.Container()), *menu])
        return column([top, words, row_of_dots], gap=12)
    has_dots = isinstance(state.body, StepsShown | Finished)
    if tokens.is_phone and has_dots:
        return column([row([*face, filling(words)], gap=14), row([filling(row_of_dots), *menu])], gap=4)
    return column([row([*face, filling(words), *menu], gap=16), row_of_dots], gap=12)


def _menu(sentences: Sentences, tokens: Tokens, on_menu: Tap) -> ft.Control:
    return icon_button(tokens, "more", sentences.today.menu, on_menu, has_edge=True, key="today-menu")


def today_notices(sentences: Sentences, tokens: Tokens, state: TodayState) -> list[ft.Control]:
    """Quiet lines above the steps, each only when it is true."""
    said, shown = sentences.today, list[ft.Control]()
    if state.is_after_midnight:
        weekday = sentences.words.weekdays[state.date.weekday()]
        text = said.still_evening.format(weekday=weekday)
        shown.append(notice(tokens, text, picture="moon", key="still-evening"))
    if state.is_school_hours and isinstance(state.body, StepsShown | Finished):
        shown.append(notice(tokens, said.school_time, picture="school", key="school-time"))
    return shown


def _under(sentences: Sentences, body: TodayBody) -> str:
    match body:
        case StepsShown(routine=routine) | Finished(routine=routine) | RoutineEmpty(routine=routine):
            return title_of(sentences, routine)
        case RoutinePaused(routine=routine):
            return title_of(sentences, routine)
        case NoRoutines() | DayPaused():
            return ""


def _dots(sentences: Sentences, tokens: Tokens, body: TodayBody) -> ft.Control:
    match body:
        case StepsShown(steps=steps) | Finished(steps=steps):
            asked = [line for line in steps if _is_asked(line)]
            done = sum(line.outcome is Outcome.DONE for line in asked)
            label = sentences.today.standing.say(done, asked=str(len(asked)))
            return dots(tokens, done, len(asked), label)
        case _:
            return ft.Container()


def _is_asked(line: StepLine) -> bool:
    return line.outcome is not Outcome.NOT_NEEDED and not line.is_paused
