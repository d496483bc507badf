"""One target as a parent meets it: what it is, how it feels from here today, and all voices over time."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from services.desk.family import FamilyDesk
from views.binding import use_model
from views.design.lettering import label, soft_text
from views.design.notice import empty_state
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.chart_card import chart_card
from views.pupil.notes_card import notes_card
from views.pupil.rate_card import RateTaps, rate_card
from views.pupil.rated_target_model import RatedTargetModel
from views.pupil.target_facts import facts_card
from views.pupil.target_onlookers import target_onlookers
from views.pupil.target_state import Shown, TargetState
from views.pupil.target_words import long_day
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

TWO_COLUMNS = 1040


@ft.component
def family_target_screen(model: RatedTargetModel[FamilyDesk], go: Callable[[str], None]) -> ft.Control:
    """A page for one target."""
    around, state = use_surroundings(), use_model(model)
    sentences, tokens = around.sentences, around.tokens
    said, back_label = sentences.targets.one, sentences.family.targets.back

    def back() -> None:
        go("/targets")

    if state.target is None:
        gone = empty_state(
            tokens, "targets", said.gone_title, said.gone_note, action=back_label, on_action=back
        )
        return page_body(tokens, [gone])
    picture = pictogram(tokens, state.target.picture, 64 if tokens.is_phone else 88)
    head = page_top(tokens, state.target.words, back_label=back_label, on_back=back, aside=[picture])
    now, later = _now(sentences, tokens, model, state), _later(sentences, tokens, model, state)
    if tokens.is_wide:
        halves = row([filling(column(now, gap=16)), filling(column(later, gap=16))], gap=24, is_top=True)
        return page_body(tokens, [head, halves], width=TWO_COLUMNS)
    return page_body(tokens, [head, *now, *later])


def _now(
    sentences: Sentences, tokens: Tokens, model: RatedTargetModel[FamilyDesk], state: TargetState
) -> list[ft.Control]:
    if not state.is_open:
        return [_closed(sentences, tokens, state)]
    taps = RateTaps(
        change=model.draft_rating,
        keep=model.keep_rating,
        again=model.rate_again,
        leave=lambda: model.draft_rating(None),
    )
    return [
        facts_card(sentences, tokens, state),
        rate_card(_as_a_parent(sentences), tokens, state.rate, state.rated_today, state.problem, taps),
    ]


def _as_a_parent(sentences: Sentences) -> Sentences:
    said, targets = sentences.family.targets, sentences.targets
    rate = replace(targets.rate, title=said.rate_title, note=said.rate_note)
    return replace(sentences, targets=replace(targets, rate=rate))


def _closed(sentences: Sentences, tokens: Tokens, state: TargetState) -> ft.Control:
    target, said = state.target, sentences.targets.one
    assert target is not None, "only a target that is there can be put away"
    assert target.closed_on is not None, "only a closed target has this card"
    heading = said.reached_title if target.is_reached else said.put_away_title
    shown = [label(tokens, heading), soft_text(tokens, long_day(sentences, target.closed_on, state.today))]
    return card(tokens, shown, look="done" if target.is_reached else "plain", key="closed")


def _later(
    sentences: Sentences, tokens: Tokens, model: RatedTargetModel[FamilyDesk], state: TargetState
) -> list[ft.Control]:
    assert state.target is not None, "only a target that is there has been going somehow"
    is_table = state.shown is Shown.TABLE
    chart = chart_card(
        sentences,
        tokens,
        state.chart,
        state.me,
        state.people_by_id,
        state.today,
        goal=state.target.goal,
        is_table=is_table,
        on_turn=lambda: model.show(Shown.NOTHING if is_table else Shown.TABLE),
    )
    notes = (
        [notes_card(sentences, tokens, state.notes, state.me, state.people_by_id, state.today)]
        if state.notes
        else []
    )
    people = state.people_by_id.values()
    onlookers = target_onlookers(sentences, tokens, state.me, people, state.today)
    return [chart, *notes, onlookers]
