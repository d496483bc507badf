"""A new target, one question at a time."""

from collections.abc import Callable, Sequence
from typing import assert_never

import flet as ft

from services.planner.ids import TargetId
from views.binding import use_model
from views.design.button import big_button
from views.design.notice import empty_state
from views.design.page import page_body, page_top
from views.design.progress import dots
from views.design.tokens import Tokens
from views.pupil.new_target_model import QUESTIONS, NewTargetModel, NewTargetState, Question
from views.pupil.problem_notice import problem_notice
from views.pupil.target_form import aim_part, step_part, what_part, when_part, who_part
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def new_target_screen(
    model: NewTargetModel,
    go: Callable[[str], None],
    home: str = "/targets",
    above: Sequence[ft.Control] = (),
) -> ft.Control:
    """What, the smallest next step, who and when; then to the target itself.

    `home` is where all targets are; `above` stands over all of it, where it is not one's own.
    """
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    said = sentences.targets.write

    def back() -> None:
        if not model.back():
            go(home)

    def kept(target: TargetId) -> None:
        go(f"{home}/{target}")

    top = page_top(tokens, said.title, back_label=said.back, on_back=back)
    if not state.may_add:
        full = empty_state(
            tokens,
            "targets",
            said.full_title,
            said.full_note,
            action=said.to_the_list,
            on_action=lambda: go(home),
        )
        return page_body(tokens, [top, full])
    progress = said.progress.format(at=state.at + 1, of=len(QUESTIONS))
    shown: list[ft.Control] = [
        *above,
        top,
        dots(tokens, state.at + 1, len(QUESTIONS), progress),
        *_asked(sentences, tokens, model, state),
    ]
    shown.extend(problem_notice(sentences, tokens, state.problem))
    if state.is_last:
        press = None if state.is_keeping else lambda: model.keep(kept)
        shown.append(big_button(tokens, said.keep, press, icon_name="check", key="keep"))
    else:
        shown.append(big_button(tokens, said.next, model.forward, key="next"))
    return page_body(tokens, shown, gap=24)


def _asked(
    sentences: Sentences, tokens: Tokens, model: NewTargetModel, state: NewTargetState
) -> list[ft.Control]:
    form = state.form
    match state.question:
        case Question.WHAT:
            return [
                what_part(
                    sentences, tokens, form, model.change, ideas=state.ideas, needs_words=state.needs_words
                )
            ]
        case Question.STEP:
            return [step_part(sentences, tokens, form, model.change)]
        case Question.WHO_AND_WHEN:
            return [
                who_part(sentences, tokens, form, model.change, state.people),
                when_part(sentences, tokens, form, model.change, state.today),
                aim_part(sentences, tokens, form, model.change),
            ]
        case _:
            assert_never(state.question)
