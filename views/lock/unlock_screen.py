"""In front of a locked planner."""

from typing import assert_never

import flet as ft

from services.vault.vault_state import LockKind
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.field import field
from views.design.lettering import greeting, soft_text, title
from views.design.page import page_body
from views.design.picture import drawing, pictogram
from views.design.surface import column, row
from views.lock.card_page import card_page
from views.lock.lock_words import for_kind
from views.lock.new_lock_page import new_lock_page
from views.lock.question_page import question_page
from views.lock.secret_pad import secret_pad
from views.lock.stuck_page import deleting_page, elsewhere_page, forgotten_page, resting_page, stuck_page
from views.lock.unlock_model import UnlockModel
from views.lock.unlock_state import (
    Asking,
    AskingCard,
    CardProblem,
    ChoosingAnew,
    Deleting,
    Elsewhere,
    Forgotten,
    Looking,
    Resting,
    ShowingCard,
    Stuck,
)
from views.surroundings import Surroundings, use_surroundings

_NARROW = 420


@ft.component
def unlock_screen(model: UnlockModel) -> ft.Control:
    """Whatever stands in front of the planner now; it looks by itself when it comes up."""
    around = use_surroundings()
    state = use_model(model)
    ft.use_effect(model.look, [model])
    match state:
        case Looking():
            return _looking(around)
        case Asking(kind=kind):
            return _asking(around, model, kind)
        case Resting(until=until):
            return resting_page(around, until, model.forgot)
        case Forgotten(may_try=may_try):
            return forgotten_page(around, model.go_back if may_try else None, model.delete)
        case Deleting():
            return deleting_page(around, model.go_back, model.really_delete)
        case AskingCard():
            return _card(model, state)
        case ChoosingAnew(is_busy=True):
            return _looking(around)
        case ChoosingAnew(error=error):
            note = around.sentences.lock.unlocking.opened_by_card
            return new_lock_page(model.new_lock, None, model.new_lock.go_on, note=note, error=error)
        case ShowingCard(characters=characters):
            return card_page(characters, model.go_on)
        case Elsewhere():
            return elsewhere_page(around, model.go_on, model.try_elsewhere_again)
        case Stuck():
            return stuck_page(around, state, model)
        case _:
            assert_never(state)


def _looking(around: Surroundings) -> ft.Control:
    tokens = around.tokens
    shown = [
        pictogram(tokens, "key", 96),
        title(tokens, around.sentences.lock.unlocking.opening, align="center"),
    ]
    quiet = ft.Semantics(live_region=True, content=column(shown, gap=16, across="center"))
    return page_body(tokens, [quiet], is_centred=True)


def _asking(around: Surroundings, model: UnlockModel, kind: LockKind) -> ft.Control:
    tokens, said = around.tokens, around.sentences.lock
    forgot = quiet_button(tokens, said.unlocking.forgot, model.forgot, is_bare=True, key="forgot")
    asked = column(
        [
            *([] if tokens.is_large else [drawing("empty_lock", 144, 108)]),
            greeting(tokens, for_kind(said.entering.open_title, kind), align="center"),
            soft_text(tokens, for_kind(said.entering.open_hint, kind), align="center"),
        ],
        gap=8,
        across="center",
    )
    pad = secret_pad(model.secret, is_alone=True)
    shown = [asked, pad, row([forgot], wraps=True, along="center")]
    return page_body(tokens, shown, is_centred=True, width=_NARROW)


@ft.component
def _card(model: UnlockModel, state: AskingCard) -> ft.Control:
    around = use_surroundings()
    typed, set_typed = ft.use_state("")
    tokens, said = around.tokens, around.sentences.lock
    problem = {
        None: None,
        CardProblem.EMPTY: said.unlocking.card_empty,
        CardProblem.WRONG: said.unlocking.card_wrong,
    }[state.problem]
    open_ = said.entering.checking if state.is_busy else said.unlocking.card_open
    return question_page(
        tokens,
        said.unlocking.card_title,
        [
            field(
                tokens,
                said.unlocking.card_field,
                typed,
                set_typed,
                error=problem,
                max_length=60,
                keyboard="text",
                on_submit=lambda: model.try_card(typed),
                is_focused=True,
                key="card-letters",
            ),
            *([soft_text(tokens, said.unlocking.card_only)] if not state.may_go_back else []),
        ],
        hint=said.unlocking.card_hint,
        back_label=around.sentences.words.back,
        on_back=model.go_back if state.may_go_back else None,
        bar=[big_button(tokens, open_, lambda: model.try_card(typed), key="card-open")],
    )
