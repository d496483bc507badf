"""The letters of a planner as lines: who asks, what is open until when, what is over."""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.sync.pairing_port import Letter
from views.binding import use_model
from views.design.notice import notice
from views.design.surface import column
from views.pairing.guest_words import for_guest
from views.pairing.letter_page import letter_day
from views.pairing.letter_screen import letter_is_over
from views.pairing.letters_model import LettersModel
from views.surroundings import Surroundings, use_surroundings


@ft.component
def letter_lines(model: LettersModel, on_look: Callable[[str], object]) -> ft.Control:
    """Nothing where no letter was written. `on_look` gets the id of a letter by which somebody asks."""
    around, letters = use_surroundings(), use_model(model)
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    return column([_line(around, one, model, on_look) for one in letters], gap=12)


def _line(
    around: Surroundings, letter: Letter, model: LettersModel, on_look: Callable[[str], object]
) -> ft.Control:
    tokens, said = around.tokens, around.sentences.letters.open
    take_back, key = partial(model.take_back, letter.id), f"letter-{letter.id}"
    if letter.why is not None:
        over = letter_is_over(around, letter.why)
        return notice(tokens, over, tone="careful", action=said.put_away, on_action=take_back, key=key)
    if letter.is_asked:
        return notice(
            tokens,
            said.asked,
            picture="letter",
            action=said.look,
            on_action=lambda: on_look(letter.id),
            key=key,
        )
    guest = for_guest(around.sentences.pairing.letting_in.guest, letter.guest)
    text = said.open.format(guest=guest, day=letter_day(around, letter.until_ms, model.zone))
    return notice(tokens, text, picture="letter", action=said.take_back, on_action=take_back, key=key)
