"""The first ticket of a device that no endpoint knows: the grant that whoever runs one has given."""

import flet as ft

from views.design.button import big_button
from views.design.surface import Tap
from views.lock.question_page import question_page
from views.pairing.invite_model import InviteModel
from views.pairing.invite_state import Granting
from views.pairing.typed_fields import Typed, typed_fields
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings

_MOST_TYPED = 300


def grant_page(around: Surroundings, state: Granting, model: InviteModel, on_leave: Tap) -> ft.Control:
    """A whole page. Privacy: a grant is a secret; it stays in the model until it is spent."""
    tokens, said = around.tokens, around.sentences.pairing.granting
    trouble = key_sentence(around.sentences, state.problem) if state.problem else None
    grant = Typed("grant", said.grant, model.grant, model.write_grant, _MOST_TYPED)
    return question_page(
        tokens,
        said.title,
        typed_fields(around, state, grant, model, model.spend_grant, trouble),
        hint=said.hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[big_button(tokens, around.sentences.words.next, model.spend_grant, key="spend-grant")],
    )
