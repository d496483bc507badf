"""A pupil's page: what goes well, targets in three voices, four weeks of routines, who can see it."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.reason import NothingNow
from views.binding import use_model
from views.design.button import icon_button, quiet_button
from views.design.lettering import greeting, soft_text
from views.design.notice import empty_state, notice
from views.design.page import page_body
from views.design.picture import avatar
from views.design.sheet_host import use_sheet
from views.design.surface import Tap, column, filling, row
from views.design.toggle import toggle
from views.design.tokens import Tokens
from views.design.who_sees import Onlooker, who_sees
from views.mentor.case_sheet import case_sheet
from views.mentor.mentor_words import meeting_words, reason_sentence
from views.mentor.page_model import PupilPageModel
from views.mentor.page_state import PupilPage
from views.mentor.strengths_card import strengths_card
from views.mentor.targets_part import targets_part
from views.mentor.weeks_card import weeks_card
from views.pupil.problem_notice import problem_notice
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def pupil_page_screen(
    model: PupilPageModel,
    tokens: Tokens,
    go: Callable[[str], None],
    on_back: Tap | None,
    more: Sequence[ft.Control] = (),
) -> ft.Control:
    """`on_back` where the list is not beside it; `more` is what else belongs to this pupil, at the end."""
    here, state = use_surroundings(), use_model(model)
    sentences = here.sentences
    use_sheet(case_sheet(sentences, here.tokens, model, state))
    said = sentences.mentor.page
    weeks = weeks_card(
        sentences,
        tokens,
        state.weeks,
        state.today,
        is_table=state.aside.is_table,
        on_turn=model.turn_table,
    )
    shown: list[ft.Control] = [
        _head(sentences, tokens, model, state, on_back),
        *_reason(sentences, tokens, model, state),
        *([] if state.aside.form else problem_notice(sentences, tokens, state.aside.problem)),
        strengths_card(sentences, tokens, state.strengths),
        targets_part(sentences, tokens, model, state, go),
        weeks,
        toggle(
            tokens, said.ticks, state.adult_ticks, model.set_adult_ticks, note=said.ticks_note, key="ticks"
        ),
        _people(sentences, tokens, state),
        *more,
    ]
    return page_body(tokens, shown, gap=20)


def _head(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage, on_back: Tap | None
) -> ft.Control:
    said, case = sentences.mentor, state.case
    facts = [
        said.case.phases[case.phase] if case.phase else "",
        meeting_words(sentences, case, state.today),
        "" if state.pupil.has_joined else said.page.not_joined,
    ]
    change = quiet_button(
        tokens, said.case.change, model.start_changing, icon_name="calendar", key="change-case"
    )
    name = filling(greeting(tokens, state.name or sentences.words.pupil))
    picture = avatar(tokens, state.pupil.picture or NOBODYS_PORTRAIT, 64)
    top: list[ft.Control] = [picture, name]
    if on_back:
        top.insert(0, icon_button(tokens, "back", said.page.back, on_back, has_edge=True, key="back"))
    lines = column([soft_text(tokens, fact) for fact in facts if fact], gap=2)
    buttons = [] if state.is_read_only else [row([change], wraps=True)]
    return column([row(top, gap=14), lines, *buttons], gap=12)


def _reason(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage
) -> list[ft.Control]:
    if isinstance(state.reason, NothingNow):
        return []
    said = reason_sentence(sentences, state.reason, state.about, state.today, model.zone)
    return [notice(tokens, said, picture="who_looks", key="reason")]


def _people(sentences: Sentences, tokens: Tokens, state: PupilPage) -> ft.Control:
    said, words = sentences.mentor.page, sentences.words
    me = state.me.id if state.me else None
    roles = {"pupil": words.pupil, "parent": words.parent, "mentor": words.mentor}
    onlookers = [
        Onlooker(said.you if one.id == me else one.name or roles[one.role.value], one.picture)
        for one in state.people
    ]
    return who_sees(tokens, said.who_sees, onlookers)


def nobody_there(sentences: Sentences, tokens: Tokens, go: Callable[[str], None]) -> ft.Control:
    """An address of a pupil who is not in this caseload."""
    said = sentences.mentor.page
    gone = empty_state(
        tokens, "contacts", said.gone_title, said.gone_note, action=said.back, on_action=lambda: go("/")
    )
    return page_body(tokens, [gone])
