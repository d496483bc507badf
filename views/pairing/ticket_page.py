"""An open ticket: the square to scan, the code to type, whom it is for, and until when."""

import flet as ft

from services.sync.pairing_port import ShownTicket
from views.copies.moments import local
from views.design.button import quiet_button
from views.design.lettering import body_text, left_to_right, soft_text, title, words
from views.design.notice import notice
from views.design.qr_plate import qr_plate
from views.design.surface import Tap, card, column, filling, row
from views.lock.question_page import question_page
from views.pairing.guest_words import for_guest
from views.strings.dates import clock_of_minute
from views.surroundings import Surroundings, use_surroundings

_WIDEST, _TABLETS = 300, 260
# The code runs left to right in every language, whatever stands around it.


@ft.component
def ticket_page(ticket: ShownTicket, zone: str, is_offline: bool, on_take_back: Tap) -> ft.Control:
    """A whole page. Privacy: the square and the code stand on this screen and nowhere else."""
    # Drawing a QR needs half the standard library; no start waits for that.
    from services.paper.qr import qr_svg

    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    svg = ft.use_memo(lambda: qr_svg(ticket.link, said.square), [ticket.link, said.square])
    size = min(_WIDEST if tokens.is_phone else _TABLETS, tokens.width - 2 * tokens.page_edge)
    square = qr_plate(tokens, svg, size, said.square)
    told = _code_and_who(around, ticket, zone)
    is_beside = not tokens.is_phone and not tokens.is_large
    return question_page(
        tokens,
        said.show_title,
        [
            *([notice(tokens, around.sentences.pairing.offline, key="offline")] if is_offline else []),
            row([square, filling(told)], gap=24) if is_beside else column([square, told], across="center"),
        ],
        hint=said.show_hint,
        back_label=around.sentences.words.back,
        on_back=on_take_back,
        bar=[quiet_button(tokens, said.take_back, on_take_back, key="take-back")],
    )


def _code_and_who(around: Surroundings, ticket: ShownTicket, zone: str) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    at = local(ticket.until_ms, zone)
    until = clock_of_minute(at.hour * 60 + at.minute)
    code = words(
        tokens,
        left_to_right(ticket.code),
        size=tokens.type.greeting,
        is_bold=True,
        line_height=1.5,
    )
    spelled = said.code_label.format(letters=" ".join(ticket.code.replace(" ", ",")))
    return card(
        tokens,
        [
            ft.Semantics(
                label=spelled,
                exclude_semantics=True,
                container=True,
                content=column([title(tokens, said.code_title), code], gap=4),
            ),
            body_text(tokens, said.for_whom.format(guest=for_guest(said.guest, ticket.guest))),
            soft_text(tokens, said.until.format(time=until)),
        ],
    )
