"""How it is today: eleven faces, plus and minus, a few words. Kept by one press, changed by another."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from services.planner.errors import FirstbellError
from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE, Rating
from views.design.button import big_button, quiet_button
from views.design.faces import face, faces
from views.design.field import field
from views.design.lettering import body_text, label, soft_text, title
from views.design.stepper import stepper
from views.design.surface import Tap, card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.problem_notice import problem_notice
from views.pupil.rate_model import RateDraft
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class RateTaps:
    """What pressing does."""

    change: Callable[[RateDraft], object]
    keep: Tap
    again: Tap
    leave: Tap


def rate_card(
    sentences: Sentences,
    tokens: Tokens,
    draft: RateDraft | None,
    said_today: Rating | None,
    problem: FirstbellError | None,
    taps: RateTaps,
) -> ft.Control:
    """Asks for today's number, or says what it is."""
    if draft is None and said_today is not None:
        return _said(sentences, tokens, said_today, taps)
    return _asking(sentences, tokens, draft or RateDraft(), said_today, problem, taps)


def _said(sentences: Sentences, tokens: Tokens, rating: Rating, taps: RateTaps) -> ft.Control:
    said = sentences.targets.rate
    lines: list[ft.Control] = [label(tokens, said.said_title.format(score=rating.score))]
    if rating.words:
        lines.append(body_text(tokens, rating.words))
    shown = row([face(tokens, rating.score, 56), filling(column(lines, gap=2))], gap=16)
    again = row(
        [quiet_button(tokens, said.say_again, taps.again, icon_name="edit", key="rate-again")], wraps=True
    )
    return card(tokens, [ft.Semantics(live_region=True, content=shown), again], look="done", key="rated")


def _asking(
    sentences: Sentences,
    tokens: Tokens,
    draft: RateDraft,
    said_today: Rating | None,
    problem: FirstbellError | None,
    taps: RateTaps,
) -> ft.Control:
    said, score = sentences.targets.rate, draft.score
    labels = [said.number.format(score=n, face=said.faces[n]) for n in range(HIGHEST_SCORE + 1)]
    text = labels[score] if score is not None else said.not_chosen
    shown: list[ft.Control] = [
        column([title(tokens, said.title), soft_text(tokens, said.note)], gap=2),
        faces(tokens, score, labels, lambda n: taps.change(draft.with_score(n)), said.low, said.high),
        stepper(
            tokens,
            text,
            said.one_less,
            said.one_more,
            None if score == LOWEST_SCORE else lambda: taps.change(draft.moved(-1)),
            None if score == HIGHEST_SCORE else lambda: taps.change(draft.moved(1)),
            key="rate-stepper",
        ),
    ]
    if score is not None:
        shown.append(
            field(
                tokens,
                said.words_field,
                draft.words,
                lambda words: taps.change(draft.with_words(words)),
                hint=said.words_hint,
                lines=2,
                key="rate-words",
            )
        )
        shown.append(
            big_button(tokens, said.keep.format(score=score), taps.keep, icon_name="check", key="rate-keep")
        )
    shown.extend(problem_notice(sentences, tokens, problem))
    if said_today is not None:
        shown.append(row([quiet_button(tokens, said.leave, taps.leave)], wraps=True))
    return card(tokens, shown, gap=16, padding=18 if tokens.is_phone else 20, key="rate")
