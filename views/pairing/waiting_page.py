"""Somebody has asked by a letter: the three pictures, for as long as nobody has said yes."""

import flet as ft

from views.design.button import big_button, quiet_button
from views.design.lettering import body_text
from views.design.named_pictures import named_pictures
from views.design.notice import notice
from views.design.surface import Tap
from views.lock.question_page import question_page
from views.pairing.join_model import JoinModel
from views.pairing.join_state import Comparing
from views.surroundings import Surroundings


def waiting_page(
    around: Surroundings, state: Comparing, model: JoinModel, on_later: Tap | None
) -> ft.Control:
    """A whole page. `on_later` leads to what else is on this device, if anything is."""
    tokens, said = around.tokens, around.sentences.letters.waiting
    name_by_picture = around.sentences.words.pictures
    named = [(picture, name_by_picture[picture]) for picture in state.pictures]
    offline = [notice(tokens, around.sentences.pairing.offline, key="offline")] if state.is_offline else []
    bar = [big_button(tokens, said.look_now, model.look_now, key="look-now")]
    if on_later:
        bar.append(quiet_button(tokens, said.later, on_later, key="later"))
    bar.append(quiet_button(tokens, said.give_up, model.give_up, is_bare=True, key="give-up"))
    return question_page(
        tokens,
        said.title,
        [
            *offline,
            named_pictures(tokens, named, said=", ".join(word for _, word in named)),
            body_text(tokens, said.note),
        ],
        hint=said.hint,
        bar=bar,
    )
