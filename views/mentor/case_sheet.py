"""The sheet in which a mentor keeps what they call a pupil, the phase, and the next meeting."""

from datetime import timedelta

import flet as ft

from services.planner.words import Phase
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_row
from views.design.field import field
from views.design.lettering import body_text, soft_text
from views.design.sheet import sheet
from views.design.stepper import stepper
from views.design.surface import column, row
from views.design.tokens import Tokens
from views.mentor.case_form import EARLIEST_MINUTE, LATEST_MINUTE, TIME_STEP_MINUTES, CaseForm
from views.mentor.page_model import PupilPageModel
from views.mentor.page_state import PupilPage
from views.pupil.problem_notice import problem_notice
from views.pupil.target_words import long_day
from views.strings.catalogue import Sentences
from views.strings.dates import clock_of_minute

FIRST_MEETING_IN_DAYS = 7


def case_sheet(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage
) -> ft.BottomSheet | None:
    """The sheet, while it is open."""
    form, said = state.aside.form, sentences.mentor.case
    if form is None:
        return None
    phases = [Choice(phase, said.phases[phase]) for phase in Phase]
    shown: list[ft.Control] = [
        soft_text(tokens, said.note),
        field(
            tokens,
            said.name_field,
            form.name,
            lambda name: model.change(form.with_name(name)),
            hint=said.name_hint,
            max_length=40,
            key="case-name",
        ),
        _part(
            tokens,
            said.phase_title,
            [choice_row(tokens, phases, form.phase, lambda phase: model.change(form.with_phase(phase)))],
        ),
        _part(tokens, said.meeting_title, _day(sentences, tokens, model, state, form)),
        *_time(sentences, tokens, model, form),
        *problem_notice(sentences, tokens, state.aside.problem),
        big_button(tokens, said.keep, model.keep, icon_name="check", key="keep-case"),
    ]
    return sheet(tokens, said.title, shown, said.leave, model.stop_changing)


def _part(tokens: Tokens, heading: str, controls: list[ft.Control]) -> ft.Control:
    return column([body_text(tokens, heading, is_bold=True), *controls], gap=8)


def _day(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage, form: CaseForm
) -> list[ft.Control]:
    said, today = sentences.mentor.case, state.today
    if form.meeting_on is None:
        first = today + timedelta(days=FIRST_MEETING_IN_DAYS)
        choose = quiet_button(
            tokens,
            said.set_meeting,
            lambda: model.change(form.with_day(first)),
            icon_name="calendar",
            key="set-meeting",
        )
        return [row([choose], wraps=True)]
    sooner = None if form.meeting_on <= today else lambda: model.change(form.moved(-1, today))
    day = stepper(
        tokens,
        long_day(sentences, form.meeting_on, today),
        said.a_day_sooner,
        said.a_day_later,
        sooner,
        lambda: model.change(form.moved(1, today)),
        key="meeting-day",
    )
    more = [
        quiet_button(tokens, said.a_week_later, lambda: model.change(form.moved(7, today)), key="week-later"),
        quiet_button(
            tokens, said.no_meeting, lambda: model.change(form.with_day(None)), is_bare=True, key="no-meeting"
        ),
    ]
    return [day, row(more, gap=8, wraps=True)]


def _time(sentences: Sentences, tokens: Tokens, model: PupilPageModel, form: CaseForm) -> list[ft.Control]:
    said, minute = sentences.mentor.case, form.minute
    if form.meeting_on is None:
        return []
    if minute is None:
        choose = quiet_button(
            tokens,
            said.set_time,
            lambda: model.change(form.with_time(True)),
            icon_name="clock",
            key="set-time",
        )
        return [_part(tokens, said.time_title, [row([choose], wraps=True)])]
    time = stepper(
        tokens,
        clock_of_minute(minute),
        said.earlier,
        said.later,
        None if minute <= EARLIEST_MINUTE else lambda: model.change(form.at_later(-TIME_STEP_MINUTES)),
        None if minute >= LATEST_MINUTE else lambda: model.change(form.at_later(TIME_STEP_MINUTES)),
        key="meeting-time",
    )
    none = quiet_button(
        tokens, said.no_time, lambda: model.change(form.with_time(False)), is_bare=True, key="no-time"
    )
    return [_part(tokens, said.time_title, [time, row([none], wraps=True)])]
