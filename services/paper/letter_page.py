"""A letter home as one HTML page for a printer: see `sheet`.

Privacy: whoever holds it may ask to come in, once, and an adult says yes. It goes to paper, never to a log or
the network. It names nobody but in the writer's own words.
"""

from html import escape

from services.paper.letter_words import LetterWords
from services.paper.qr import qr_svg
from services.paper.sheet import sheet


def letter_page(link: str, words: LetterWords, guest: str, day: str, own_words: str = "") -> str:
    """The whole page. Shape: `guest` and `day` as they are said; `own_words` plain text of the writer."""
    own = f'<p class="own">{escape(own_words.strip())}</p>' if own_words.strip() else ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in words.use_steps)
    body = (
        f"{own}<p>{escape(words.what_it_is)}</p>"
        f'<section class="card"><div><p>{escape(words.for_whom.format(guest=guest))}</p>'
        f"<p><strong>{escape(words.until.format(day=day))}</strong></p></div>"
        f'<div class="qr">{qr_svg(link, words.qr_label)}</div></section>'
        f"<section><h2>{escape(words.use_heading)}</h2><ol>{steps}</ol></section>"
        f'<p class="note">{escape(words.once)}</p>'
        f"<section><h2>{escape(words.link_heading)}</h2>"
        f'<p class="small">{escape(link)}</p></section>'
    )
    return sheet(words.language, is_rtl=words.is_rtl, title=words.title, body=body)
