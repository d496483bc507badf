"""Who asks by a letter: compare, and let them in or turn them away."""

from typing import assert_never

import flet as ft

from services.sync.inviting import Spoilt
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.surface import Tap
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.pairing.comparing_page import added_page, comparing_page, trouble
from views.pairing.letter_model import LetterModel
from views.pairing.letter_state import Added, Adding, AskingAgain, Comparing, Looking, Nobody, Over
from views.surroundings import Surroundings, use_surroundings


@ft.component
def letter_screen(model: LetterModel, on_leave: Tap) -> ft.Control:
    """Begins anew each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.letters.open
    ft.use_effect(model.begin, [model])

    def take_back() -> None:
        model.take_back(on_leave)

    match state:
        case AskingAgain():
            return ask_again_page(model.ask, on_leave)
        case Looking():
            return page_body(around.tokens, [working(around.tokens, said.looking)], is_centred=True)
        case Nobody():
            return _nobody(around, state, model, on_leave)
        case Comparing(guest=guest, asks=asks, problem=problem):
            return comparing_page(
                around, guest, asks, problem, model.approve, take_back, hint=said.asked_hint
            )
        case Adding():
            adding = around.sentences.pairing.letting_in.adding
            return page_body(around.tokens, [working(around.tokens, adding)], is_centred=True)
        case Added():
            return added_page(around, on_leave)
        case Over(why=why):
            return _over(around, why, take_back)
        case _:
            assert_never(state)


def letter_is_over(around: Surroundings, why: Spoilt) -> str:
    """Why nobody comes in by a letter any more."""
    said = around.sentences.letters.open
    return {
        Spoilt.WRONG_CODES: said.wrong_codes,
        Spoilt.TOO_LATE: said.too_late,
        Spoilt.TWO_DEVICES: said.two_devices,
        Spoilt.LOST: said.lost,
    }[why]


def _nobody(around: Surroundings, state: Nobody, model: LetterModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.letters.open
    return question_page(
        tokens,
        said.nobody_title,
        [*trouble(around, state.problem), body_text(tokens, said.nobody)],
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[quiet_button(tokens, around.sentences.letters.waiting.look_now, model.look, key="look-now")],
    )


def _over(around: Surroundings, why: Spoilt, on_put_away: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.letters.open
    return question_page(
        tokens,
        said.over_title,
        [notice(tokens, letter_is_over(around, why), tone="careful", key="over")],
        bar=[big_button(tokens, said.put_away, on_put_away, key="put-away")],
    )
