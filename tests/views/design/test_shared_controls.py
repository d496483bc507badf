"""The shared controls: named for readers, reached by a tap, true to what they were given."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from tests.stage import stage
from views.design.button import big_button, icon_button, quiet_button
from views.design.choice import Choice, choice_cards, choice_row, portrait_grid
from views.design.faces import faces
from views.design.field import field
from views.design.lettering import body_text, greeting
from views.design.nav import Place, nav_bar
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.progress import dots
from views.design.sheet import sheet
from views.design.stepper import stepper
from views.design.surface import tap_card
from views.design.toggle import toggle
from views.design.tokens import tokens_for
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]


def test_a_tick_card_is_a_checkbox_with_the_name_of_its_words(run: Run) -> None:
    async def show() -> None:
        taps: list[str] = []

        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            card = tap_card(t, body_text(t, "Alarm"), lambda: taps.append("alarm"), is_checked=False)
            return page_body(t, [page_top(t, "Today"), card])

        async with stage(screen) as s:
            thing = s.thing("Alarm")
            assert thing.is_checked is False
            await s.tap("Alarm")
            assert taps == ["alarm"]
            assert s.headings() == [(1, "Today")]

    run(show())


def test_icons_that_do_something_have_a_name(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            return page_body(
                t,
                [
                    page_top(t, "Targets", back_label="Back", on_back=lambda: None),
                    icon_button(t, "add", "Add a target", lambda: None),
                    stepper(t, "7:30", "Earlier", "Later", lambda: None, None),
                ],
            )

        async with stage(screen) as s:
            assert s.names() == ["Back", "Add a target", "Earlier", "Later"]
            assert s.thing("Later").is_off

    run(show())


def test_typing_reaches_the_screen_and_a_mistake_is_part_of_the_fields_name(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            typed, set_typed = ft.use_state("")
            error = "A name has 1 to 40 letters." if not typed else None
            return page_body(
                t, [field(t, "Name", typed, set_typed, error=error), body_text(t, f"Hello {typed}")]
            )

        async with stage(screen) as s:
            assert s.names() == ["Name. A name has 1 to 40 letters."]
            await s.type("Name", "Sam")
            assert s.says("Hello Sam")
            assert s.names() == ["Name"]

    run(show())


def test_choices_say_which_one_is_chosen(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            part, set_part = ft.use_state("morning")
            portrait, set_portrait = ft.use_state("fox")
            score, set_score = ft.use_state(3)
            numbers = [f"{n} out of 10" for n in range(11)]
            return page_body(
                t,
                [
                    choice_row(
                        t, [Choice("morning", "Morning"), Choice("evening", "Evening")], part, set_part
                    ),
                    choice_cards(t, [Choice("one", "One step"), Choice("all", "All steps")], "all", print),
                    portrait_grid(
                        t,
                        [Choice("fox", "fox", portrait="fox"), Choice("owl", "owl", portrait="owl")],
                        portrait,
                        set_portrait,
                    ),
                    faces(t, score, numbers, set_score, "Not yet", "Very"),
                ],
            )

        async with stage(screen) as s:
            assert s.thing("Morning").is_selected
            await s.tap("Evening")
            assert s.thing("Evening").is_selected
            assert not s.thing("Morning").is_selected
            await s.tap("owl")
            assert s.thing("owl").is_selected
            await s.tap("10 out of 10")
            assert s.thing("10 out of 10").is_selected
            assert not s.thing("3 out of 10").is_selected

    run(show())


def test_a_toggle_is_one_thing_and_turns_both_ways(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            is_on, set_on = ft.use_state(True)
            return page_body(t, [toggle(t, "Movement", is_on, set_on, note="Cards may glide.")])

        async with stage(screen) as s:
            assert s.names() == ["Movement\nCards may glide."]
            assert s.thing("Movement").is_checked is True
            await s.tap("Movement")
            assert s.thing("Movement").is_checked is False

    run(show())


def test_a_sheet_opens_over_the_screen_and_closes_by_its_button_and_by_escape(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            is_open, set_open = ft.use_state(False)
            inside = [big_button(t, "Save", lambda: set_open(False))]
            ft.use_dialog(sheet(t, "Change", inside, "Close", lambda: set_open(False)) if is_open else None)
            return page_body(t, [quiet_button(t, "Open", lambda: set_open(True))])

        async with stage(screen) as s:
            assert s.names() == ["Open"]
            await s.tap("Open")
            assert "Save" in s.names()
            await s.tap("Close")
            assert s.names() == ["Open"]
            await s.tap("Open")
            await s.close_sheet()
            assert s.names() == ["Open"]

    run(show())


def test_the_bar_at_the_bottom_says_where_we_are(run: Run) -> None:
    async def show() -> None:
        gone: list[str] = []
        places = [Place("/today", "Today", "today"), Place("/me", "Me", portrait="fox")]

        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            return page_body(t, [greeting(t, "Hello")], nav=nav_bar(t, places, "/today", gone.append))

        async with stage(screen) as s:
            assert s.thing("Today").is_selected
            await s.tap("Me")
            assert gone == ["/me"]

    run(show())


def test_what_is_shown_by_colour_or_picture_is_also_said(run: Run) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            return page_body(
                t,
                [
                    dots(t, 3, 8, "3 of 8 steps done"),
                    notice(t, "Not saved yet.", tone="careful", action="Try again", on_action=lambda: None),
                    empty_state(t, "targets", "No targets yet", "One thing to make easier."),
                ],
            )

        async with stage(screen) as s:
            labels = [each.label for each in s.controls() if isinstance(each, ft.Semantics)]
            assert "3 of 8 steps done" in labels
            assert any(isinstance(each, ft.Semantics) and each.live_region for each in s.controls())
            assert "Try again" in s.names()

    run(show())


@pytest.mark.parametrize(
    ("heading", "percent", "width", "is_beside"),
    [
        ("Erase Quillfeather's planner everywhere", 200, 390, False),
        ("Erase Quillfeather's planner everywhere", 100, 390, True),
        ("Erase Quillfeather's planner everywhere", 200, 1180, True),
        ("Who shall be taken out?", 200, 390, True),
    ],
)
def test_a_heading_whose_longest_word_finds_no_room_beside_the_way_back_stands_below_it(
    run: Run, heading: str, percent: int, width: int, is_beside: bool
) -> None:
    async def show() -> None:
        @ft.component
        def screen() -> ft.Control:
            t = use_surroundings().tokens
            return page_body(t, [page_top(t, heading, back_label="Back", on_back=lambda: None)])

        async with stage(screen, tokens=tokens_for(width=width, percent=percent)) as s:
            said = next(
                one for one in s.controls() if isinstance(one, ft.Semantics) and one.heading_level == 1
            )
            assert s.headings() == [(1, heading)]
            assert bool(said.expand) is is_beside

    run(show())
