"""What goes well, first on a pupil's page."""

import flet as ft

from services.planner.strengths import Strengths
from views.design.lettering import body_text, label, title
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.step_words import title_of
from views.strings.catalogue import Sentences


def strengths_card(sentences: Sentences, tokens: Tokens, told: Strengths) -> ft.Control:
    """Times done, what is done most often, and targets that feel nearer."""
    said = sentences.mentor.page
    lines: list[ft.Control] = [title(tokens, said.strengths_title, ink="done")]
    if told.times_done:
        lines.append(label(tokens, said.times_done.say(told.times_done)))
    else:
        lines.append(body_text(tokens, said.none_done))
    facts = [
        *(
            (one.step.picture, said.step.say(one.times, step=title_of(sentences, one.step)))
            for one in told.steps
        ),
        *(
            (
                one.target.picture,
                said.nearer.format(target=one.target.words, first=one.first, latest=one.latest),
            )
            for one in told.nearer
        ),
        *((one.picture, said.reached.format(target=one.words)) for one in told.reached),
    ]
    lines += [
        row([pictogram(tokens, picture, 32), filling(body_text(tokens, words))], gap=10)
        for picture, words in facts
    ]
    inside = column(lines, gap=8)
    if tokens.is_phone:
        return card(tokens, [inside], look="done", key="strengths")
    return card(
        tokens,
        [row([pictogram(tokens, "seedling", 72), filling(inside)], gap=16, is_top=True)],
        look="done",
        key="strengths",
    )
