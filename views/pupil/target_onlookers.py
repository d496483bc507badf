"""Who can see a target: the pupil, and whoever has joined the planner."""

from collections.abc import Iterable
from datetime import date

import flet as ft

from services.planner.person import Person
from services.planner.words import Role
from views.design.lettering import small_text
from views.design.surface import column
from views.design.tokens import Tokens
from views.design.who_sees import Onlooker, who_sees
from views.pupil.target_words import day_phrase
from views.strings.catalogue import Sentences

_PORTRAIT_BY_ROLE = {Role.PUPIL: "person_medium", Role.PARENT: "adult", Role.MENTOR: "mentor"}


def target_onlookers(
    sentences: Sentences, tokens: Tokens, me: Person | None, people: Iterable[Person], today: date
) -> ft.Control:
    """The same row wherever a target is written, and on which day somebody else looked.

    While nobody has joined, it says what joining means.
    """
    words, said = sentences.words, sentences.targets.all
    others_here = [one for one in people if not one.is_out and (me is None or one.id != me.id)]
    mine = Onlooker(words.me, me.picture if me else _PORTRAIT_BY_ROLE[Role.PUPIL])
    others = [
        Onlooker(one.name or _role_word(sentences, one.role), one.picture or _PORTRAIT_BY_ROLE[one.role])
        for one in others_here
    ]
    looks = [
        small_text(tokens, said.looked.format(name=one.name, day=day_phrase(sentences, one.looked_on, today)))
        for one in others_here
        if one.looked_on is not None
    ]
    lines = looks if others else [small_text(tokens, said.who_joins)]
    return column([who_sees(tokens, words.who_sees, [mine, *others]), *lines], gap=4)


def _role_word(sentences: Sentences, role: Role) -> str:
    words = sentences.words
    return {Role.PUPIL: words.pupil, Role.PARENT: words.parent, Role.MENTOR: words.mentor}[role]
