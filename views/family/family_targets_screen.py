"""A child's targets as a parent meets them: each with what every voice said last."""

from collections.abc import Callable
from datetime import date
from functools import partial

import flet as ft

from services.planner.target import Rating
from views.binding import use_model
from views.design.faces import face
from views.design.lettering import body_text, label, small_text, soft_text
from views.design.notice import empty_state
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.family.family_model import FamilyModel
from views.family.pupil_switch import pupil_switch
from views.pupil.target_card import put_away_card
from views.pupil.target_onlookers import target_onlookers
from views.pupil.target_words import rating_sentence
from views.pupil.targets_model import TargetRow, TargetsModel, TargetsState
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def family_targets_screen(family: FamilyModel, model: TargetsModel, go: Callable[[str], None]) -> ft.Control:
    """The open targets, then those put away. `model` is over the chosen child's desk."""
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    whose, state = use_model(family), use_model(model)
    said, name = sentences.family.targets, whose.pupil.name
    heading = said.title.format(name=name) if name else said.title_nobody
    shown: list[ft.Control] = [
        *pupil_switch(sentences, tokens, whose.pupils, whose.chosen, family.choose),
        page_top(tokens, heading),
    ]
    if state.open:
        shown.append(soft_text(tokens, said.note.format(name=name or sentences.words.pupil)))
        shown.extend(
            _card(sentences, tokens, state, one, partial(go, f"/targets/{one.target.id}"))
            for one in state.open
        )
        shown.append(target_onlookers(sentences, tokens, state.me, state.people, state.today))
    else:
        empty = said.empty_note.format(name=name or sentences.words.pupil)
        shown.append(empty_state(tokens, "targets", said.empty_title, empty))
    shown.extend(
        put_away_card(sentences, tokens, one, state.today, partial(go, f"/targets/{one.id}"))
        for one in state.put_away
    )
    return page_body(tokens, shown)


def _card(
    sentences: Sentences, tokens: Tokens, state: TargetsState, one: TargetRow, on_open: Tap
) -> ft.Control:
    said, target = sentences.targets.all, one.target
    lines: list[ft.Control] = [label(tokens, target.words)]
    if target.next_step:
        lines.append(body_text(tokens, said.next_step.format(step=target.next_step), ink="soft"))
    if one.is_review_due:
        lines.append(body_text(tokens, said.look_again, ink="pause", is_bold=True))
    top = row([pictogram(tokens, target.picture, 60), filling(column(lines, gap=4))], gap=16, is_top=True)
    voices = [_voice(sentences, tokens, state, rating, state.today) for rating in one.voices]
    below = column(voices, gap=6) if voices else small_text(tokens, said.not_rated)
    return tap_card(tokens, column([top, below], gap=12), on_open, padding=20, key=f"target-{target.id}")


def _voice(
    sentences: Sentences, tokens: Tokens, state: TargetsState, rating: Rating, today: date
) -> ft.Control:
    people = {person.id: person for person in state.people}
    words = rating_sentence(sentences, rating, state.me, people, today)
    return row([face(tokens, rating.score, 28), filling(small_text(tokens, words, ink="ink"))], gap=10)
