"""What the service between the devices keeps about this one, in plain words and as its own file."""

from typing import assert_never

import flet as ft

from services.planner.reading import as_day, as_word
from services.planner.words import Role
from services.sync.known import Known
from views.binding import use_model
from views.copies.moments import dated
from views.design.button import quiet_button
from views.design.lettering import body_text, small_text, soft_text
from views.design.notice import notice
from views.design.page import page_body, page_top
from views.design.save_button import save_button
from views.design.surface import Tap, card, column, row
from views.design.working import working
from views.people.known_model import Asking, KnownModel, Told, Untold
from views.people.person_words import role_of
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def known_screen(model: KnownModel, on_back: Tap) -> ft.Control:
    """Asks each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people.known
    ft.use_effect(model.begin, [model])
    top = column(
        [
            page_top(tokens, said.title, back_label=around.sentences.words.back, on_back=on_back),
            soft_text(tokens, said.intro),
        ],
        gap=4,
    )
    match state:
        case Asking():
            return page_body(tokens, [top, working(tokens, said.asking)])
        case Untold(problem=problem):
            again = quiet_button(tokens, around.sentences.words.try_again, model.begin, key="again")
            trouble = notice(tokens, key_sentence(around.sentences, problem), tone="careful", key="trouble")
            return page_body(tokens, [top, trouble, row([again], wraps=True)])
        case Told(known=known):
            return page_body(tokens, [top, *(_known(around, one) for one in known)])
        case _:
            assert_never(state)


def _known(around: Surroundings, known: Known) -> ft.Control:
    tokens, said = around.tokens, around.sentences.people.known
    facts = [
        *([said.since.format(day=_day(around, known.created))] if known.created else []),
        *([said.seen.format(day=_day(around, known.last_seen))] if known.last_seen else []),
    ]
    for circle in known.circles:
        role = as_word(circle.role, Role)
        name = role_of(around.sentences, role) if role else circle.role
        said_of = said.leads if circle.is_steward else said.is_in
        facts.append(said_of.format(role=name, size=-(-circle.size // 1024)))
    return card(
        tokens,
        [
            body_text(tokens, known.origin, is_bold=True),
            *(small_text(tokens, fact, ink="ink") for fact in facts),
            small_text(tokens, said.nothing_else),
            save_button(tokens, said.save, said.file_name, known.file, key="save-known"),
        ],
        gap=10,
    )


def _day(around: Surroundings, day: str) -> str:
    on = as_day(day)
    return dated(around.sentences, on, on) if on else day
