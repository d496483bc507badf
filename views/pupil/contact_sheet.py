"""The sheet in which somebody to tell is written down."""

from dataclasses import replace

import flet as ft

from services.planner.words import ContactKind
from views.design.button import big_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.sheet import sheet
from views.design.surface import column
from views.design.tokens import Tokens
from views.pupil.help_model import ContactDraft, HelpModel
from views.strings.catalogue import Sentences
from views.strings.problem_sentence import problem_sentence

PICTURE_BY_KIND = {
    ContactKind.KEY_ADULT: "teacher",
    ContactKind.FAMILY: "family",
    ContactKind.HELPLINE: "telephone",
    ContactKind.EMERGENCY: "ambulance",
}
PICTURES = (
    "teacher",
    "mentor",
    "adult",
    "family",
    "grandparent",
    "brother_or_sister",
    "friends",
    "nurse",
    "doctor",
    "telephone",
    "text_message",
    "ambulance",
)
TYPED = frozenset({"name", "phone", "note"})


def contact_sheet(
    sentences: Sentences, tokens: Tokens, model: HelpModel, draft: ContactDraft | None
) -> ft.BottomSheet | None:
    """The sheet, while somebody is being written."""
    if draft is None:
        return None
    said, pictures = sentences.help, sentences.words.pictures
    problem = problem_sentence(sentences, draft.problem) if draft.problem is not None else None

    def error(place: str) -> str | None:
        if place == "name" and draft.needs_name:
            return said.name_missing
        return problem if draft.problem_field == place else None

    shown: list[ft.Control] = [
        field(
            tokens,
            said.name_field,
            draft.name,
            lambda name: model.change(replace(draft, name=name)),
            error=error("name"),
            max_length=40,
            key="contact-name",
        ),
        field(
            tokens,
            said.phone_field,
            draft.phone,
            lambda phone: model.change(replace(draft, phone=phone)),
            hint=said.phone_hint,
            error=error("phone"),
            max_length=24,
            keyboard="phone",
            key="contact-phone",
        ),
        field(
            tokens,
            said.note_field,
            draft.note,
            lambda note: model.change(replace(draft, note=note)),
            hint=said.note_hint,
            error=error("note"),
            lines=2,
            key="contact-note",
        ),
        column(
            [
                body_text(tokens, said.picture_title, is_bold=True),
                portrait_grid(
                    tokens,
                    [Choice(name, pictures.get(name, name), picture=name) for name in PICTURES],
                    draft.picture,
                    lambda name: model.change(replace(draft, picture=name)),
                    size=48,
                ),
            ],
            gap=8,
        ),
    ]
    if problem is not None and draft.problem_field not in TYPED:
        shown.append(notice(tokens, problem, tone="careful", key="problem"))
    shown.append(big_button(tokens, said.keep, model.keep, icon_name="check", key="keep-contact"))
    heading = said.new_title if draft.id is None else said.change_title
    return sheet(tokens, heading, shown, said.leave, model.stop)
