"""A pupil's page: what goes well, targets in three voices, four weeks of routines, who can see it."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.reason import MeetingToday, NothingNow, NotSynced, Reason, ReviewDue, SomethingNew
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
from views.mentor.case_sheet import case_sheet
from views.mentor.mentor_words import meeting_words, reason_sentence
from views.mentor.page_model import PupilPageModel
from views.mentor.page_state import PupilPage
from views.mentor.strengths_card import strengths_card
from views.mentor.targets_part import targets_part
from views.mentor.weeks_card import weeks_card
from views.pupil.problem_notice import problem_notice
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.pupil.target_onlookers import target_onlookers
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

WIDE_HEAD = 520
PICTURE_BY_REASON: dict[type[Reason], str] = {
    MeetingToday: "meet",
    ReviewDue: "calendar",
    SomethingNew: "who_looks",
    NotSynced: "cloud",
}


@ft.component
def pupil_page_screen(
    model: PupilPageModel,
    tokens: Tokens,
    go: Callable[[str], None],
    on_back: Tap | None,
    more: Sequence[ft.Control] = (),
    below_head: Sequence[ft.Control] = (),
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
        *below_head,
        *_reason(sentences, tokens, model, state),
        *([] if state.aside.form else problem_notice(sentences, tokens, state.aside.problem)),
        strengths_card(sentences, tokens, state.strengths),
        targets_part(sentences, tokens, model, state, go),
        weeks,
        toggle(
            tokens, said.ticks, state.adult_ticks, model.set_adult_ticks, note=said.ticks_note, key="ticks"
        ),
        target_onlookers(sentences, tokens, state.me, state.people, state.today),
        *more,
    ]
    return page_body(tokens, shown, gap=20)


def _head(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage, on_back: Tap | None
) -> ft.Control:
    said, case = sentences.mentor, state.case
    is_told = isinstance(state.reason, MeetingToday)  # the reason says it already
    facts = [
        said.case.phases[case.phase] if case.phase else "",
        "" if is_told else meeting_words(sentences, case, state.today),
        "" if state.pupil.has_joined else said.page.not_joined,
    ]
    change = quiet_button(
        tokens, said.case.change, model.start_changing, icon_name="calendar", key="change-case"
    )
    name = greeting(tokens, state.name or sentences.words.pupil)
    top: list[ft.Control] = [avatar(tokens, state.pupil.picture or NOBODYS_PORTRAIT, 64)]
    if on_back:
        top.insert(0, icon_button(tokens, "back", said.page.back, on_back, has_edge=True, key="back"))
    lines = [soft_text(tokens, fact) for fact in facts if fact]
    buttons = [] if state.is_read_only else [change]
    if tokens.width >= WIDE_HEAD and not tokens.is_large:
        return row([*top, filling(column([name, *lines], gap=2)), *buttons], gap=16)
    # Large letters get the whole width: a name is not broken in the middle.
    is_below = tokens.is_large and tokens.is_phone
    head = [row(top, gap=14), name] if is_below else [row([*top, filling(name)], gap=14)]
    return column([*head, *lines, row(buttons, wraps=True)], gap=8)


def _reason(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage
) -> list[ft.Control]:
    if isinstance(state.reason, NothingNow):
        return []
    said = reason_sentence(sentences, state.reason, state.about, state.today, model.zone)
    return [notice(tokens, said, picture=PICTURE_BY_REASON[type(state.reason)], key="reason")]


def nobody_there(sentences: Sentences, tokens: Tokens, go: Callable[[str], None]) -> ft.Control:
    """An address of a pupil who is not in this caseload."""
    said = sentences.mentor.page
    gone = empty_state(
        tokens, "contacts", said.gone_title, said.gone_note, action=said.back, on_action=lambda: go("/")
    )
    return page_body(tokens, [gone])
