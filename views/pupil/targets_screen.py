"""All targets of a pupil, and the way to a new one."""

from collections.abc import Callable
from functools import partial

import flet as ft

from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.icons import IconName
from views.design.lettering import soft_text
from views.design.notice import empty_state
from views.design.page import page_body, page_top
from views.design.surface import column, row
from views.design.tokens import Tokens
from views.pupil.target_card import put_away_card, target_card
from views.pupil.target_onlookers import target_onlookers
from views.pupil.targets_model import TargetsModel, TargetsState
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def targets_screen(model: TargetsModel, go: Callable[[str], None]) -> ft.Control:
    """At most three open targets; those put away are one tap further."""
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    said = sentences.targets.all
    shown: list[ft.Control] = [page_top(tokens, said.title)]
    if state.open:
        shown.append(soft_text(tokens, said.note))
        shown.extend(
            target_card(sentences, tokens, one, state.today, partial(go, f"/targets/{one.target.id}"))
            for one in state.open
        )
        if state.may_add:
            shown.append(big_button(tokens, said.add, lambda: go("/targets/new"), icon_name="add", key="add"))
        else:
            shown.append(soft_text(tokens, said.full))
        shown.append(target_onlookers(sentences, tokens, state.me, state.people, state.today))
    else:
        shown.append(
            empty_state(
                tokens,
                "targets",
                said.empty_title,
                said.empty_note,
                action=said.empty_add if not state.put_away else said.add,
                on_action=lambda: go("/targets/new"),
            )
        )
    if state.put_away:
        shown.append(_put_away(sentences, tokens, model, state, go))
    return page_body(tokens, shown)


def _put_away(
    sentences: Sentences, tokens: Tokens, model: TargetsModel, state: TargetsState, go: Callable[[str], None]
) -> ft.Control:
    said = sentences.targets.all
    words = (
        said.put_away_hide if state.shows_put_away else said.put_away_show.format(count=len(state.put_away))
    )
    icon_name: IconName = "up" if state.shows_put_away else "down"
    shown: list[ft.Control] = [
        row(
            [quiet_button(tokens, words, model.turn_put_away, icon_name=icon_name, key="put-away")],
            wraps=True,
        )
    ]
    if state.shows_put_away:
        shown.extend(
            put_away_card(sentences, tokens, one, state.today, partial(go, f"/targets/{one.id}"))
            for one in state.put_away
        )
    return column(shown)
