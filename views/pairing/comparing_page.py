"""Somebody asks: three pictures and what they will see, and that they are in; by a ticket or a letter."""

from datetime import date

import flet as ft

from services.sync.pairing_port import Asks, Guest
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, title
from views.design.named_pictures import named_pictures
from views.design.notice import notice
from views.design.picture import pictogram
from views.design.surface import Tap, card, row
from views.lock.question_page import question_page
from views.pairing.guest_words import for_guest
from views.strings.dates import short_date
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings


def comparing_page(
    around: Surroundings,
    guest: Guest,
    asks: Asks,
    problem: str | None,
    on_approve: Tap,
    on_turn_away: Tap,
    *,
    hint: str = "",
) -> ft.Control:
    """A whole page, for an adult to decide. Shape: `problem` is a `problem_key`."""
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    name_by_picture = around.sentences.words.pictures
    named = [(picture, name_by_picture[picture]) for picture in asks.pictures]
    sees = [said.sees.format(day=_day(around, asks.since))]
    if guest in (Guest.PARENT, Guest.MENTOR):
        sees.append(said.sees_not)
    if asks.brings:
        sees = [said.brings]
    if asks.is_of_notes:
        sees = [said.sees_notes]
    return question_page(
        tokens,
        said.compare_title,
        [
            *trouble(around, problem),
            named_pictures(tokens, named, said=", ".join(word for _, word in named)),
            card(
                tokens,
                [
                    body_text(tokens, said.for_whom.format(guest=for_guest(said.guest, guest))),
                    title(tokens, said.sees_title),
                    *(body_text(tokens, sentence) for sentence in sees),
                ],
            ),
        ],
        hint=hint or said.compare_hint,
        bar=[
            big_button(tokens, said.approve, on_approve, key="approve"),
            quiet_button(tokens, said.turn_away, on_turn_away, key="turn-away"),
        ],
    )


def added_page(around: Surroundings, on_done: Tap) -> ft.Control:
    """They are in."""
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    return question_page(
        tokens,
        said.added_title,
        [row([pictogram(tokens, "meet", 120)], along="center"), notice(tokens, said.added, tone="good")],
        bar=[big_button(tokens, around.sentences.words.done, on_done, key="done")],
    )


def trouble(around: Surroundings, problem: str | None) -> list[ft.Control]:
    """What went wrong, if anything did."""
    if problem is None:
        return []
    return [notice(around.tokens, key_sentence(around.sentences, problem), tone="careful", key="trouble")]


def _day(around: Surroundings, since: date) -> str:
    return around.sentences.copies.year.format(day=short_date(around.sentences.words, since), year=since.year)
