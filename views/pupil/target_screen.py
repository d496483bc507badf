"""One target: what it is, how it is today, how it has been, and changing or finishing it."""

from collections.abc import Callable

import flet as ft

from services.planner.target import Target
from views.binding import use_model
from views.design.button import quiet_button
from views.design.lettering import greeting
from views.design.notice import empty_state, notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import filling, row
from views.design.tokens import Tokens
from views.pupil.chart_card import chart_card
from views.pupil.rate_card import RateTaps, rate_card
from views.pupil.target_facts import closed_card, facts_card
from views.pupil.target_model import TargetModel
from views.pupil.target_onlookers import target_onlookers
from views.pupil.target_sheets import target_sheet
from views.pupil.target_state import Shown, TargetState
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import problem_sentence
from views.surroundings import use_surroundings


@ft.component
def target_screen(model: TargetModel, go: Callable[[str], None]) -> ft.Control:
    """A page for one target. Changing and finishing it happen in a sheet from the bottom."""
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    ft.use_dialog(target_sheet(sentences, tokens, model, state))
    said = sentences.targets.one
    back = quiet_button(tokens, said.back, lambda: go("/targets"), icon_name="back", is_bare=True, key="back")
    top = row([back], wraps=True)
    if state.target is None:
        gone = empty_state(
            tokens,
            "targets",
            said.gone_title,
            said.gone_note,
            action=said.back,
            on_action=lambda: go("/targets"),
        )
        return page_body(tokens, [top, gone])
    return page_body(
        tokens,
        [
            top,
            _head(tokens, state.target),
            *_now(sentences, tokens, model, state),
            chart_card(
                sentences,
                tokens,
                state.chart,
                state.me,
                state.people_by_id,
                state.today,
                goal=state.target.goal,
                is_table=state.shown is Shown.TABLE,
                on_turn=lambda: model.show(Shown.NOTHING if state.shown is Shown.TABLE else Shown.TABLE),
            ),
            target_onlookers(sentences, tokens, state.me, state.people_by_id.values()),
            *_endings(sentences, tokens, model, state),
        ],
    )


def _head(tokens: Tokens, target: Target) -> ft.Control:
    size = 72 if tokens.is_phone else 96
    return row([pictogram(tokens, target.picture, size), filling(greeting(tokens, target.words))], gap=16)


def _now(sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState) -> list[ft.Control]:
    said = sentences.targets.one
    shown: list[ft.Control] = []
    if state.problem is not None and state.shown is Shown.NOTHING and state.rate is None:
        shown.append(
            notice(tokens, problem_sentence(sentences, state.problem), tone="careful", key="problem")
        )
    if not state.is_open:
        return [*shown, closed_card(sentences, tokens, state, model.reopen)]
    if state.is_review_due:
        shown.append(
            notice(tokens, f"{said.look_now_title}. {said.look_now_note}", picture="calendar", key="look-now")
        )
    taps = RateTaps(
        change=model.draft_rating,
        keep=model.keep_rating,
        again=model.rate_again,
        leave=lambda: model.draft_rating(None),
    )
    problem = state.problem if state.rate is not None else None
    return [
        *shown,
        facts_card(sentences, tokens, state),
        rate_card(sentences, tokens, state.rate, state.rated_today, problem, taps),
    ]


def _endings(
    sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState
) -> list[ft.Control]:
    if not state.is_open:
        return []
    said = sentences.targets.one
    change = quiet_button(
        tokens, said.change, lambda: model.show(Shown.FORM), icon_name="edit", key="change-target"
    )
    end = quiet_button(
        tokens, said.ending, lambda: model.show(Shown.ENDING), icon_name="check", key="end-target"
    )
    return [row([change, end], wraps=True)]
