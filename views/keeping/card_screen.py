"""The card for a lost phone: what it can do, whether there is one, and making, renewing, dropping it."""

from typing import assert_never

import flet as ft

from services.planner.words import Role
from services.sync.keeping_card import CardStanding
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, soft_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.working import working
from views.keeping.card_model import CardModel
from views.keeping.card_state import AskingAgain, Looking, ShowingCard, Shown, Working
from views.keeping.keeping_trouble import trouble_notice
from views.lock.ask_again_page import ask_again_page
from views.lock.card_page import card_page
from views.lock.question_page import question_page
from views.surroundings import Surroundings, use_surroundings


@ft.component
def card_screen(model: CardModel, on_back: Tap) -> ft.Control:
    """Begins anew each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.keeping
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    match state:
        case Looking():
            return page_body(around.tokens, [])
        case Shown(is_dropping=True):
            return _dropping(around, model)
        case Shown():
            return _shown(around, state, model, on_back)
        case AskingAgain():
            return ask_again_page(model.ask, model.back)
        case Working():
            return page_body(around.tokens, [working(around.tokens, said.card.working)], is_centred=True)
        case ShowingCard(card=card):
            return card_page(card.characters, model.back, said.shown, said.paper, card.address)
        case _:
            assert_never(state)


def _shown(around: Surroundings, state: Shown, model: CardModel, on_back: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.keeping.card
    is_own = around.role is Role.PUPIL
    shown: list[ft.Control] = [
        row([pictogram(tokens, "card", 96)], along="center"),
        body_text(tokens, said.what_own if is_own else said.what),
        body_text(tokens, said.only),
    ]
    shown += trouble_notice(around, state.problem)
    bar: list[ft.Control] = []
    match state.standing:
        case CardStanding.ALONE:
            shown.append(notice(tokens, said.alone_own if is_own else said.alone))
        case CardStanding.OTHERS:
            if not state.problem:
                shown.append(notice(tokens, said.others_own if is_own else said.others))
        case CardStanding.NONE:
            told = said.dropped if state.was_dropped else said.has_none
            shown.append(notice(tokens, told, key="standing"))
            bar.append(big_button(tokens, said.make, model.make, key="make"))
        case CardStanding.MADE:
            shown.append(notice(tokens, said.has_one, tone="good", key="standing"))
            shown.append(soft_text(tokens, said.renew_note))
            bar.append(big_button(tokens, said.renew, model.make, key="renew"))
            bar.append(quiet_button(tokens, said.drop, model.ask_to_drop, icon_name="delete", key="drop"))
        case _:
            assert_never(state.standing)
    return question_page(
        tokens, said.title, shown, back_label=around.sentences.words.back, on_back=on_back, bar=bar
    )


def _dropping(around: Surroundings, model: CardModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.keeping.card
    return question_page(
        tokens,
        said.drop_title,
        [row([pictogram(tokens, "card", 96)], along="center"), body_text(tokens, said.drop_text)],
        back_label=around.sentences.words.back,
        on_back=model.keep_it,
        bar=[
            big_button(tokens, said.drop_no, model.keep_it, key="keep-card"),
            quiet_button(tokens, said.drop, model.drop, icon_name="delete", ink="danger", key="really-drop"),
        ],
    )
