"""One target: what it is, how it is today, how it has been, and changing or finishing it."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.target import Target
from views.binding import use_model
from views.design.button import quiet_button
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.sheet_host import use_sheet
from views.design.surface import Tap, column, filling, row
from views.design.tokens import Tokens
from views.pupil.chart_card import chart_card
from views.pupil.notes_card import notes_card
from views.pupil.problem_notice import problem_notice
from views.pupil.rate_card import RateTaps, rate_card
from views.pupil.target_facts import closed_card, facts_card
from views.pupil.target_model import TargetModel
from views.pupil.target_onlookers import target_onlookers
from views.pupil.target_sheets import target_sheet
from views.pupil.target_state import Shown, TargetState
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

TWO_COLUMNS = 1040


@ft.component
def target_screen(
    model: TargetModel,
    go: Callable[[str], None],
    home: str = "/targets",
    above: Sequence[ft.Control] = (),
) -> ft.Control:
    """A page for one target. Changing and finishing it happen in a sheet from the bottom.

    `home` is where all targets are; `above` stands over all of it, where it is not one's own.
    """
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    use_sheet(target_sheet(sentences, tokens, model, state))
    said = sentences.targets.one

    def back() -> None:
        go(home)

    if state.target is None:
        gone = empty_state(
            tokens,
            "targets",
            said.gone_title,
            said.gone_note,
            action=said.back,
            on_action=back,
        )
        return page_body(tokens, [gone])
    head = _head(tokens, state.target, said.back, back)
    now = _now(sentences, tokens, model, state)
    later = _later(sentences, tokens, model, state)
    if tokens.is_wide:
        halves = row([filling(column(now, gap=16)), filling(column(later, gap=16))], gap=24, is_top=True)
        return page_body(tokens, [*above, head, halves], width=TWO_COLUMNS)
    return page_body(tokens, [*above, head, *now, *later])


def _head(tokens: Tokens, target: Target, back_label: str, on_back: Tap) -> ft.Control:
    picture = pictogram(tokens, target.picture, 64 if tokens.is_phone else 88)
    return page_top(tokens, target.words, back_label=back_label, on_back=on_back, aside=[picture])


def _now(sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState) -> list[ft.Control]:
    said = sentences.targets.one
    is_elsewhere = state.shown in (Shown.FORM, Shown.ENDING) or state.rate is not None
    shown = problem_notice(sentences, tokens, None if is_elsewhere else state.problem)
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


def _later(sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState) -> list[ft.Control]:
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
    people = state.people_by_id.values()
    onlookers = target_onlookers(sentences, tokens, state.me, people, state.today)
    notes = (
        [notes_card(sentences, tokens, state.notes, state.me, state.people_by_id, state.today)]
        if state.notes
        else []
    )
    return [chart, *notes, onlookers, *_endings(sentences, tokens, model, state)]


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
