"""Whom to tell, in pictures. One tap from anywhere; the family keeps it up."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.words import ContactKind
from views.binding import use_model
from views.design.button import quiet_button
from views.design.lettering import body_text, small_text, soft_text, title
from views.design.notice import notice
from views.design.page import page_body, page_top
from views.design.sheet_host import use_sheet
from views.design.surface import card, column, row
from views.design.tokens import Tokens
from views.pupil.contact_card import contact_card, contact_name
from views.pupil.contact_sheet import PICTURE_BY_KIND, contact_sheet
from views.pupil.help_model import HelpModel, HelpState
from views.pupil.problem_notice import problem_notice
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def help_screen(
    model: HelpModel, go: Callable[[str], None], note: str = "", above: Sequence[ft.Control] = ()
) -> ft.Control:
    """At school, my people, helplines, in danger now; and what one could say.

    `note` says whose page it is, where it is not one's own; `above` stands over all of it.
    """
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    said = sentences.help
    use_sheet(contact_sheet(sentences, tokens, model, state.draft))
    promise = note or f"{said.note} {said.nobody_watches}"
    words = said.change_done if state.is_changing else said.change
    change = quiet_button(
        tokens,
        words,
        model.turn_changing,
        icon_name="check" if state.is_changing else "edit",
        key="change-help",
    )
    return page_body(
        tokens,
        [
            *above,
            column([page_top(tokens, said.title), soft_text(tokens, promise)], gap=4),
            *_news(sentences, tokens, model, state),
            *(_kind(sentences, tokens, model, state, kind) for kind in ContactKind),
            _to_say(sentences, tokens),
            row([change], wraps=True),
        ],
        gap=24,
    )


def _news(sentences: Sentences, tokens: Tokens, model: HelpModel, state: HelpState) -> list[ft.Control]:
    said, shown = sentences.help, problem_notice(sentences, tokens, state.problem)
    if state.removed is not None:
        text = said.removed.format(name=contact_name(sentences, state.removed))
        shown.append(notice(tokens, text, action=said.bring_back, on_action=model.bring_back, key="removed"))
    return shown


def _kind(
    sentences: Sentences, tokens: Tokens, model: HelpModel, state: HelpState, kind: ContactKind
) -> ft.Control:
    said, contacts = sentences.help, state.contacts_by_kind[kind]
    shown: list[ft.Control] = [
        column([title(tokens, said.kinds[kind]), small_text(tokens, said.kind_notes[kind])], gap=0)
    ]
    shown.extend(
        contact_card(sentences, tokens, model, one, is_changing=state.is_changing) for one in contacts
    )
    if not contacts:
        shown.append(soft_text(tokens, said.nobody_yet[kind]))
    if state.is_changing or not contacts:
        add = quiet_button(
            tokens,
            said.add[kind],
            lambda: model.start_adding(kind, PICTURE_BY_KIND[kind]),
            icon_name="add",
            key=f"add-{kind}",
        )
        shown.append(row([add], wraps=True))
    return column(shown, gap=10)


def _to_say(sentences: Sentences, tokens: Tokens) -> ft.Control:
    said = sentences.help
    lines = [body_text(tokens, said.quoted.format(words=words)) for words in said.say_words]
    return card(tokens, [title(tokens, said.say_title), *lines], gap=8, key="to-say")
