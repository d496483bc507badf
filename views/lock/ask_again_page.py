"""What opens the planner, asked for once more; and why it cannot be asked now."""

from typing import assert_never

import flet as ft

from views.binding import use_model
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, column
from views.lock.ask_again_model import AskAgainModel, Asking, Looking, Refused, Resting, Right
from views.lock.lock_words import for_kind
from views.lock.question_page import question_page
from views.lock.secret_pad import secret_pad
from views.strings.problem_sentence import code_sentence
from views.surroundings import use_surroundings


@ft.component
def ask_again_page(model: AskAgainModel, on_back: Tap) -> ft.Control:
    """A whole page. `on_back` leaves what was about to be done."""
    around, state = use_surroundings(), use_model(model)
    tokens, words, said = around.tokens, around.sentences.words, around.sentences.lock
    match state:
        case Looking() | Right():
            return page_body(tokens, [])
        case Asking():
            heading = for_kind(said.entering.now_title, model.secret.state.kind)
            return question_page(
                tokens, heading, [secret_pad(model.secret)], back_label=words.back, on_back=on_back
            )
        case Resting(until=until):
            told = said.unlocking.wait.format(time=until) if until else said.unlocking.card_only
            shown = column(
                [pictogram(tokens, "calm", 120), body_text(tokens, told, align="center")], across="center"
            )
            rest = ft.Semantics(live_region=True, content=shown)
            return question_page(
                tokens, said.unlocking.wait_title, [rest], back_label=words.back, on_back=on_back
            )
        case Refused(code=code):
            trouble = notice(tokens, code_sentence(around.sentences, code), tone="careful", key="trouble")
            return question_page(
                tokens, said.unlocking.stuck_title, [trouble], back_label=words.back, on_back=on_back
            )
        case _:
            assert_never(state)
