"""Somebody to tell: a picture, a name, where to find them, and their number to call."""

import flet as ft

from services.planner.contact import Contact
from services.planner.words import ContactKind
from views.design.button import icon_button, quiet_button
from views.design.call_button import Way, call_button
from views.design.lettering import label, small_text
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.help_model import HelpModel
from views.strings.catalogue import Sentences

TEXTED = "text_message"


def contact_name(sentences: Sentences, contact: Contact) -> str:
    """The name somebody typed, or what the starter is called in this language."""
    return contact.name or sentences.starter.titles.get(contact.starter or "", "")


def contact_card(
    sentences: Sentences, tokens: Tokens, model: HelpModel, contact: Contact, *, is_changing: bool
) -> ft.Control:
    """One person or line. While the page is being changed, two buttons more."""
    name = contact_name(sentences, contact)
    lines: list[ft.Control] = [label(tokens, name)]
    if contact.note:
        lines.append(small_text(tokens, contact.note))
    top: list[ft.Control] = [pictogram(tokens, contact.picture, 56), filling(column(lines, gap=2))]
    # A number may be long; two icons fit beside a name even on a phone.
    is_narrow = tokens.is_large or (tokens.is_phone and not is_changing)
    actions = _actions(sentences, tokens, model, contact, is_changing=is_changing)
    if not is_narrow:
        top.extend(actions)
    shown: list[ft.Control] = [row(top, gap=16)]
    if is_narrow and is_changing:
        shown.append(row(actions, gap=8))
    elif is_narrow:
        shown.extend(actions)
    return card(tokens, shown, padding=16, key=f"contact-{contact.id}")


def _actions(
    sentences: Sentences, tokens: Tokens, model: HelpModel, contact: Contact, *, is_changing: bool
) -> list[ft.Control]:
    said, name = sentences.help, contact_name(sentences, contact)
    if is_changing:
        return [
            icon_button(
                tokens,
                "edit",
                said.change_one.format(name=name),
                lambda: model.start_changing(contact, name),
                has_edge=True,
                key=f"change-{contact.id}",
            ),
            icon_button(
                tokens,
                "delete",
                said.remove_one.format(name=name),
                lambda: model.remove(contact),
                has_edge=True,
                key=f"remove-{contact.id}",
            ),
        ]
    if contact.phone:
        way: Way = "text" if contact.picture == TEXTED else "call"
        words = (said.text if way == "text" else said.call).format(name=name)
        is_strong = contact.kind is ContactKind.EMERGENCY
        return [call_button(tokens, contact.phone, words, way, is_strong=is_strong, key=f"call-{contact.id}")]
    if not contact.name:
        return [
            quiet_button(
                tokens,
                said.put_in_a_name,
                lambda: model.start_changing(contact, name),
                icon_name="edit",
                key=f"name-{contact.id}",
            )
        ]
    return []
