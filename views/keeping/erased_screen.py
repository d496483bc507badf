"""A planner was erased elsewhere: who asked for it, by their role, on which day; and it goes from here."""

from datetime import date
from typing import assert_never

import flet as ft

from services.planner.words import Role
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.working import working
from views.keeping.erased_model import ErasedModel, Gone, Offering, Working
from views.keeping.keeping_trouble import trouble_notice
from views.lock.question_page import question_page
from views.strings.dates import long_date
from views.surroundings import Surroundings, use_surroundings


@ft.component
def erased_screen(
    model: ErasedModel, name: str, by: Role, on: date, on_keep: Tap, on_take: Tap, on_done: Tap
) -> ft.Control:
    """`on_keep` and `on_take` make a copy of the pupil's own; `on_done` goes to whoever is at home then."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.keeping.erased
    ft.use_effect(model.begin, [model])
    is_own = around.role is Role.PUPIL
    heading = said.title_own if is_own else said.title.format(name=name or around.sentences.words.pupil)
    asked = body_text(tokens, _asked(around, by, on), is_bold=True)
    shown: list[ft.Control] = [row([pictogram(tokens, "wave", 96)], along="center"), asked]
    match state:
        case Offering(problem=problem):
            if is_own:
                shown.append(body_text(tokens, said.offer))
                shown.append(quiet_button(tokens, said.keep, on_keep, icon_name="lock", key="keep-copy"))
                shown.append(quiet_button(tokens, said.take, on_take, icon_name="save", key="take-copy"))
            shown += trouble_notice(around, problem)
            bar = big_button(tokens, said.go, model.let_go, key="let-go")
            return question_page(tokens, heading, shown, bar=[bar])
        case Working():
            return page_body(tokens, [working(tokens, said.working)], is_centred=True)
        case Gone():
            shown.append(notice(tokens, said.gone, key="gone"))
            bar = big_button(tokens, said.go_on, on_done, key="go-on")
            return question_page(tokens, heading, shown, bar=[bar])
        case _:
            assert_never(state)


def _asked(around: Surroundings, by: Role, on: date) -> str:
    said = around.sentences.keeping.erased
    sentence = {Role.PUPIL: said.by_pupil, Role.PARENT: said.by_parent, Role.MENTOR: said.by_mentor}[by]
    day = around.sentences.copies.year.format(day=long_date(around.sentences.words, on), year=on.year)
    return sentence.format(day=day)
