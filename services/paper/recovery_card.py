"""The recovery card as one HTML page for a printer: see `sheet`.

Privacy: the page opens the planner. It carries no name; it goes to paper, never to a log or the network.
"""

from collections.abc import Sequence
from html import escape

from services.crypto.recovery_card import read_card
from services.paper.card_words import CardWords
from services.paper.qr import qr_svg
from services.paper.sheet import sheet


def letter_groups(code: str) -> tuple[str, ...]:
    """The card's characters in fours, the last group ending in the check. Errors: InputRejected."""
    return tuple(read_card(code).printed().split("-"))


def recovery_card_page(code: str, words: CardWords, address: str | None = None) -> str:
    """The whole page. `address` is the endpoint's, when this planner has one."""
    groups = "".join(f"<li>{escape(group)}</li>" for group in letter_groups(code))
    where = ""
    if address:
        where = f'<p class="address">{escape(words.address_line.format(address=address))}</p>'
    body = (
        f"<p>{escape(words.what_it_is)}</p>"
        f'<section class="card"><div><h2>{escape(words.letters_heading)}</h2>'
        f'<ul class="letters">{groups}</ul><p>{escape(words.letters_note)}</p></div>'
        f'<div class="qr">{qr_svg("".join(letter_groups(code)), words.qr_label)}</div></section>{where}'
        f"<section><h2>{escape(words.use_heading)}</h2>{_list('ol', words.use_steps)}</section>"
        f"<section><h2>{escape(words.keep_heading)}</h2>{_list('ul', words.keep_notes)}</section>"
        f'<p class="note">{escape(words.lost_note)}</p>'
        f'<p class="line">{escape(words.written_on)} ______________________</p>'
    )
    return sheet(words.language, is_rtl=words.is_rtl, title=words.title, body=body)


def _list(tag: str, lines: Sequence[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</{tag}>"
