"""A new recovery card: its characters, a page to save and print, and the word that it is written down."""

import flet as ft

from services.paper.card_words import CardWords
from views.design.button import big_button
from views.design.lettering import left_to_right, soft_text, words
from views.design.notice import notice
from views.design.save_button import save_button
from views.design.surface import Tap, card
from views.lock.question_page import question_page
from views.strings.groups.lock import CardSentences
from views.surroundings import use_surroundings


@ft.component
def card_page(
    characters: str,
    on_written: Tap,
    said: CardSentences | None = None,
    paper: CardWords | None = None,
    address: str = "",
) -> ft.Control:
    """The card, once. Privacy: after `on_written` nothing in the app can show it again.

    Without `said` and `paper` it is the card of the vault; `address` is printed for one of a planner.
    """
    # Drawing a QR needs half the standard library; no start waits for that.
    from services.paper.recovery_card import letter_groups

    around = use_surroundings()
    tokens, said = around.tokens, said or around.sentences.lock.card
    groups = letter_groups(characters)
    shown = words(
        tokens,
        left_to_right("   ".join(groups)),
        size=tokens.type.title,
        is_bold=True,
        align="center",
        line_height=1.7,
    )
    spelled = said.letters_label.format(letters="; ".join(" ".join(group) for group in groups))
    paper = paper or around.sentences.lock.paper
    page = use_printed(characters, paper, address)
    told: list[ft.Control] = [
        ft.Semantics(label=spelled, exclude_semantics=True, container=True, content=shown)
    ]
    if address:
        told.append(soft_text(tokens, paper.address_line.format(address=address), align="center"))
    return question_page(
        tokens,
        said.title,
        [
            card(tokens, told),
            save_button(tokens, said.save, said.file_name, page, key="save-card"),
            notice(tokens, said.keep, tone="careful"),
        ],
        hint=said.text,
        bar=[big_button(tokens, said.written, on_written, key="written")],
    )


def use_printed(characters: str, paper: CardWords, address: str) -> bytes:
    from services.paper.recovery_card import recovery_card_page

    return ft.use_memo(
        lambda: recovery_card_page(characters, paper, address or None).encode(), [characters, paper, address]
    )
