"""What did not work, said kindly in the place where it happened."""

import flet as ft

from services.planner.errors import FirstbellError
from views.design.notice import notice
from views.design.tokens import Tokens
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import problem_sentence


def problem_notice(sentences: Sentences, tokens: Tokens, problem: FirstbellError | None) -> list[ft.Control]:
    """The sentence of a problem, or nothing."""
    if problem is None:
        return []
    return [notice(tokens, problem_sentence(sentences, problem), tone="careful", key="problem")]
