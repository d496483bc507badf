"""The quiet bar at the bottom: what was just changed, and Undo. And what could not be saved."""

import flet as ft

from views.design.button import quiet_button
from views.design.lettering import body_text, small_text
from views.design.notice import notice
from views.design.surface import Tap, card, filling, row
from views.design.tokens import READING_WIDTH, Tokens
from views.pupil.step_words import undo_sentence
from views.pupil.trouble import Trouble
from views.pupil.undo import Undoable
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import code_sentence


def undo_bar(sentences: Sentences, tokens: Tokens, offer: Undoable | None, on_undo: Tap) -> ft.Control | None:
    """Stays at the bottom while it is offered, and never covers a step."""
    if offer is None:
        return None
    text = undo_sentence(sentences, offer)
    said = filling(small_text(tokens, text, ink="ink") if tokens.is_large else body_text(tokens, text))
    back = quiet_button(tokens, sentences.words.undo, on_undo, icon_name="undo", key="undo")
    inside = row([said, back], gap=12)
    bar = ft.Semantics(
        live_region=True, container=True, content=card(tokens, [inside], padding=10), key="undo-bar"
    )
    return ft.Container(
        row([ft.Container(bar, width=min(READING_WIDTH, tokens.width - 24))], along="center"),
        padding=ft.Padding.only(top=6, bottom=8),
    )


def trouble_notice(
    sentences: Sentences, tokens: Tokens, trouble: Trouble | None, on_retry: Tap, on_read: Tap
) -> ft.Control | None:
    """What happened, kindly, in the place where it happened; with one more try where that may help."""
    if trouble is None:
        return None
    said, text = sentences.today, code_sentence(sentences, trouble.code)
    if trouble.may_retry:
        text = f"{said.not_saved} {text}"
    return notice(
        tokens,
        text,
        tone="careful",
        action=sentences.words.try_again if trouble.may_retry else said.put_away,
        on_action=on_retry if trouble.may_retry else on_read,
        key="trouble",
    )
