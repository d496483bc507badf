"""The pages of something grave: what it means, the lock once more, the work, and that it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

import flet as ft

from views.binding import use_model
from views.design.button import Kind, big_button, quiet_button
from views.design.notice import notice
from views.design.page import page_body
from views.design.surface import Tap
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.people.grave_model import AskingAgain, Done, GraveModel, Told, Working
from views.people.person_words import OFFLINE
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings


@dataclass(frozen=True, slots=True)
class Grave:
    """The words of one such thing. Shape: `told` stands under the heading; `no` stays where one is."""

    heading: str
    told: Sequence[ft.Control]
    do: str
    no: str
    working: str
    kind: Kind = "go"


@ft.component
def grave_page(
    model: GraveModel, words: Grave, on_back: Tap, done: Callable[[], ft.Control], on_no: Tap | None = None
) -> ft.Control:
    """A whole page. `done` draws what stands there when it is done."""
    around, state = use_surroundings(), use_model(model)
    tokens = around.tokens
    match state:
        case Told(problem=problem):
            trouble = [notice(tokens, trouble_said(around, problem), tone="careful", key="trouble")]
            return question_page(
                tokens,
                words.heading,
                [*(trouble if problem else []), *words.told],
                back_label=around.sentences.words.back,
                on_back=on_back,
                bar=[
                    big_button(tokens, words.do, model.agree, kind=words.kind, key="agree"),
                    quiet_button(tokens, words.no, on_no or on_back, is_bare=True, key="no"),
                ],
            )
        case AskingAgain():
            return ask_again_page(model.ask, model.step_back)
        case Working():
            return page_body(tokens, [working(tokens, words.working)], is_centred=True)
        case Done():
            return done()
        case _:
            assert_never(state)


def trouble_said(around: Surroundings, problem: str | None) -> str:
    """Why it was not done."""
    if not problem:
        return ""
    if problem in OFFLINE:
        return around.sentences.people.out.offline
    return key_sentence(around.sentences, problem)
