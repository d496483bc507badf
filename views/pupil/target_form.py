"""The parts of a target's form: what, the next step, who, when, a number. Asked one by one or all at once."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import flet as ft

from services.planner.contact import Contact
from services.planner.starter import StarterTarget
from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE
from views.design.button import quiet_button
from views.design.choice import Choice, choice_row
from views.design.field import field
from views.design.lettering import body_text, soft_text, title
from views.design.stepper import stepper
from views.design.surface import column, row
from views.design.tokens import Tokens
from views.pupil.target_form_model import FIRST_GOAL, TargetForm
from views.pupil.target_review import ReviewChoice
from views.pupil.target_words import coming_day
from views.strings.catalogue import Sentences

Change = Callable[[TargetForm], object]


def _moved(form: TargetForm, change: Change, days: int, today: date) -> None:
    change(form.with_review_moved(days, today))


def _part(tokens: Tokens, heading: str, note: str, controls: Sequence[ft.Control]) -> ft.Control:
    head: list[ft.Control] = [title(tokens, heading)]
    if note:
        head.append(soft_text(tokens, note))
    return column([column(head, gap=2), *controls], gap=16)


def what_part(
    sentences: Sentences,
    tokens: Tokens,
    form: TargetForm,
    change: Change,
    *,
    ideas: Sequence[StarterTarget] = (),
    needs_words: bool = False,
) -> ft.Control:
    """The pupil's words, and ideas to begin from."""
    said, titles = sentences.targets.write, sentences.starter.titles
    picture_by_idea = {idea.key: idea.picture for idea in ideas}
    shown: list[ft.Control] = [
        field(
            tokens,
            said.what_field,
            form.words,
            lambda words: change(form.with_words(words)),
            hint=said.what_hint,
            error=said.what_missing if needs_words else None,
            lines=2,
            key="target-words",
        )
    ]
    if ideas and form.idea is not None:
        others = quiet_button(
            tokens,
            said.other_ideas,
            lambda: change(form.without_idea()),
            picture=form.picture,
            key="other-ideas",
        )
        shown.append(row([others], wraps=True))
    elif ideas:
        chips = choice_row(
            tokens,
            [Choice(idea.key, titles[idea.key], picture=idea.picture) for idea in ideas],
            None,
            lambda key: change(form.began_from(key, titles[key], picture_by_idea[key])),
        )
        shown.append(column([body_text(tokens, said.ideas, is_bold=True), chips], gap=8))
    return _part(tokens, said.what_title, said.what_note if ideas else "", shown)


def step_part(sentences: Sentences, tokens: Tokens, form: TargetForm, change: Change) -> ft.Control:
    """The smallest next step."""
    said = sentences.targets.write
    typed = field(
        tokens,
        said.step_field,
        form.next_step,
        lambda words: change(form.with_next_step(words)),
        hint=said.step_hint,
        lines=2,
        key="target-step",
    )
    return _part(tokens, said.step_title, said.step_note, [typed])


def who_part(
    sentences: Sentences, tokens: Tokens, form: TargetForm, change: Change, people: Sequence[Contact]
) -> ft.Control:
    """Who helps: people of the help page, a few usual ones, and names of one's own."""
    said = sentences.targets.write
    picture_by_name = {person.name: person.picture for person in people}
    names = dict.fromkeys([*picture_by_name, *said.helpers, *form.helpers])
    chips = choice_row(
        tokens,
        [Choice(name, name, picture=picture_by_name.get(name)) for name in names],
        frozenset(form.helpers),
        lambda name: change(form.with_helper_turned(name)),
    )
    typed = field(
        tokens,
        said.helper_field,
        form.helper,
        lambda name: change(form.with_helper_typed(name)),
        max_length=40,
        on_submit=lambda: change(form.with_helper_added()),
        key="target-helper",
    )
    shown: list[ft.Control] = [chips, typed]
    if form.helper.strip():
        add = quiet_button(
            tokens,
            said.helper_add,
            lambda: change(form.with_helper_added()),
            icon_name="add",
            key="add-helper",
        )
        shown.append(row([add], wraps=True))
    return _part(tokens, said.who_title, said.who_note, shown)


def when_part(
    sentences: Sentences, tokens: Tokens, form: TargetForm, change: Change, today: date
) -> ft.Control:
    """When to look at it again."""
    said = sentences.targets.write
    choices = [Choice(choice, said.when_choices[n]) for n, choice in enumerate(ReviewChoice)]
    shown: list[ft.Control] = [
        choice_row(tokens, choices, form.review, lambda choice: change(form.with_review(choice, today)))
    ]
    if form.review_on is not None:
        shown.append(body_text(tokens, said.look_on.format(day=coming_day(sentences, form.review_on, today))))
    if form.review is ReviewChoice.ON_A_DATE:
        moves = (
            (said.a_week_sooner, -7),
            (said.a_day_sooner, -1),
            (said.a_day_later, 1),
            (said.a_week_later, 7),
        )
        buttons = [
            quiet_button(
                tokens,
                words,
                partial(_moved, form, change, days, today),
                key=f"move-{days}",
            )
            for words, days in moves
        ]
        shown.append(row(buttons, gap=8, wraps=True))
    return _part(tokens, said.when_title, "", shown)


def aim_part(sentences: Sentences, tokens: Tokens, form: TargetForm, change: Change) -> ft.Control:
    """A number to aim for, if there shall be one."""
    said, goal = sentences.targets.write, form.goal
    if goal is None:
        choose = quiet_button(
            tokens, said.aim_set, lambda: change(form.with_goal(FIRST_GOAL)), icon_name="add", key="set-aim"
        )
        return _part(tokens, said.aim_title, said.aim_note, [row([choose], wraps=True)])
    number = stepper(
        tokens,
        said.aim_at.format(score=goal),
        said.aim_less,
        said.aim_more,
        None if goal == LOWEST_SCORE else lambda: change(form.with_goal(goal - 1)),
        None if goal == HIGHEST_SCORE else lambda: change(form.with_goal(goal + 1)),
        key="aim",
    )
    none = quiet_button(tokens, said.aim_none, lambda: change(form.with_goal(None)), key="no-aim")
    return _part(tokens, said.aim_title, said.aim_note, [number, row([none], wraps=True)])
