"""When is home left: a clock that moves in steps, or no set time."""

import flet as ft

from views.design.button import big_button, quiet_button
from views.design.lettering import soft_text
from views.design.picture import pictogram
from views.design.stepper import stepper
from views.design.surface import card, row
from views.lock.question_page import Progress, question_page
from views.setup.about_pupil import about_pupil
from views.setup.setup_model import LEAVE_FIRST, LEAVE_LAST, SetupModel, SetupState
from views.setup.trouble_notice import trouble_notice
from views.strings.dates import clock_of_minute
from views.surroundings import Surroundings

_LONG_STEP, _SHORT_STEP = 15, 5


def leaving_page(
    around: Surroundings, state: SetupState, model: SetupModel, progress: Progress | None
) -> ft.Control:
    """The time of an ordinary school morning."""
    tokens, said, words = around.tokens, around.sentences.setup, around.sentences.words
    asked = about_pupil(around, state)
    return question_page(
        tokens,
        asked.leave_title,
        [
            *trouble_notice(around, state),
            row([pictogram(tokens, "door", 120)], along="center"),
            _clock(around, state, model),
        ],
        hint=said.leave_hint,
        back_label=words.back,
        on_back=model.back,
        progress=progress,
        bar=[big_button(tokens, words.next, model.next, key="next")],
    )


def _clock(around: Surroundings, state: SetupState, model: SetupModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.setup
    at = state.leave_at_minute
    if at is None:
        return card(
            tokens,
            [
                soft_text(tokens, said.leave_changes, align="center"),
                _choice(around, said.leave_set, model, has_time=True),
            ],
        )

    def quick(text: str, minutes: int, key: str) -> ft.Control:
        return quiet_button(
            tokens, text.format(minutes=_LONG_STEP), lambda: model.move_leaving(minutes), key=key
        )

    clock = stepper(
        tokens,
        clock_of_minute(at),
        said.leave_earlier.format(minutes=_SHORT_STEP),
        said.leave_later.format(minutes=_SHORT_STEP),
        (lambda: model.move_leaving(-_SHORT_STEP)) if at > LEAVE_FIRST else None,
        (lambda: model.move_leaving(_SHORT_STEP)) if at < LEAVE_LAST else None,
        key="leave-at",
    )
    faster = [
        quick(said.leave_earlier, -_LONG_STEP, "leave-earlier"),
        quick(said.leave_later, _LONG_STEP, "leave-later"),
    ]
    return card(
        tokens,
        [
            clock,
            row(faster, gap=8, wraps=True, along="center"),
            _choice(around, said.leave_none, model, has_time=False),
        ],
    )


def _choice(around: Surroundings, text: str, model: SetupModel, *, has_time: bool) -> ft.Control:
    button = quiet_button(
        around.tokens,
        text,
        lambda: model.set_has_leaving_time(has_time),
        is_bare=not has_time,
        key="leave-set" if has_time else "leave-none",
    )
    return row([button], wraps=True, along="center")
