"""After somebody left or was taken out: the planner goes off this device, or the device gets ready to join.

Where these are done, another page takes their place by itself.
"""

import flet as ft

from views.design.lettering import body_text
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, card, row
from views.design.working import working
from views.people.grave_model import GraveModel
from views.people.grave_page import Grave, grave_page
from views.surroundings import use_surroundings


@ft.component
def away_screen(model: GraveModel, on_leave: Tap) -> ft.Control:
    """A whole page, and those that follow."""
    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.people.leave
    told = [
        row([pictogram(tokens, "waste", 96)], along="center"),
        card(tokens, [body_text(tokens, said.away_text), body_text(tokens, said.away_copy)]),
    ]
    cancel = around.sentences.words.cancel
    words = Grave(said.away_title, told, said.away_do, cancel, said.away_working, kind="danger")
    done = page_body(tokens, [working(tokens, said.away_working)], is_centred=True)
    return grave_page(model, words, on_leave, lambda: done)


@ft.component
def renew_screen(model: GraveModel, on_leave: Tap) -> ft.Control:
    """A whole page, and those that follow."""
    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.people.leave
    told = [
        row([pictogram(tokens, "phone", 96)], along="center"),
        card(tokens, [body_text(tokens, said.renew_text)]),
    ]
    words = Grave(said.renew_title, told, said.renew_do, around.sentences.words.cancel, said.renew_working)
    done = page_body(tokens, [working(tokens, said.renew_working)], is_centred=True)
    return grave_page(model, words, on_leave, lambda: done)
