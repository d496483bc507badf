"""A pupil's first days, on a phone, from the icon to the next morning."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.journeys.app_stage import Phone, firstbell
from tests.journeys.ways import sets_up

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.feature("P1")
def test_a_morning_is_ticked_unticked_skipped_and_still_there_after_a_restart(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            assert app.says("Good morning, Sam")
            await app.tap("Alarm, now, not done yet. Tick")
            await app.tap("Undo")
            assert "Alarm, now, not done yet. Tick" in app.names()
            await app.tap("Alarm, now, not done yet. Tick")
            await app.tap("Show all steps")
            await app.tap("More choices for Feet on the floor")
            await app.tap("Skip today")
            await app.tap("More choices for Open the curtains")
            await app.tap("Not needed today")
        async with firstbell(phone) as app:
            assert "Alarm, done. Untick" in app.names()
            assert "Feet on the floor, skipped today. Open again" in app.names()
            assert "Open the curtains, not needed today. Open again" in app.names()
        phone.pass_days(1)
        async with firstbell(phone) as app:
            assert "Alarm, now, not done yet. Tick" in app.names()

    run(journey())


@pytest.mark.feature("P1")
def test_after_midnight_the_evening_still_belongs_to_the_day_it_began(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
        phone.now_ms += 17 * 60 * 60 * 1000  # ten past midnight
        async with firstbell(phone) as app:
            assert app.says("It is after midnight. This still belongs to Tuesday.")
            await app.tap("Look at tomorrow, now, not done yet. Tick")
        phone.now_ms += 6 * 60 * 60 * 1000
        async with firstbell(phone) as app:
            assert "Alarm, now, not done yet. Tick" in app.names()

    run(journey())


@pytest.mark.feature("P2")
def test_on_a_hard_day_less_is_enough_and_what_was_done_stays_done(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Alarm, now, not done yet. Tick")
            await app.tap("Show all steps")
            await app.tap("Today is hard")
            assert app.says("The short version is enough today.")
            assert "Alarm, done. Untick" in app.names()
        async with firstbell(phone) as app:
            assert app.says("The short version is enough today.")
            await app.tap("Today is hard")
            assert app.says("The tiny version is enough today.")
            await app.tap("Feet on the floor, now, not done yet. Tick")
            await app.tap("Tell my adult how it is, now, not done yet. Tick")
            warm = ("A hard day, and you still did this.", "Small was enough, and you did it.")
            assert any(app.says(each) for each in (*warm, "That was a brave try. It counts."))

    run(journey())


@pytest.mark.feature("P3")
def test_a_day_is_paused_half_way_and_taken_up_again_where_it_was(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Alarm, now, not done yet. Tick")
            await app.tap("More for today")
            await app.tap("Pause")
            await app.tap("Everything")
            await app.tap("Ill")
            await app.tap("Pause")
            assert app.says("Today is paused")
        async with firstbell(phone) as app:
            assert app.says("Today is paused")
            await app.tap("Take up again")
            assert app.says("1 of 14 done") or "Feet on the floor, now, not done yet. Tick" in app.names()

    run(journey())


@pytest.mark.feature("P6")
def test_a_target_is_rated_on_three_days_and_its_line_is_said_in_words(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Targets")
            await app.tap("Choose my first target")
            await app.tap("Bag ready the night before")
            await app.tap("Next")
            await app.type("My next step", "Bag by the door")
            await app.tap("Next")
            await app.tap("Someone at home")
            await app.tap("In two weeks")
            await app.tap("Keep my target")
            assert app.says("Bag by the door")
        for score in (3, 5, 6):
            async with firstbell(phone) as app:
                await app.tap("Targets")
                await app.tap("Bag ready the night before")
                await app.tap(f"{score}, ")
                await app.tap(f"Keep {score} for today")
                assert app.says(f"Today: {score}")
            phone.pass_days(1)
        async with firstbell(phone) as app:
            await app.tap("Targets")
            await app.tap("Bag ready the night before")
            assert app.says("You said 5") or any("6 yesterday" in text for text in app.texts())
            await app.tap("Show as a table")

    run(journey())


@pytest.mark.feature("P17")
def test_help_is_one_tap_away_and_its_people_can_be_changed(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Help")
            assert app.says("Nobody watches this screen live.")
            assert any("0800 1111" in name for name in app.names())
            await app.tap("Change this page")
            await app.tap("Add one of my people")
            await app.type("Name", "Gran")
            await app.type("Phone number, if there is one", "01632 960 123")
            await app.tap("Keep")
            await app.tap("Done changing")
        async with firstbell(phone) as app:
            await app.tap("Help")
            assert any("Gran" in name for name in app.names())

    run(journey())


@pytest.mark.feature("L6")
def test_a_made_up_pupil_can_be_met_and_leaves_nothing_behind(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await app.tap("Look around with a made-up pupil")
            assert app.says("This pupil is made up.")
            await app.tap("Targets")
            await app.tap("Leave")
            assert any("I'm a pupil" in name for name in app.names())
        assert phone.store.content_by_name == {}

    run(journey())


@pytest.mark.feature("L2")
def test_a_tablet_has_the_places_at_the_side(run: Run) -> None:
    async def journey() -> None:
        async with firstbell(Phone(), width=1180, height=820) as app:
            await sets_up(app, "Sam")
            for place in ("Targets", "Me", "Help", "Today"):
                await app.tap(place)

    run(journey())


def test_once_everything_is_deleted_there_is_no_place_to_go_but_the_beginning(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Me")
            await app.tap("Delete everything")
            await app.tap("I understand that it cannot be brought back")
            await app.tap("Delete everything now")
            assert app.says("Everything is deleted")
            assert not [name for name in app.names() if name in ("Today", "Targets", "Me", "Help")]
            await app.tap("Back to the beginning")
            assert any("I'm a pupil" in name for name in app.names())
        assert not [name for name in phone.store.content_by_name if name != "settings"]

    run(journey())
