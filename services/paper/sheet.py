"""A sheet of paper as one HTML page: everything it needs is inside it.

The page has no script and asks for nothing: its own policy forbids every request. It prints on A4 or
A5, in black and white.
"""

from html import escape

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
.own { white-space: pre-wrap; overflow-wrap: anywhere }
.small { font-size: .8rem; direction: ltr; unicode-bidi: isolate; overflow-wrap: anywhere }
@media print { html { font-size: 10.5pt } body { padding: 0 } .qr { width: 36mm; height: 36mm } }
""".strip()

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sheet(language: str, *, is_rtl: bool, title: str, body: str) -> str:
    """The whole page. Shape: `language` is a BCP 47 tag; `body` is HTML whose texts are escaped already."""
    return (
        f'<!doctype html><html lang="{escape(language)}" dir="{"rtl" if is_rtl else "ltr"}">'
        f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1>{body}</body></html>"
    )
