"""How sharing goes, for adults: when the others were heard, what waits, what to know and what to do."""

import flet as ft

from services.sync.concern import CALM, Concern
from services.sync.concerns import Seen
from views.binding import use_model
from views.copies.moments import moment
from views.design.button import quiet_button
from views.design.lettering import body_text, small_text
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.surface import Tap, card, column, led_by, row
from views.people.health_model import HealthModel, HealthState
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def health_screen(model: HealthModel, on_back: Tap) -> ft.Control:
    """Looks again by itself."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people.health
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    top = page_top(tokens, said.title, back_label=around.sentences.words.back, on_back=on_back)
    if state.seen is None:
        return page_body(tokens, [top, empty_state(tokens, "contacts", said.title, said.nobody)])
    shown: list[ft.Control] = [top, _facts(around, state.seen, model.zone)]
    if not state.concerns:
        shown.append(notice(tokens, said.well, tone="good", key="well"))
    if state.problem:
        trouble = key_sentence(around.sentences, state.problem)
        shown.append(notice(tokens, trouble, tone="careful", key="trouble"))
    shown += [_concern(around, one) for one in state.concerns]
    return page_body(tokens, [*shown, *_put_away(around, state, model)])


def _facts(around: Surroundings, seen: Seen, zone: str) -> ft.Control:
    tokens, said = around.tokens, around.sentences.people.health
    heard = moment(around.sentences, said.heard, seen.synced_ms, zone) if seen.synced_ms else said.never
    waiting = seen.health.waiting
    waits = said.waits.say(waiting) if waiting else said.nothing_waits
    lines = [
        led_by(tokens, pictogram(tokens, picture, 44), body_text(tokens, text))
        for picture, text in (("watch", heard), ("letter_box", waits))
    ]
    return card(tokens, lines, gap=16)


def _concern(around: Surroundings, concern: Concern) -> ft.Control:
    tokens, said = around.tokens, around.sentences.people.health.concerns[concern]
    lines = column([body_text(tokens, said.what, is_bold=True), body_text(tokens, said.to_do)], gap=4)
    is_calm = concern in CALM
    return card(
        tokens,
        [led_by(tokens, pictogram(tokens, "cloud" if is_calm else "who_looks", 44), lines)],
        look="plain" if is_calm else "pause",
        key=f"concern-{concern}",
    )


def _put_away(around: Surroundings, state: HealthState, model: HealthModel) -> list[ft.Control]:
    tokens, said = around.tokens, around.sentences.people.health
    if not state.may_put_away:
        return []
    button = quiet_button(tokens, said.put_away, model.put_away, icon_name="check", key="put-away")
    return [column([row([button], wraps=True), small_text(tokens, said.put_away_note)], gap=6)]
