"""The sheet in which a note is written, changed or taken out."""

import flet as ft

from services.planner.text import NOTE_LIMIT
from views.design.button import big_button, quiet_button
from views.design.field import field
from views.design.sheet import sheet
from views.design.surface import row
from views.design.tokens import Tokens
from views.notes.notes_model import NotesModel, NotesState, is_of_words
from views.pupil.problem_notice import problem_notice
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import problem_sentence


def note_sheet(
    sentences: Sentences, tokens: Tokens, model: NotesModel, state: NotesState
) -> ft.BottomSheet | None:
    """The sheet, while a note is open."""
    draft, said = state.draft, sentences.notes
    if draft is None:
        return None
    error = said.missing if draft.needs_words else None
    if draft.problem is not None and is_of_words(draft.problem):
        error = problem_sentence(sentences, draft.problem)
    shown: list[ft.Control] = [
        field(
            tokens,
            said.field,
            draft.words,
            model.type_words,
            hint=said.kinds[model.kind].hint,
            error=error,
            max_length=NOTE_LIMIT,
            lines=4,
            is_focused=draft.id is None,
            key="note-words",
        ),
        *([] if error else problem_notice(sentences, tokens, draft.problem)),
        big_button(tokens, said.keep, model.keep, icon_name="check", key="keep-note"),
    ]
    if draft.id is not None:
        out = quiet_button(tokens, said.remove, model.remove, icon_name="delete", key="remove-note")
        shown.append(row([out], wraps=True))
    heading = said.new_title if draft.id is None else said.change_title
    return sheet(tokens, heading, shown, said.leave, model.stop)
