"""How old are you: a group, never a birthday, and it may stay unsaid."""

import flet as ft

from services.planner.words import AgeBand
from views.design.button import quiet_button
from views.design.choice import Choice, choice_cards
from views.lock.question_page import Progress, question_page
from views.setup.about_pupil import about_pupil
from views.setup.setup_model import SetupModel, SetupState
from views.surroundings import Surroundings

_PICTURES = ("teddy", "kite", "skateboard", "guitar")


def age_page(
    around: Surroundings, state: SetupState, model: SetupModel, progress: Progress | None
) -> ft.Control:
    """Four doors; each answers and goes on."""
    tokens, said, words = around.tokens, around.sentences.setup, around.sentences.words
    asked = about_pupil(around, state)
    ages = [
        Choice(band, text, picture) for band, text, picture in zip(AgeBand, said.ages, _PICTURES, strict=True)
    ]
    return question_page(
        tokens,
        asked.age_title,
        [choice_cards(tokens, ages, state.age_band, model.choose_age)],
        hint=asked.age_hint,
        back_label=words.back,
        on_back=model.back,
        progress=progress,
        bar=[
            quiet_button(
                tokens, asked.age_not_said, lambda: model.choose_age(None), is_bare=True, key="age-not-said"
            )
        ],
    )
