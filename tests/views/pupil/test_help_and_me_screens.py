"""Help and Me as a person meets them, on a phone and a tablet, in both languages."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from services.planner.words import ContactKind
from tests.stage.stage import Stage, stage
from tests.views.pupil.pupil_house import PupilHouse, pupil_house
from views.design.call_button import phone_link
from views.design.tokens import tokens_for
from views.pupil.help_model import HelpModel
from views.pupil.help_screen import help_screen
from views.pupil.me_model import MeModel
from views.pupil.me_screen import me_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
Act = Callable[[Stage], Awaitable[None]]

WIDTHS = (390, 768)
LANGUAGES = tuple(Language)


async def help_seen(house: PupilHouse, act: Act, width: int = 390, **around: Any) -> None:
    """Draw the help page and let a person act."""
    model = HelpModel(house.desk, house.actions)
    tokens = tokens_for(width=width)
    async with stage(lambda: help_screen(model, lambda _: None), tokens=tokens, **around) as here:
        await act(here)
        await house.settle()


async def me_seen(house: PupilHouse, act: Act, went: list[str], **around: Any) -> None:
    """Draw Me and let a person act."""
    model = MeModel(house.desk, house.actions)
    async with stage(lambda: me_screen(model, went.append), **around) as here:
        await act(here)
        await house.settle()


@pytest.mark.feature("P17")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_whom_to_tell_and_that_nobody_watches(run: Run, width: int, language: Language) -> None:
    sentences = sentences_in(language)
    said = sentences.help

    async def story() -> None:
        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, said.title)
            assert here.says(said.nobody_watches)
            assert [text for level, text in here.headings() if level == 2][:4] == [
                said.kinds[kind] for kind in ContactKind
            ]
            childline = sentences.starter.titles["contact_childline"]
            assert f"{said.call.format(name=childline)}, 0800 1111" in here.names()

        await help_seen(await pupil_house(), act, width, language=language)

    run(story())


@pytest.mark.feature("P17")
def test_a_number_is_called_by_the_device_itself(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            actions = [one.action for one in here.controls() if isinstance(one, ft.Button)]
            links = {action.url for action in actions if isinstance(action, ft.OpenUrl)}
            assert links == {"tel:08001111", "sms:85258", "tel:111", "tel:999"}

        await help_seen(await pupil_house(), act)

    run(story())


def test_a_number_written_for_people_is_a_link_for_telephones() -> None:
    assert phone_link("+44 1632 960 123", "call") == "tel:+441632960123"
    assert phone_link("85258", "text") == "sms:85258"


@pytest.mark.feature("P17")
def test_the_key_adult_gets_a_name_and_a_number(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()

        async def act(here: Stage) -> None:
            first = next(name for name in here.names() if name == "Put in a name")
            assert first
            await here.tap("Change this page")
            await here.tap("Change My key adult at school")
            await here.type("Name", "Mr Cole")
            await here.type("Phone number", "01632 960123")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            await here.tap("Done changing")
            assert "Call Mr Cole, 01632 960123" in here.names()

        await help_seen(house, act)

    run(story())


@pytest.mark.feature("P17")
def test_somebody_is_added_and_a_mistake_is_said_where_it_is(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()

        async def act(here: Stage) -> None:
            await here.tap("Change this page")
            await here.tap("Add one of my people")
            await here.tap("Keep")
            assert here.says("Type a name first.")
            await here.type("Name", "Nan")
            await here.type("Phone number", "call me")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("That does not look like a telephone number.")
            await here.type("Phone number", "")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("Nan")

        await help_seen(house, act)

    run(story())


@pytest.mark.feature("P17")
def test_somebody_taken_off_can_be_brought_back(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            await here.tap("Change this page")
            await here.tap("Take Childline off this page")
            assert here.says("Childline is off this page.")
            assert "Change Childline" not in here.names()
            await here.tap("Bring back")
            assert "Change Childline" in here.names()

        await help_seen(await pupil_house(), act)

    run(story())


@pytest.mark.parametrize("language", LANGUAGES)
def test_me_leads_to_everything_that_is_set_once(run: Run, language: Language) -> None:
    said = sentences_in(language).me

    async def story() -> None:
        went: list[str] = []

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, "Sam")
            for name in (said.mine, said.lock, said.about, said.delete):
                await here.tap(name)

        await me_seen(await pupil_house(), act, went, language=language)
        assert went == ["/mine", "/lock", "/about", "/delete"]

    run(story())


def test_a_name_and_a_picture_are_changed_in_a_sheet(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()

        async def act(here: Stage) -> None:
            await here.tap("Change my name or picture")
            await here.type("Name or nickname", "")
            await here.tap("Keep")
            assert here.says("Type a name or nickname first.")
            await here.type("Name or nickname", "Sami")
            await here.tap("owl")
            await here.tap("Keep")
            assert here.headings()[0] == (1, "Sami")

        await me_seen(house, act, [])
        assert house.desk.planner.me is not None
        assert house.desk.planner.me.picture == "owl"

    run(story())
