"""One pupil in the list: picture, name, one reason to look, the week as shapes. The card opens the page."""

from collections.abc import Callable
from datetime import date

import flet as ft

from services.planner.ids import PlannerId
from services.planner.reason import NothingNow
from views.design.lettering import Ink, label, small_text
from views.design.picture import avatar
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.design.use_marks import week_shapes
from views.mentor.caseload_state import CaseloadRow
from views.mentor.mentor_words import meeting_words, reason_sentence, row_name, synced_words
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences

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
    meeting = meeting_words(sentences, one.case, today)
    if meeting and one.case.meeting_on != today:
        lines.append(small_text(tokens, meeting))
    lines.append(
        ft.Container(
            week_shapes(tokens, [day.use.value for day in one.strip], size=min(tokens.type.small * 1.1, 24)),
            padding=ft.Padding.only(top=6),
        )
    )
    # As wide as its words, so that large letters do not push the shapes out of the card.
    told = column(lines, gap=2, across="start")
    inside = (
        column([picture, told], gap=8, across="start")
        if tokens.is_large
        else row([picture, filling(told)], gap=14, is_top=True)
    )
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
