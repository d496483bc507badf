"""One pupil in the list: picture, name, one reason to look, the week as shapes. The card opens the page."""

from collections.abc import Callable
from datetime import date

import flet as ft

from services.planner.ids import PlannerId
from services.planner.reason import NothingNow
from views.design.icons import icon
from views.design.lettering import Ink, label, small_text
from views.design.picture import avatar
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.design.use_marks import UseLook, week_shapes
from views.mentor.caseload_state import CaseloadRow
from views.mentor.mentor_words import meeting_day, reason_sentence, row_name, synced_words
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences

NARROW = 330  # a list beside a page on an upright tablet

OnPupil = Callable[[PlannerId], object]


@ft.component
def _card(
    sentences: Sentences, tokens: Tokens, one: CaseloadRow, today: date, is_chosen: bool, on_open: OnPupil
) -> ft.Control:
    picture = avatar(tokens, one.picture or NOBODYS_PORTRAIT, 52)
    said = reason_sentence(sentences, one.reason, one.about, today, one.zone)
    ink: Ink = "soft" if isinstance(one.reason, NothingNow) else "ink"
    synced = synced_words(sentences, one.last_sync_ms, one.zone, today)
    aside = [small_text(tokens, words) for words in (synced,) if words]
    name = label(tokens, one.name or sentences.words.pupil)
    lines: list[ft.Control] = [
        row([filling(name), *aside], gap=8) if aside and not tokens.is_large else name,
        *(aside if tokens.is_large else []),
        small_text(tokens, said, ink=ink),
    ]
    meeting = meeting_day(sentences, one.case, today)
    if meeting and one.case.meeting_on != today:
        sign = icon(tokens, "calendar", ink="soft", size=tokens.type.small * 1.2)
        lines.append(row([sign, filling(small_text(tokens, meeting))], gap=6))
    looks: list[UseLook] = [day.use.value for day in one.strip]
    strip = ft.Container(
        week_shapes(tokens, looks, size=min(tokens.type.small * 1.1, 24)), padding=ft.Padding.only(top=6)
    )
    told = column(lines, gap=2)
    if tokens.is_large:
        inside: ft.Control = row([filling(column([row([picture]), told, row([strip])], gap=8))])
    elif tokens.width < NARROW:
        inside = column([row([picture, filling(told)], gap=12, is_top=True), row([strip])], gap=4)
    else:
        told.controls.append(row([strip]))
        inside = row([picture, filling(told)], gap=14, is_top=True)
    return tap_card(
        tokens,
        inside,
        lambda: on_open(one.planner),
        look="chosen" if is_chosen else "plain",
        label=row_name(sentences, one, today),
        is_selected=is_chosen,
        padding=14,
        key=f"pupil-{one.planner}",
    )


# What changes on one pupil redraws that pupil's card alone; every argument is compared by value.
caseload_card = ft.memo(_card)  # type: ignore[no-untyped-call]  # flet has no types here
