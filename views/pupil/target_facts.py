"""What a target says about itself: the next step, who helps, when to look again, the number aimed at."""

import flet as ft

from views.design.button import big_button
from views.design.lettering import body_text, label, small_text, soft_text
from views.design.picture import pictogram
from views.design.surface import Tap, card, column, filling, row
from views.design.tokens import Tokens
from views.pupil.target_state import TargetState
from views.pupil.target_words import long_day
from views.strings.catalogue import Sentences


def facts_card(sentences: Sentences, tokens: Tokens, state: TargetState) -> ft.Control:
    """The next step first and largest; the rest in a few quiet lines."""
    target, said = state.target, sentences.targets.one
    assert target is not None, "only a target that is there has facts"
    step = label(tokens, target.next_step) if target.next_step else soft_text(tokens, said.next_step_none)
    shown: list[ft.Control] = [
        column([small_text(tokens, said.next_step, ink="now", is_bold=True), step], gap=2)
    ]
    facts: list[tuple[str, str, str]] = []
    if target.helpers:
        facts.append(("friends", said.who_helps, ", ".join(target.helpers)))
    if target.review_on is not None and not state.is_review_due:
        facts.append(("calendar", said.look_again, long_day(sentences, target.review_on, state.today)))
    if target.goal is not None:
        facts.append(("flag", said.aim, said.aim_at.format(score=target.goal)))
    shown.extend(_fact(tokens, *fact) for fact in facts)
    return card(tokens, shown, look="now", gap=14, key="facts")


def _fact(tokens: Tokens, picture: str, name: str, text: str) -> ft.Control:
    lines = column([small_text(tokens, name), body_text(tokens, text)], gap=0)
    return ft.MergeSemantics(row([pictogram(tokens, picture, 32), filling(lines)], gap=12, is_top=True))


def closed_card(sentences: Sentences, tokens: Tokens, state: TargetState, on_reopen: Tap) -> ft.Control:
    """A target put away, or done; and the way back to it."""
    target, said = state.target, sentences.targets.one
    assert target is not None, "only a target that is there can be put away"
    assert target.closed_on is not None, "only a closed target has this card"
    day = long_day(sentences, target.closed_on, state.today)
    shown: list[ft.Control] = [
        label(tokens, said.reached_title if target.is_reached else said.put_away_title),
        soft_text(tokens, day),
    ]
    if state.may_reopen:
        shown.append(big_button(tokens, said.reopen, on_reopen, icon_name="restore", key="reopen"))
    else:
        shown.append(body_text(tokens, said.reopen_full))
    return card(tokens, shown, look="done" if target.is_reached else "plain", key="closed")
