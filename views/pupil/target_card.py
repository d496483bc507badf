"""A target in the list: its picture and words, the next step, and what was said last."""

from datetime import date

import flet as ft

from services.planner.target import Target
from views.design.faces import face
from views.design.lettering import body_text, label, small_text
from views.design.picture import pictogram
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.target_words import as_heading, day_phrase
from views.pupil.targets_model import TargetRow
from views.strings.catalogue import Sentences


def target_card(
    sentences: Sentences, tokens: Tokens, one: TargetRow, today: date, on_open: Tap
) -> ft.Control:
    """An open target; the whole card opens it."""
    said, target = sentences.targets.all, one.target
    lines: list[ft.Control] = [label(tokens, target.words)]
    if target.next_step:
        lines.append(body_text(tokens, said.next_step.format(step=target.next_step), ink="soft"))
    if one.is_review_due:
        lines.append(body_text(tokens, said.look_again, ink="pause", is_bold=True))
    top: list[ft.Control] = [pictogram(tokens, target.picture, 60), filling(column(lines, gap=4))]
    shown: list[ft.Control] = [row(top, gap=16, is_top=True)]
    if one.latest is not None:
        words = said.said.format(score=one.latest.score, day=day_phrase(sentences, one.latest.date, today))
        shown.append(
            row([face(tokens, one.latest.score, 32), filling(small_text(tokens, words, ink="ink"))], gap=10)
        )
    else:
        shown.append(small_text(tokens, said.not_rated))
    return tap_card(tokens, column(shown, gap=12), on_open, padding=20, key=f"target-{target.id}")


def put_away_card(
    sentences: Sentences, tokens: Tokens, target: Target, today: date, on_open: Tap
) -> ft.Control:
    """A target put away, smaller."""
    said = sentences.targets.all
    day = day_phrase(sentences, target.closed_on, today) if target.closed_on else ""
    words = (said.reached_on if target.is_reached else said.put_away_on).format(day=day)
    lines = column(
        [body_text(tokens, target.words, is_bold=True), small_text(tokens, as_heading(words))], gap=2
    )
    return tap_card(
        tokens,
        row([pictogram(tokens, target.picture, 40), filling(lines)], gap=14),
        on_open,
        look="done" if target.is_reached else "plain",
        key=f"target-{target.id}",
    )
