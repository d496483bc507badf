"""One person of a planner: who, with how many devices, what they can see, and taking off who has left."""

import flet as ft

from services.sync.people import Somebody
from views.design.button import quiet_button
from views.design.lettering import label, small_text
from views.design.picture import avatar, pictogram
from views.design.small_pictures import small_pictures
from views.design.surface import Tap, card, column, filling, led_by, row
from views.design.tokens import Tokens
from views.people.person_words import PORTRAIT_BY_ROLE, devices_of, name_of, role_of, seen_by
from views.strings.catalogue import Sentences


def person_card(sentences: Sentences, tokens: Tokens, one: Somebody, on_take_off: Tap | None) -> ft.Control:
    """`on_take_off`: they have left, and can be taken off the list."""
    said, name = sentences.people.page, name_of(sentences, one)
    facts = [f"{role_of(sentences, one.role)} · {devices_of(sentences, one)}"]
    lines: list[ft.Control] = [label(tokens, name), *(small_text(tokens, fact) for fact in facts)]
    face = avatar(tokens, one.picture or PORTRAIT_BY_ROLE[one.role], 56)
    me = small_text(tokens, said.me, ink="now", is_bold=True) if one.is_me else None
    shown: list[ft.Control] = [ft.MergeSemantics(led_by(tokens, face, column(lines, gap=0), me))]
    if one.is_steward:
        shown.append(_mark(tokens, "register", said.steward))
    if one.has_left:
        shown.append(_mark(tokens, "wave", said.has_left))
    things = seen_by(sentences, one)
    if things:
        words = ", ".join(word for _, word in things)
        told = said.sees.said.format(name=name, things=words)
        shown.append(small_pictures(tokens, said.sees.title, things, said=told))
    if on_take_off is not None:
        words = said.take_off.format(name=name)
        shown.append(row([quiet_button(tokens, words, on_take_off, icon_name="remove")], wraps=True))
    return card(tokens, shown, gap=12, padding=16 if tokens.is_phone else 20)


def _mark(tokens: Tokens, picture: str, words: str) -> ft.Control:
    return row([pictogram(tokens, picture, 28), filling(small_text(tokens, words, ink="ink"))], gap=8)
