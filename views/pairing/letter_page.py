"""A letter that was just written: whom it is for, until when, words of one's own, and the page to save."""

import flet as ft

from services.sync.pairing_port import WrittenLetter
from views.copies.moments import local
from views.design.button import big_button
from views.design.field import field
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.save_button import save_button
from views.design.surface import Tap, card
from views.lock.question_page import question_page
from views.pairing.guest_words import for_guest
from views.strings.dates import short_date
from views.surroundings import Surroundings, use_surroundings

_MOST_OWN_WORDS = 400


@ft.component
def letter_page(letter: WrittenLetter, zone: str, on_done: Tap) -> ft.Control:
    """A whole page, once. Privacy: what is typed here stands on the paper and nowhere else."""
    # Drawing a QR needs half the standard library; no start waits for that.
    from services.paper.letter_page import letter_page as printed

    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.letters.writing
    own_words, write_own_words = ft.use_state("")
    guest = for_guest(around.sentences.pairing.letting_in.guest, letter.guest)
    day, paper = letter_day(around, letter.until_ms, zone), around.sentences.letters.paper
    page = ft.use_memo(
        lambda: printed(letter.link, paper, guest, day, own_words).encode(), [letter, paper, own_words, day]
    )
    return question_page(
        tokens,
        said.title,
        [
            card(
                tokens,
                [
                    body_text(tokens, said.for_whom.format(guest=guest)),
                    body_text(tokens, said.until.format(day=day)),
                ],
            ),
            field(
                tokens,
                said.own_words,
                own_words,
                write_own_words,
                hint=said.own_words_hint,
                max_length=_MOST_OWN_WORDS,
                key="own-words",
            ),
            save_button(tokens, said.save, said.file_name, page, key="save-letter"),
            notice(tokens, said.keep, tone="careful"),
        ],
        hint=said.hint,
        bar=[big_button(tokens, around.sentences.words.done, on_done, key="done")],
    )


def letter_day(around: Surroundings, until_ms: int, zone: str) -> str:
    """The last day of a letter, such as: 4 December 2026."""
    day = local(until_ms, zone).date()
    return around.sentences.copies.year.format(day=short_date(around.sentences.words, day), year=day.year)
