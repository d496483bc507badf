"""Which parts of the day are planned, with a glimpse of each."""

import flet as ft

from services.planner.starter import STARTER_PACKS, STARTER_ROUTINES, StarterStep
from services.planner.words import Part, Size
from views.design.button import big_button
from views.design.lettering import label, small_text
from views.design.notice import notice
from views.design.picture import pictogram
from views.design.progress import tick_circle
from views.design.surface import column, filling, row, tap_card
from views.lock.question_page import Progress, question_page
from views.setup.about_pupil import about_pupil
from views.setup.setup_model import SetupModel, SetupProblem, SetupState
from views.setup.trouble_notice import trouble_notice
from views.strings.groups.setup import SetupSentences
from views.surroundings import Surroundings

_GLIMPSE = 5


def routines_page(
    around: Surroundings, state: SetupState, model: SetupModel, progress: Progress | None
) -> ft.Control:
    """Three doors; each can be chosen or left."""
    tokens, said, words = around.tokens, around.sentences.setup, around.sentences.words
    asked = about_pupil(around, state)
    shown = trouble_notice(around, state)
    if state.problem is SetupProblem.ROUTINES:
        shown.append(notice(tokens, said.parts_missing, tone="careful", key="parts-missing"))
    for part in Part:
        shown.append(_door(around, part, part in state.parts, model))
    return question_page(
        tokens,
        asked.parts_title,
        shown,
        hint=said.parts_hint,
        back_label=words.back,
        on_back=model.back,
        progress=progress,
        bar=[big_button(tokens, words.next, model.next, key="next")],
    )


def _usual_steps(part: Part) -> list[StarterStep]:
    return [step for step in STARTER_PACKS[part] if Size.USUAL in step.sizes]


def _part_name(said: SetupSentences, part: Part) -> str:
    return {Part.MORNING: said.morning, Part.AFTER_SCHOOL: said.after_school, Part.EVENING: said.evening}[
        part
    ]


def _door(around: Surroundings, part: Part, is_chosen: bool, model: SetupModel) -> ft.Control:
    tokens, said, sentences = around.tokens, around.sentences.setup, around.sentences
    steps = _usual_steps(part)
    name, count = _part_name(said, part), sentences.words.steps.say(len(steps))
    glimpse = [sentences.starter.titles[step.key] for step in steps[:_GLIMPSE]]
    small = 36 if tokens.is_phone else 44
    head = [
        pictogram(tokens, STARTER_ROUTINES[part].picture, 52),
        filling(column([label(tokens, name), small_text(tokens, count)], gap=2)),
        tick_circle(tokens, is_chosen, size=40),
    ]
    inside = column(
        [
            row(head, gap=14),
            row([pictogram(tokens, step.picture, small) for step in steps[:_GLIMPSE]], gap=12, wraps=True),
            small_text(tokens, said.glimpse.format(steps=", ".join(glimpse))),
        ],
        gap=10,
    )
    return tap_card(
        tokens,
        inside,
        lambda: model.toggle_part(part),
        look="chosen" if is_chosen else "plain",
        label=f"{name}, {count}: {', '.join(glimpse)}",
        is_checked=is_chosen,
        key=f"part-{part.value}",
    )
