"""About Firstbell: what it is, what it keeps, whose work it stands on; and deleting everything."""

import flet as ft

from views.about.delete_model import Asking, DeleteModel, Gone
from views.about.works import DRAWINGS, LETTERS, VERSION, Work, software
from views.binding import use_model
from views.design.button import big_button
from views.design.lettering import body_text, small_text, title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.surface import Tap, card, column
from views.design.toggle import toggle
from views.design.tokens import Tokens
from views.strings.problem_sentence import problem_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def about_screen(on_back: Tap) -> ft.Control:
    """What somebody may want to know, in plain words."""
    here = use_surroundings()
    t, said = here.tokens, here.sentences.about
    return page_body(
        t,
        [
            page_top(t, said.title, back_label=here.sentences.words.back, on_back=on_back),
            card(t, [body_text(t, said.what), body_text(t, said.not_what)]),
            card(t, [title(t, said.privacy_title), *(body_text(t, each) for each in said.privacy)]),
            card(
                t,
                [
                    title(t, said.licence_title),
                    body_text(t, said.licence),
                    small_text(t, said.version.format(version=VERSION)),
                ],
            ),
            card(
                t,
                [
                    title(t, said.pictures_title),
                    body_text(t, said.pictures),
                    _works(t, (DRAWINGS,)),
                    body_text(t, said.own_pictures),
                ],
            ),
            card(t, [title(t, said.letters_title), _works(t, LETTERS)]),
            card(t, [title(t, said.software_title), body_text(t, said.software), _works(t, software())]),
        ],
    )


def _works(tokens: Tokens, works: tuple[Work, ...]) -> ft.Control:
    def line(work: Work) -> ft.Control:
        return column(
            [
                body_text(tokens, work.name, is_bold=True),
                small_text(tokens, "\n".join(part for part in (work.by, work.licence, work.link) if part)),
            ],
            gap=0,
        )

    return column([line(work) for work in works], gap=10)


@ft.component
def delete_screen(model: DeleteModel, on_back: Tap) -> ft.Control:
    """Delete everything on this device: one sentence understood, one button."""
    here, state = use_surroundings(), use_model(model)
    t, said = here.tokens, here.sentences.about
    match state:
        case Gone.DONE:
            gone = empty_state(
                t,
                "deleted",
                said.deleted_title,
                said.deleted,
                action=said.deleted_next,
                on_action=model.begin_again,
            )
            return page_body(t, [gone], is_centred=True)
        case Gone.WORKING:
            return page_body(t, [page_top(t, said.delete_title), notice(t, said.delete_working)])
        case Asking():
            return page_body(t, _asking(here, model, state, on_back))


def _asking(here: Surroundings, model: DeleteModel, state: Asking, on_back: Tap) -> list[ft.Control]:
    t, said = here.tokens, here.sentences.about
    problem = (
        [notice(t, problem_sentence(here.sentences, state.problem), tone="careful")] if state.problem else []
    )
    return [
        page_top(t, said.delete_title, back_label=here.sentences.words.back, on_back=on_back),
        notice(t, f"{said.delete_what} {said.delete_keeps}", tone="danger"),
        toggle(t, said.delete_sure, state.is_understood, model.understand, key="understood"),
        *problem,
        big_button(
            t,
            said.delete_now,
            model.delete if state.is_understood else None,
            kind="danger",
            icon_name="delete",
        ),
        big_button(t, said.delete_keep, on_back),
    ]
