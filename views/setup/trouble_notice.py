"""Why the planner could not be made, on the question that was answered last."""

import flet as ft

from views.design.notice import notice
from views.setup.setup_model import SetupState
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings


def trouble_notice(around: Surroundings, state: SetupState) -> list[ft.Control]:
    """The sentence, or nothing."""
    if state.error is None:
        return []
    said = code_sentence(around.sentences, state.error)
    return [notice(around.tokens, said, tone="careful", key="trouble")]
