"""What went wrong with something that is done at the endpoint or not at all."""

import flet as ft

from services.planner.errors import EndpointUnreachable
from views.design.notice import notice
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings


def trouble_sentence(sentences: Sentences, problem: str) -> str:
    """The sentence of a `problem_key`; without a network nothing waits to be sent later here."""
    is_offline = problem == EndpointUnreachable.code
    return sentences.keeping.offline if is_offline else key_sentence(sentences, problem)


def trouble_notice(around: Surroundings, problem: str | None) -> list[ft.Control]:
    """The same in a box; nothing where all is well."""
    if problem is None:
        return []
    said = trouble_sentence(around.sentences, problem)
    return [notice(around.tokens, said, tone="careful", key="trouble")]
