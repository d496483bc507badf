"""What is inside a copy, beside what is here now; one button brings it back."""

from collections.abc import Sequence

import flet as ft

from services.desk.glance import Glance
from services.desk.setting_up import CASELOAD
from views.copies.bring_back_state import Inside
from views.copies.moments import dated, local, moment
from views.design.button import big_button, quiet_button
from views.design.lettering import label, small_text, title
from views.design.notice import notice
from views.design.picture import avatar, pictogram
from views.design.surface import Tap, card, column, led_by
from views.design.tokens import Tokens
from views.lock.question_page import question_page
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings


def inside_page(
    around: Surroundings, state: Inside, zone: str, on_bring: Tap, on_leave: Tap, on_back: Tap
) -> ft.Control:
    """Nothing has changed while this is shown."""
    tokens, said = around.tokens, around.sentences.copies.bringing
    shown: list[ft.Control] = []
    if state.error:
        shown.append(
            notice(tokens, code_sentence(around.sentences, state.error), tone="careful", key="trouble")
        )
    made_in = local(state.made_ms, zone).year
    shown += _planners(around, said.inside, state.in_copy, made_in)
    if any(each.is_shared for each in state.in_copy):
        shown.append(notice(tokens, said.shared, key="shared"))
    if state.here:
        shown += _planners(around, said.here_now, state.here, made_in)
        shown.append(notice(tokens, said.here_stays, key="here-stays"))
    return question_page(
        tokens,
        said.inside_title,
        shown,
        hint=moment(around.sentences, said.made_on, state.made_ms, zone),
        back_label=around.sentences.words.back,
        on_back=on_back,
        bar=[
            big_button(tokens, said.bring, on_bring, icon_name="restore", key="bring-back"),
            quiet_button(tokens, said.leave, on_leave, is_bare=True, key="leave"),
        ],
    )


def _planners(around: Surroundings, heading: str, glances: Sequence[Glance], year: int) -> list[ft.Control]:
    tokens = around.tokens
    pupils = [each for each in glances if each.kind != CASELOAD]
    return [title(tokens, heading), *(_planner(tokens, around.sentences, each, year) for each in pupils)]


def _planner(tokens: Tokens, sentences: Sentences, glance: Glance, year: int) -> ft.Control:
    said = sentences.copies.bringing
    picture = avatar(tokens, glance.picture, 56) if glance.picture else pictogram(tokens, "plan", 56)
    counts = ", ".join(
        (
            said.routines.say(glance.routines),
            sentences.words.steps.say(glance.steps),
            said.targets.say(glance.targets),
            *([said.notes.say(glance.notes)] if glance.notes else []),
        )
    )
    lines = column(
        [
            label(tokens, glance.name or said.no_name),
            small_text(tokens, counts),
            small_text(tokens, _ticks(sentences, glance, year)),
        ],
        gap=2,
    )
    return card(tokens, [led_by(tokens, picture, lines)])


def _ticks(sentences: Sentences, glance: Glance, year: int) -> str:
    said = sentences.copies.bringing
    if glance.last_day is None:
        return said.no_ticks
    day = dated(sentences, glance.last_day, glance.last_day.replace(year=year))
    return said.last_day.say(glance.days, day=day)
