"""The first ticket of a device that no endpoint knows: the grant that whoever runs one has given."""

import flet as ft

from views.design.button import big_button
from views.design.field import field
from views.design.surface import Tap
from views.lock.question_page import question_page
from views.pairing.invite_model import InviteModel
from views.pairing.invite_state import Granting
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings

_MOST_TYPED = 300


def grant_page(around: Surroundings, state: Granting, model: InviteModel, on_leave: Tap) -> ft.Control:
    """A whole page. Privacy: a grant is a secret; it stays in the model until it is spent."""
    tokens, said = around.tokens, around.sentences.pairing.granting
    problem = key_sentence(around.sentences, state.problem) if state.problem else None
    is_address = state.needs_address and state.problem == "endpoint"
    fields = [
        field(
            tokens,
            said.grant,
            model.grant,
            model.write_grant,
            error=None if is_address else problem,
            max_length=_MOST_TYPED,
            on_submit=model.spend_grant,
            is_focused=True,
            key=f"grant-{state.fresh}",
        )
    ]
    if state.needs_address:
        fields.append(
            field(
                tokens,
                around.sentences.pairing.coming_in.address,
                model.address,
                model.write_address,
                hint=around.sentences.pairing.coming_in.address_example,
                error=problem if is_address else None,
                max_length=_MOST_TYPED,
                on_submit=model.spend_grant,
                key=f"address-{state.fresh}",
            )
        )
    return question_page(
        tokens,
        said.title,
        fields,
        hint=said.hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[big_button(tokens, around.sentences.words.next, model.spend_grant, key="spend-grant")],
    )
