"""What helped: the words that people said with their numbers, the newest first."""

from collections.abc import Mapping, Sequence
from datetime import date

import flet as ft

from services.planner.ids import PersonId
from services.planner.person import Person
from services.planner.target import Rating
from views.design.button import quiet_button
from views.design.lettering import body_text, small_text, title
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens
from views.design.voice_marks import mark_picture
from views.pupil.target_words import rating_sentence, role_index
from views.strings.catalogue import Sentences

SHOWN_AT_FIRST = 4


@ft.component
def notes_card(
    sentences: Sentences,
    tokens: Tokens,
    notes: Sequence[Rating],
    me: Person | None,
    people: Mapping[PersonId, Person],
    today: date,
) -> ft.Control:
    """Each note under who said it and when; older ones are one tap away."""
    shows_all, show_all = ft.use_state(False)
    said = sentences.targets.chart
    lines: list[ft.Control] = []
    for note in notes if shows_all else notes[:SHOWN_AT_FIRST]:
        words = column(
            [
                body_text(tokens, note.words),
                small_text(tokens, rating_sentence(sentences, note, me, people, today)),
            ],
            gap=0,
        )
        lines.append(row([mark_picture(tokens, role_index(note.voice)), filling(words)], gap=10, is_top=True))
    if len(notes) > SHOWN_AT_FIRST and not shows_all:
        older = quiet_button(tokens, said.older_notes, lambda: show_all(True), key="older-notes")
        lines.append(row([older], wraps=True))
    return card(tokens, [title(tokens, said.notes), *lines], gap=14, key="notes")
