"""A mentor's first days on a tablet with no network: pupils, targets, and all of it after a restart."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.journeys.app_stage import App, Phone, firstbell

Run = Callable[[Awaitable[Any]], Any]
TABLET = (1180, 820)


async def begins_with_a_pupil(app: App, pupil: str = "Sam") -> None:
    """From the first screen to the caseload."""
    await app.tap("I'm a mentor")
    await app.tap("Begin with a pupil")
    await app.type("Name or nickname", "Ms Ali")
    await app.tap("Next")
    await app.tap("No PIN")
    await app.tap("Next")
    await answers_for(app, pupil)


async def answers_for(app: App, pupil: str) -> None:
    await app.type("Name or nickname", pupil)
    await app.tap("Next")
    await app.tap("8 to 11")
    await app.tap("Next")
    await app.tap("Next")


@pytest.mark.feature("M7")
def test_a_mentor_sets_a_target_rates_it_and_finds_it_again(run: Run) -> None:
    async def journey() -> None:
        tablet = Phone()
        async with firstbell(tablet, *TABLET) as app:
            await begins_with_a_pupil(app)
            await app.tap("Sam. Nothing new")
            await app.tap("Add a target")
            await app.tap("Bag ready the night before")
            await app.tap("Next")
            await app.tap("Next")
            await app.tap("Keep this target")
            assert app.says("How does it look to you today?")
            await app.tap("4, a bit hard")
            await app.type("A few words, if you like", "We made a list.")
            await app.tap("Keep 4 for today")
            assert app.says("You said 4 today.")
            await app.tap("The pupil's page")
            assert app.page.route == "/", "where there is room the page stands beside the list"
            assert "Bag ready the night before. You: 4. Look and rate" in app.names()
        tablet.pass_days(1)
        async with firstbell(tablet, *TABLET) as app:
            await app.tap("Sam. Nothing new")
            await app.tap("Bag ready the night before")
            assert app.says("You said 4 yesterday.")
            assert app.says("We made a list.")

    run(journey())


def test_a_second_pupil_is_added_and_on_a_phone_the_list_comes_before_the_page(run: Run) -> None:
    async def journey() -> None:
        tablet = Phone()
        async with firstbell(tablet) as app:
            await begins_with_a_pupil(app)
            await app.tap("Add a pupil")
            await app.tap("Back")
            assert app.says("My pupils")
            await app.tap("Add a pupil")
            await answers_for(app, "Kai")
            assert app.says("2 pupils")
            await app.tap("Kai. ")
            assert app.page.route.startswith("/pupil/")
            assert (1, "Kai") in app.headings()
            await app.tap("My pupils")
            assert app.says("2 pupils")
            await app.go("/pupil/nobody")
            assert app.says("This pupil is not here")

    run(journey())


def test_a_name_is_changed_in_every_pupils_planner(run: Run) -> None:
    async def journey() -> None:
        tablet = Phone()
        async with firstbell(tablet, *TABLET) as app:
            await begins_with_a_pupil(app)
            await app.tap("Add a pupil")
            await answers_for(app, "Kai")
            await app.tap("Me")
            await app.tap("Change my name or picture")
            await app.type("Name or nickname", "Ms A")
            await app.tap("Keep")
            assert app.says("Ms A")
            phase: Any = app.rooms.root.state.phase
            assert [desk.planner.me.name for desk in phase.caseload.desks] == ["Ms A", "Ms A"]

    run(journey())


@pytest.mark.feature("L6")
@pytest.mark.parametrize("size", [(390, 844), TABLET])
def test_a_made_up_caseload_can_be_met_and_leaves_nothing_behind(run: Run, size: tuple[int, int]) -> None:
    async def journey() -> None:
        tablet = Phone()
        async with firstbell(tablet, *size) as app:
            await app.tap("I'm a mentor")
            await app.tap("Look around with a made-up pupil")
            assert app.says("These pupils are made up.")
            assert app.says("6 pupils")
            assert "Add a pupil" not in app.names()
            await app.tap("Aisha. Look again")
            assert app.says("Going well")
            await app.tap("Bag ready the night before. Aisha")
            await app.tap("7, OK")
            await app.tap("Keep 7 for today")
            assert app.says("Today: 7")
            await app.tap("Me")
            assert "Add a pupil" not in "".join(app.names())
            await app.tap("Leave")
            assert any("I'm a mentor" in name for name in app.names())
        assert not [name for name in tablet.store.content_by_name if name != "settings"]

    run(journey())
