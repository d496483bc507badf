"""The two sheets over a target's page: changing it, and finishing it."""

from typing import assert_never

import flet as ft

from views.design.button import big_button
from views.design.lettering import soft_text
from views.design.sheet import sheet
from views.design.tokens import Tokens
from views.pupil.problem_notice import problem_notice
from views.pupil.target_form import aim_part, step_part, what_part, when_part, who_part
from views.pupil.target_model import TargetModel
from views.pupil.target_state import Shown, TargetState
from views.strings.catalogue import Sentences


def target_sheet(
    sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState
) -> ft.BottomSheet | None:
    """The sheet that is open, if one is."""
    if state.target is None or not state.is_open:
        return None
    match state.shown:
        case Shown.FORM:
            return _form(sentences, tokens, model, state)
        case Shown.ENDING:
            return _ending(sentences, tokens, model)
        case Shown.NOTHING | Shown.TABLE:
            return None
        case _:
            assert_never(state.shown)


def _form(sentences: Sentences, tokens: Tokens, model: TargetModel, state: TargetState) -> ft.BottomSheet:
    said, form = sentences.targets.write, state.form
    shown: list[ft.Control] = [
        what_part(sentences, tokens, form, model.change, needs_words=state.needs_words),
        step_part(sentences, tokens, form, model.change),
        who_part(sentences, tokens, form, model.change, state.people),
        when_part(sentences, tokens, form, model.change, state.today),
        aim_part(sentences, tokens, form, model.change),
    ]
    shown.extend(problem_notice(sentences, tokens, state.problem))
    shown.append(big_button(tokens, said.keep_changes, model.keep_form, icon_name="check", key="keep-form"))
    return sheet(tokens, sentences.targets.one.change, shown, said.leave, lambda: model.show(Shown.NOTHING))


def _ending(sentences: Sentences, tokens: Tokens, model: TargetModel) -> ft.BottomSheet:
    said = sentences.targets.one
    shown: list[ft.Control] = [
        soft_text(tokens, said.ending_note),
        big_button(
            tokens,
            said.reached,
            lambda: model.close(is_reached=True),
            kind="done",
            icon_name="check",
            key="reached",
        ),
        big_button(tokens, said.put_away, lambda: model.close(is_reached=False), key="put-it-away"),
    ]
    return sheet(
        tokens, said.ending_title, shown, said.not_yet, lambda: model.show(Shown.NOTHING), is_short=True
    )
