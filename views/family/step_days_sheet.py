"""A step of the week: its weekdays, a tick where adults may, and the way to its words and picture."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from services.planner.words import Outcome
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, small_text
from views.design.picture import pictogram
from views.design.sheet import sheet
from views.design.surface import Tap, column, filling, row
from views.design.tokens import Tokens
from views.pupil.day_picker import day_picker
from views.pupil.step_words import standing, title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class StepTaps:
    """What pressing does; None where there is nothing to keep, or adults do not tick."""

    turn_day: Callable[[int], object]
    keep: Tap | None
    write: Tap
    say: Callable[[Outcome], object] | None
    close: Tap


def step_days_sheet(
    sentences: Sentences,
    tokens: Tokens,
    line: StepLine,
    where: str,
    days: frozenset[int],
    pupil_name: str,
    taps: StepTaps,
) -> ft.BottomSheet:
    """The weekdays are those on which it is asked, in every week; `where` names the routine and the day."""
    said, routine = sentences.family.week, sentences.routine
    asked = column(
        [
            body_text(tokens, routine.sheet.days, is_bold=True),
            day_picker(sentences, tokens, days, taps.turn_day),
        ],
        gap=8,
    )
    write = quiet_button(tokens, said.more, taps.write, icon_name="edit", key="step-write")
    inside: list[ft.Control] = [
        _head(sentences, tokens, line, where),
        *_tick(sentences, tokens, line, taps.say),
        asked,
        big_button(tokens, routine.sheet.keep, taps.keep, icon_name="check", key="days-keep"),
        row([write], along="center", wraps=True),
    ]
    if taps.say is None and pupil_name:
        inside.append(small_text(tokens, said.only_pupil_ticks.format(name=pupil_name)))
    return sheet(
        tokens,
        title_of(sentences, line.step),
        inside,
        sentences.words.close,
        taps.close,
        height_about=620,
    )


def _head(sentences: Sentences, tokens: Tokens, line: StepLine, where: str) -> ft.Control:
    said: list[ft.Control] = [body_text(tokens, where, ink="soft")]
    told = standing(sentences, line)
    if told:
        said.append(
            body_text(tokens, told, ink="done" if line.outcome is Outcome.DONE else "ink", is_bold=True)
        )
    return row([pictogram(tokens, line.step.picture, 72), filling(column(said, gap=2))], gap=16)


def _tick(
    sentences: Sentences, tokens: Tokens, line: StepLine, say: Callable[[Outcome], object] | None
) -> list[ft.Control]:
    if say is None:
        return []
    said = sentences.family.week
    if line.outcome is Outcome.DONE:
        back = quiet_button(tokens, said.take_back, lambda: say(Outcome.NONE), icon_name="undo", key="untick")
        return [row([back], wraps=True)]
    done = big_button(
        tokens, said.tick, lambda: say(Outcome.DONE), kind="done", icon_name="check", key="tick"
    )
    return [column([done, small_text(tokens, said.ticked_by_you, align="center")], gap=6)]
