"""The recovery card as one HTML page for a printer: everything it needs is inside it.

The page has no script and asks for nothing: its own policy forbids every request. It prints on A4 or
A5, in black and white.

Privacy: the page opens the planner. It carries no name; it goes to paper, never to a log or the network.
"""

from collections.abc import Sequence
from html import escape

from services.crypto.recovery_card import read_card
from services.paper.card_words import CardWords
from services.paper.qr import qr_svg

_STYLE = """
@page { margin: 11mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: #000; background: #fff;
  font: 1rem/1.45 Lexend, "Atkinson Hyperlegible", Verdana, system-ui, sans-serif }
h1 { font-size: 1.7rem; margin: 0 0 .4rem }
h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem }
p, ol, ul { margin: .3rem 0; padding-inline-start: 0 }
ol, ul { padding-inline-start: 1.4rem }
section { break-inside: avoid }
.card { border: 2px solid #000; border-radius: 16px; padding: 1rem 1.25rem; margin: 1rem 0;
  display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: center }
.card > div:first-child { flex: 1 1 14rem; min-width: 0 }
.card h2 { margin-top: 0 }
.letters { direction: ltr; unicode-bidi: isolate; margin: .5rem 0; padding: 0; list-style: none;
  display: flex; flex-wrap: wrap; gap: .35rem 1.1rem;
  font: 700 1.45rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; letter-spacing: .08em }
.qr { width: 44mm; height: 44mm; flex: none }
.qr svg { width: 100%; height: 100%; display: block }
.address { overflow-wrap: anywhere }
.note { border-inline-start: 4px solid #000; padding-inline-start: .75rem; margin-top: 1.2rem }
.line { margin-top: 1.6rem }
@media print { html { font-size: 10.5pt } body { padding: 0 } .qr { width: 36mm; height: 36mm } }
""".strip()

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def letter_groups(code: str) -> tuple[str, ...]:
    """The card's characters in fours, the last group ending in the check. Errors: InputRejected."""
    return tuple(read_card(code).printed().split("-"))


def recovery_card_page(code: str, words: CardWords, address: str | None = None) -> str:
    """The whole page. `address` is the endpoint's, when this planner has one."""
    groups = "".join(f"<li>{escape(group)}</li>" for group in letter_groups(code))
    where = ""
    if address:
        where = f'<p class="address">{escape(words.address_line.format(address=address))}</p>'
    return (
        f'<!doctype html><html lang="{escape(words.language)}" dir="{"rtl" if words.is_rtl else "ltr"}">'
        f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{escape(words.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(words.title)}</h1><p>{escape(words.what_it_is)}</p>"
        f'<section class="card"><div><h2>{escape(words.letters_heading)}</h2>'
        f'<ul class="letters">{groups}</ul><p>{escape(words.letters_note)}</p></div>'
        f'<div class="qr">{qr_svg("".join(letter_groups(code)), words.qr_label)}</div></section>{where}'
        f"<section><h2>{escape(words.use_heading)}</h2>{_list('ol', words.use_steps)}</section>"
        f"<section><h2>{escape(words.keep_heading)}</h2>{_list('ul', words.keep_notes)}</section>"
        f'<p class="note">{escape(words.lost_note)}</p>'
        f'<p class="line">{escape(words.written_on)} ______________________</p></body></html>'
    )


def _list(tag: str, lines: Sequence[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</{tag}>"
