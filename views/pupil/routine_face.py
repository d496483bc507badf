"""What a routine looks like from outside: its picture, name and days; and the sheet that changes them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from services.desk.routine_verbs import RoutineChange
from services.planner.reading import WEEKDAYS
from services.planner.routine import Routine
from services.planner.starter import SCHOOL_MORNINGS
from services.planner.text import NAME_LIMIT
from views.design.button import big_button
from views.design.field import field
from views.design.icons import icon
from views.design.lettering import body_text, small_text, title
from views.design.picture import pictogram
from views.design.sheet import sheet
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.day_picker import day_picker
from views.pupil.picture_press import picture_press
from views.pupil.step_words import title_of
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class FaceDraft:
    """The name, picture and days of a routine while they are being changed."""

    title: str
    picture: str
    days: frozenset[int]

    @property
    def is_ready(self) -> bool:
        """It has a name and a day."""
        return 0 < len(self.title.strip()) <= NAME_LIMIT and bool(self.days)

    def changes_from(self, before: "FaceDraft") -> RoutineChange:
        """What to write: only what differs."""
        found = RoutineChange()
        if self.title.strip() != before.title.strip():
            found["title"] = self.title.strip()
        if self.picture != before.picture:
            found["picture"] = self.picture
        if self.days != before.days:
            found["days"] = self.days
        return found


def face_of(sentences: Sentences, routine: Routine) -> FaceDraft:
    """The routine as it is."""
    return FaceDraft(title_of(sentences, routine), routine.picture, routine.days)


def days_in_words(sentences: Sentences, days: frozenset[int]) -> str:
    """Every day, Monday to Friday, or the short names of some."""
    if days == WEEKDAYS:
        return sentences.routine.every_day
    if days == SCHOOL_MORNINGS:
        return sentences.routine.school_days
    return ", ".join(sentences.words.weekdays_short[day] for day in sorted(days))


def routine_face(sentences: Sentences, tokens: Tokens, routine: Routine, on_tap: Tap | None) -> ft.Control:
    """The card at the head of the editor."""
    said = column(
        [
            title(tokens, title_of(sentences, routine)),
            small_text(tokens, days_in_words(sentences, routine.days)),
        ],
        gap=2,
    )
    sign = [icon(tokens, "edit", ink="soft")] if on_tap is not None else []
    picture = pictogram(tokens, routine.picture, 64)
    inside: ft.Control = row([picture, filling(said), *sign], gap=14)
    if tokens.is_large:
        inside = column([row([picture, filling(ft.Container()), *sign]), said], gap=8)
    return tap_card(tokens, inside, on_tap, key="routine-face")


def face_sheet(
    sentences: Sentences,
    tokens: Tokens,
    draft: FaceDraft,
    on_change: Callable[[Callable[[FaceDraft], FaceDraft]], object],
    on_picture: Tap,
    on_keep: Tap,
    on_close: Tap,
) -> ft.BottomSheet:
    """Changing the name, the picture and the days."""
    said = sentences.routine
    inside: list[ft.Control] = [
        field(
            tokens,
            said.name,
            draft.title,
            lambda text: on_change(lambda now: replace(now, title=text)),
            max_length=NAME_LIMIT,
            key="routine-title",
        ),
        picture_press(
            tokens, draft.picture, said.picture, said.picture_choose, on_picture, key="routine-picture"
        ),
        column(
            [
                body_text(tokens, said.days, is_bold=True),
                day_picker(
                    sentences,
                    tokens,
                    draft.days,
                    lambda day: on_change(lambda now: replace(now, days=now.days ^ {day})),
                ),
            ],
            gap=8,
        ),
        big_button(
            tokens, said.face_keep, on_keep if draft.is_ready else None, icon_name="check", key="routine-keep"
        ),
    ]
    return sheet(tokens, said.face_title, inside, sentences.words.close, on_close)
