"""Hand over to a colleague: which pupils, to whom, whether one leaves; who is not in is let in."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

import flet as ft

from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.toggle import toggle
from views.design.working import working
from views.keeping.hand_over_model import HandOverModel
from views.keeping.hand_over_state import AskingAgain, Choosing, Done, Looking, Working
from views.keeping.keeping_trouble import trouble_notice
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.surroundings import Surroundings, use_surroundings


@ft.component
def hand_over_screen(
    model: HandOverModel, go: Callable[[str], None], on_back: Tap, on_done: Tap
) -> ft.Control:
    """`go` leads to letting a colleague in; `on_done` to whoever is at home then."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.keeping.handing_over
    ft.use_effect(model.begin, [model])
    match state:
        case Looking():
            return page_body(tokens, [])
        case Choosing():
            return _choosing(around, state, model, go, on_back)
        case AskingAgain():
            return ask_again_page(model.ask, model.back)
        case Working():
            return page_body(tokens, [working(tokens, said.working)], is_centred=True)
        case Done(colleague=colleague, leaves=leaves):
            told = (said.done_left if leaves else said.done).format(
                colleague=colleague or around.sentences.words.mentor
            )
            return question_page(
                tokens,
                said.done_title,
                [row([pictogram(tokens, "friends", 120)], along="center"), notice(tokens, told, tone="good")],
                bar=[big_button(tokens, said.go_on, on_done, key="go-on")],
            )
        case _:
            assert_never(state)


def _choosing(
    around: Surroundings, state: Choosing, model: HandOverModel, go: Callable[[str], None], on_back: Tap
) -> ft.Control:
    tokens, said, words = around.tokens, around.sentences.keeping.handing_over, around.sentences.words
    trouble = trouble_notice(around, state.problem)
    if not state.pupils:
        top = page_top(tokens, said.title, back_label=words.back, on_back=on_back)
        return page_body(tokens, [top, *trouble, empty_state(tokens, "contacts", said.none_title, said.none)])
    pupils = [Choice(one.planner, one.name or words.pupil, "backpack") for one in state.pupils]
    shown = [
        *trouble,
        title(tokens, said.pupils),
        choice_cards(tokens, pupils, state.chosen, model.choose),
        *(_to_whom(around, state, model, go) if state.chosen else []),
    ]
    return question_page(
        tokens,
        said.title,
        shown,
        hint=said.hint,
        back_label=words.back,
        on_back=on_back,
        bar=[big_button(tokens, said.now, model.hand_over if state.colleague else None, key="hand-over")],
    )


def _to_whom(
    around: Surroundings, state: Choosing, model: HandOverModel, go: Callable[[str], None]
) -> list[ft.Control]:
    tokens, said, words = around.tokens, around.sentences.keeping.handing_over, around.sentences.words
    shown: list[ft.Control] = [title(tokens, said.to)]
    if not state.colleagues:
        shown.append(notice(tokens, said.nobody, picture="mentor", key="nobody"))
        for one in state.without:
            name = around.sentences.pairing.let_in_child.format(name=one.name or words.pupil)
            let_in = quiet_button(tokens, name, partial(go, f"/invite/{one.planner}"), icon_name="add")
            shown.append(row([let_in], wraps=True))
        return shown
    people = [
        Choice(one.person, one.name or words.mentor, "mentor", note=said.leads if one.leads else said.joins)
        for one in state.colleagues
    ]
    shown.append(choice_cards(tokens, people, state.to, model.choose_colleague))
    shown.append(
        toggle(tokens, said.leaves, state.leaves, model.set_leaves, note=said.leaves_note, key="leaves")
    )
    return shown
