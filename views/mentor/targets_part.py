"""Targets on a pupil's page: each with the last numbers of every voice; the press opens it for rating."""

from collections.abc import Callable

import flet as ft

from services.planner.person import Person
from views.design.button import quiet_button
from views.design.lettering import body_text, label, small_text, soft_text, title
from views.design.number_trail import number_trail
from views.design.picture import pictogram
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.design.voice_marks import mark_picture
from views.mentor.page_model import PupilPageModel
from views.mentor.page_state import NUMBERS_SHOWN, PupilPage, TargetVoices
from views.pupil.chart_model import VoiceLine
from views.pupil.target_card import put_away_card
from views.pupil.target_words import role_index, voice_name
from views.strings.catalogue import Sentences

Go = Callable[[str], None]


def targets_part(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage, go: Go
) -> ft.Control:
    """The open targets, the way to one more, and those that are finished."""
    said = sentences.mentor.page
    shown: list[ft.Control] = [title(tokens, said.targets_title)]
    if not state.targets:
        shown.append(soft_text(tokens, said.no_target))
    shown += [_card(sentences, tokens, state, one, go) for one in state.targets]
    if state.may_add and not state.is_read_only:
        add = quiet_button(
            tokens,
            said.add_target,
            lambda: go(f"/pupil/{state.planner}/new"),
            icon_name="add",
            key="add-target",
        )
        shown.append(row([add], wraps=True))
    elif not state.may_add:
        shown.append(soft_text(tokens, said.full))
    return column([*shown, *_finished(sentences, tokens, model, state, go)])


def _card(sentences: Sentences, tokens: Tokens, state: PupilPage, one: TargetVoices, go: Go) -> ft.Control:
    said, target = sentences.mentor.page, one.target
    lines: list[ft.Control] = [label(tokens, target.words)]
    if target.next_step:
        lines.append(body_text(tokens, said.next_step.format(step=target.next_step), ink="soft"))
    if one.is_review_due:
        lines.append(body_text(tokens, sentences.targets.all.look_again, ink="pause", is_bold=True))
    people = {person.id: person for person in state.people}
    names = [voice_name(sentences, line, state.me, people) for line in one.lines]
    voices = [_voice(tokens, line, name) for line, name in zip(one.lines, names, strict=True)]
    silent = [
        row(
            [
                mark_picture(tokens, role_index(role)),
                filling(
                    small_text(
                        tokens, f"{_role_name(sentences, state.me, role_index(role))}: {said.voice_silent}"
                    )
                ),
            ],
            gap=10,
        )
        for role in one.silent
    ]
    told = [
        said.voice_numbers.format(name=name, numbers=", ".join(str(n) for n in _numbers(line)))
        for line, name in zip(one.lines, names, strict=True)
    ]
    top = row([pictogram(tokens, target.picture, 52), filling(column(lines, gap=2))], gap=14, is_top=True)
    return tap_card(
        tokens,
        column([top, *voices, *silent], gap=10),
        lambda: go(f"/pupil/{state.planner}/{target.id}"),
        label=". ".join([target.words, *told, said.open_target]),
        padding=18,
        key=f"target-{target.id}",
    )


def _voice(tokens: Tokens, line: VoiceLine, name: str) -> ft.Control:
    voice = role_index(line.role)
    who = ft.Row([mark_picture(tokens, voice), body_text(tokens, name)], spacing=10, tight=True)
    trail = number_trail(tokens, voice, _numbers(line))
    if tokens.is_phone or tokens.is_large:
        return column([who, trail], gap=4, across="start")
    return row([ft.Container(who, width=tokens.type.body * 9), filling(trail)], gap=10)


def _numbers(line: VoiceLine) -> list[int]:
    return [point.score for point in line.points[-NUMBERS_SHOWN:]]


def _role_name(sentences: Sentences, me: Person | None, voice: int) -> str:
    words = sentences.words
    names = (words.pupil, words.parent, words.mentor)
    is_mine = me is not None and role_index(me.role) == voice
    return sentences.mentor.page.you if is_mine else names[voice]


def _finished(
    sentences: Sentences, tokens: Tokens, model: PupilPageModel, state: PupilPage, go: Go
) -> list[ft.Control]:
    said, is_open = sentences.mentor.page, state.aside.shows_put_away
    if not state.put_away:
        return []
    words = said.put_away_hide if is_open else said.put_away_show.say(len(state.put_away))
    turn = quiet_button(
        tokens, words, model.turn_put_away, icon_name="up" if is_open else "down", key="put-away"
    )
    shown: list[ft.Control] = [row([turn], wraps=True)]
    if is_open:
        shown += [
            put_away_card(sentences, tokens, one, state.today, _opening(go, state.planner, one.id))
            for one in state.put_away
        ]
    return shown


def _opening(go: Go, planner: str, target: str) -> Callable[[], None]:
    return lambda: go(f"/pupil/{planner}/{target}")
