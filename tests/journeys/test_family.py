"""A parent's first days on a device of their own, from the icon to the next week."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.ways import enters, sets_up

Run = Callable[[Awaitable[Any]], Any]


async def begins_with_a_child(app: App, parent: str = "Jo", child: str = "Sam", lock: str = "No PIN") -> None:
    """From the first screen to the week."""
    await app.tap("I'm a parent or carer")
    await app.tap("Begin with my child")
    await app.type("Name or nickname", parent)
    await app.tap("Next")
    await app.tap(lock)
    await app.tap("Next")
    await answers_for(app, child)


async def answers_for(app: App, child: str) -> None:
    await app.type("Name or nickname", child)
    await app.tap("Next")
    await app.tap("8 to 11")
    await app.tap("Next")
    await app.tap("Next")


def test_a_parent_begins_alone_and_finds_the_week_again(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await begins_with_a_child(app)
            assert app.says("Sam's week")
            assert app.says("14 to 20 September")
            await app.tap("Get dressed")
            await app.tap("Saturday")
            await app.tap("Sunday")
            await app.tap("Keep changes")
        async with firstbell(phone) as app:
            assert app.says("Sam's week")
            await app.tap("Get dressed")
            days = {thing.name: thing.is_checked for thing in app.things() if thing.name.endswith("day")}
            assert days["Friday"] is True
            assert days["Saturday"] is False

    run(journey())


def test_a_second_child_has_a_week_of_their_own_one_tap_away(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await begins_with_a_child(app)
            await app.tap("Me")
            await app.tap("Add a child")
            await answers_for(app, "Alex")
            assert app.says("Sam's week")
            await app.tap("Alex")
            assert app.says("Alex's week")
            await app.tap("Targets")
            assert app.says("Alex's targets")
            await app.tap("Me")
            assert any(name.startswith("Change what Alex is called") for name in app.names())
        async with firstbell(phone) as app:
            await app.tap("Alex")
            assert app.says("Alex's week")

    run(journey())


def test_a_name_that_a_parent_changes_is_the_same_in_every_childs_planner(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await begins_with_a_child(app)
            await app.tap("Me")
            await app.tap("Add a child")
            await answers_for(app, "Alex")
            await app.tap("Me")
            await app.tap("Change my name or picture")
            await app.type("Name or nickname", "Joanna")
            await app.tap("Keep")
            names = [desk.planner.me.name for desk in app.rooms.keeper.desks() if desk.planner.me]  # type: ignore[attr-defined]  # the real household
            assert names == ["Joanna", "Joanna"]
            await app.tap("Change what Alex is called")
            await app.type("Name or nickname", "Lex")
            await app.tap("Keep")
            assert any(name.startswith("Change what Lex is called") for name in app.names())

    run(journey())


def test_a_pin_is_asked_for_before_the_week_is_shown(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await app.tap("I'm a parent or carer")
            await app.tap("Begin with my child")
            await app.type("Name or nickname", "Jo")
            await app.tap("Next")
            await app.tap("PIN\n4 to 6 digits.")
            await app.tap("Next")
            await enters(app, "2580")
            await enters(app, "2580")
            await app.tap("No card")
            await answers_for(app, "Sam")
            assert app.says("Sam's week")
        async with firstbell(phone) as app:
            assert not app.says("Sam's week")
            await enters(app, "2580")
            assert app.says("Sam's week")

    run(journey())


def test_a_mentor_needs_a_lock_where_no_key_store_guards_the_secret(run: Run) -> None:
    async def journey() -> None:
        phone = Phone(has_key_store=False, is_web=True)
        async with firstbell(phone) as app:
            await app.tap("I'm a mentor")
            await app.tap("Begin with a pupil")
            await app.type("Name or nickname", "Ms Ali")
            await app.tap("Next")
            assert not any(name.startswith("No PIN") for name in app.names())
            assert app.says("On this device they need a lock.")

    run(journey())


def test_two_pupils_share_a_phone_and_say_who_is_here(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            await app.tap("Me")
            await app.tap("Another planner on this device")
            await answers_for(app, "Alex")
            assert app.says("Who is here today?")
            await app.tap("Alex")
            assert app.says("Good morning, Alex")
            await app.tap("Alarm, now, not done yet. Tick")
            await app.tap("Me")
            await app.tap("Somebody else is here")
            await app.tap("Sam")
            assert "Alarm, now, not done yet. Tick" in app.names()
        async with firstbell(phone) as app:
            assert app.says("Who is here today?")
            await app.tap("Alex")
            assert "Feet on the floor, now, not done yet. Tick" in app.names()

    run(journey())


@pytest.mark.parametrize("width", [390, 1180])
def test_a_parent_looks_around_in_the_week_of_a_made_up_pupil_and_nothing_is_kept(
    run: Run, width: int
) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone, width=width) as app:
            await app.tap("I'm a parent or carer")
            await app.tap("Look around with a made-up pupil")
            assert app.says("Robin's week")
            await app.tap("Targets")
            await app.tap("Up by half past seven")
            await app.tap("7, ")
            await app.tap("Keep 7 for today")
            assert app.says("Today: 7")
            assert app.says("You said 6") or any("7 today" in text for text in app.texts())
            await app.tap("Leave")
            assert any("I'm a pupil" in name for name in app.names())
        assert phone.store.content_by_name == {}

    run(journey())
