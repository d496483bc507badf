"""Copies: keep one, take everything along, bring one back; and what was put by."""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.vault.former import Former
from views.binding import use_model
from views.copies.copies_model import CopiesModel, CopiesState
from views.copies.moments import moment
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, label, small_text, soft_text, title
from views.design.notice import notice
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.sheet import sheet
from views.design.sheet_host import use_sheet
from views.design.surface import Tap, card, column, filling, row, tap_card
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def copies_screen(model: CopiesModel, go: Callable[[str], None], on_back: Tap) -> ft.Control:
    """The way to each of the three."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.copies.hub
    ft.use_effect(model.look, [model])
    use_sheet(_throwing(around, model, state))
    top = page_top(tokens, said.title, back_label=around.sentences.words.back, on_back=on_back)
    if not state.is_here:
        return page_body(tokens, [top, notice(tokens, said.nothing_here)])
    ways = (
        ("/copies/keep", "copy", said.keep, said.keep_note),
        ("/copies/take", "take_along", said.take, said.take_note),
        ("/copies/bring", "bring_back", said.bring, said.bring_note),
    )
    shown: list[ft.Control] = [top]
    if state.error:
        shown.append(
            notice(tokens, code_sentence(around.sentences, state.error), tone="careful", key="trouble")
        )
    if state.said:
        shown.append(notice(tokens, said.thrown_away, tone="good", key="said"))
    shown += [_way(around, picture, name, note, partial(go, to)) for to, picture, name, note in ways]
    if state.formers:
        shown += [title(tokens, said.formers_title), soft_text(tokens, said.formers_note)]
        shown += [_former(around, each, model) for each in state.formers]
    return page_body(tokens, shown)


def _way(around: Surroundings, picture: str, name: str, note: str, on_tap: Tap) -> ft.Control:
    tokens = around.tokens
    lines = column([label(tokens, name), small_text(tokens, note)], gap=2)
    return tap_card(
        tokens, row([pictogram(tokens, picture, 52), filling(lines)], gap=16), on_tap, key=picture
    )


def _former(around: Surroundings, former: Former, model: CopiesModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.copies.hub
    return card(
        tokens,
        [
            body_text(tokens, moment(around.sentences, said.former, former.at_ms, model.zone), is_bold=True),
            row(
                [
                    quiet_button(
                        tokens,
                        said.go_back,
                        lambda: model.go_back(former),
                        icon_name="restore",
                        key="go-back",
                    ),
                    quiet_button(
                        tokens,
                        said.throw_away,
                        lambda: model.ask_to_throw(former),
                        icon_name="delete",
                        key="throw-away",
                    ),
                ],
                gap=8,
                wraps=True,
            ),
        ],
        gap=12,
    )


def _throwing(around: Surroundings, model: CopiesModel, state: CopiesState) -> ft.BottomSheet | None:
    tokens, said = around.tokens, around.sentences.copies.hub
    if state.throwing is None:
        return None
    return sheet(
        tokens,
        said.throw_away_title,
        [
            body_text(tokens, said.throw_away_text),
            big_button(tokens, said.throw_away_no, model.keep_it, key="keep-it"),
            quiet_button(
                tokens,
                said.throw_away,
                model.really_throw,
                icon_name="delete",
                ink="danger",
                key="really-throw-away",
            ),
        ],
        around.sentences.words.close,
        model.keep_it,
        is_short=True,
    )
