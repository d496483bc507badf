"""A notebook: who reads it, what is written in it, and writing more. The same for every role that has one."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

import flet as ft

from services.planner.note import Note, NotebookKind
from services.planner.words import Role
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, small_text, soft_text
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.sheet_host import use_sheet
from views.design.surface import Tap, card, column, row, tap_card
from views.design.tokens import Tokens
from views.design.who_sees import Onlooker, who_sees
from views.notes.note_sheet import note_sheet
from views.notes.notes_model import NotesModel, NotesState
from views.pupil.problem_notice import problem_notice
from views.pupil.target_words import day_phrase
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

_PORTRAIT_BY_ROLE: Final = {Role.PUPIL: "person_medium", Role.PARENT: "adult", Role.MENTOR: "mentor"}


@ft.component
def notes_screen(
    model: NotesModel, go: Callable[[str], None], on_back: Tap, *, invite: str, pupil: str = ""
) -> ft.Control:
    """`invite` is where somebody is let in; `pupil` whose notebook it is, for adults."""
    around, state = use_surroundings(), use_model(model)
    tokens, sentences = around.tokens, around.sentences
    said = sentences.notes.kinds[model.kind]
    use_sheet(note_sheet(sentences, tokens, model, state))
    heading = sentences.notes.door_of.format(door=said.title, name=pupil) if pupil else said.title
    top = column(
        [
            page_top(tokens, heading, back_label=sentences.words.back, on_back=on_back),
            soft_text(tokens, said.intro),
        ],
        gap=4,
    )
    write = big_button(tokens, sentences.notes.write, model.start_writing, icon_name="add", key="write-note")
    shown: list[ft.Control] = [
        top,
        _readers(sentences, tokens, state),
        *_news(sentences, tokens, model, state),
        *([] if state.is_read_only else [write]),
        *(_note(sentences, tokens, model, state, note, on) for note, on in state.notes),
    ]
    if not state.notes:
        shown.append(empty_state(tokens, "notes", said.empty_title, said.empty_text))
    if state.is_alone and not state.is_read_only:
        shown.append(_alone(sentences, tokens, model, lambda: model.let_in(lambda: go(invite))))
    if model.kind is NotebookKind.PRIVATE:
        shown.append(_whom_to_tell(sentences, tokens, go))
    return page_body(tokens, shown)


def _readers(sentences: Sentences, tokens: Tokens, state: NotesState) -> ft.Control:
    words, said = sentences.words, sentences.notes
    if state.others is None:
        return small_text(tokens, said.unknown_readers)
    me = Onlooker(words.me, state.me.picture if state.me else _PORTRAIT_BY_ROLE[Role.PUPIL])
    roles = {Role.PUPIL: words.pupil, Role.PARENT: words.parent, Role.MENTOR: words.mentor}
    others = [
        Onlooker(one.name or roles[one.role], one.picture or _PORTRAIT_BY_ROLE[one.role])
        for one in state.others
    ]
    if state.has_unnamed:
        others.append(Onlooker(sentences.people.page.nameless, _PORTRAIT_BY_ROLE[Role.PUPIL]))
    return who_sees(tokens, words.who_sees, [me, *others])


def _alone(sentences: Sentences, tokens: Tokens, model: NotesModel, let_in: Tap) -> ft.Control:
    said = sentences.notes.kinds[model.kind]
    door = quiet_button(tokens, said.let_in, let_in, icon_name="add", key="let-in")
    return column([small_text(tokens, said.alone), row([door], wraps=True)], gap=8)


def _news(sentences: Sentences, tokens: Tokens, model: NotesModel, state: NotesState) -> Sequence[ft.Control]:
    said, shown = sentences.notes, problem_notice(sentences, tokens, state.problem)
    if state.has_strangers and not state.is_read_only:
        shown.append(
            notice(
                tokens,
                said.strangers,
                tone="careful",
                action=said.shut_out,
                on_action=model.shut_out,
                key="strangers",
            )
        )
    if state.removed is not None:
        shown.append(
            notice(tokens, said.removed, action=said.bring_back, on_action=model.bring_back, key="removed")
        )
    return shown


def _note(
    sentences: Sentences, tokens: Tokens, model: NotesModel, state: NotesState, note: Note, on: date
) -> ft.Control:
    day = day_phrase(sentences, on, state.today)
    inside = column([body_text(tokens, note.words), small_text(tokens, day)], gap=4)
    if state.is_read_only:
        return card(tokens, [inside], padding=16)
    label = f"{sentences.notes.change_one.format(words=note.words)}, {day}"
    return tap_card(tokens, inside, partial(model.start_changing, note), label=label, key=f"note-{note.id}")


def _whom_to_tell(sentences: Sentences, tokens: Tokens, go: Callable[[str], None]) -> ft.Control:
    said = sentences.help
    door = quiet_button(tokens, said.title, partial(go, "/help"), picture="help", key="whom-to-tell")
    return column([small_text(tokens, said.nobody_watches), row([door], wraps=True)], gap=8)
