"""Me: name and picture."""

import asyncio

from services.planner.errors import StorageFull
from services.planner.words import AgeBand
from tests.views.pupil.pupil_house import PupilHouse, pupil_house
from views.pupil.me_model import MeModel


async def opened() -> tuple[PupilHouse, MeModel]:
    house = await pupil_house()
    model = MeModel(house.desk, house.actions)
    model.subscribe(lambda: None)
    return house, model


def name_and_picture(model: MeModel) -> tuple[str, str]:
    assert model.state.me is not None
    return model.state.me.name, model.state.me.picture


def test_a_new_name_and_picture_show_at_once_and_the_age_stays() -> None:
    async def story() -> None:
        house, model = await opened()
        model.start_changing()
        model.type_name(" Sami ")
        model.choose_picture("owl")
        model.keep()
        assert name_and_picture(model) == ("Sami", "owl")
        await house.settle()
        me = house.desk.planner.me
        assert me is not None
        assert (me.name, me.picture, me.age_band) == ("Sami", "owl", AgeBand.FROM_8_TO_11)

    asyncio.run(story())


def test_nobody_is_left_without_a_name() -> None:
    async def story() -> None:
        house, model = await opened()
        model.start_changing()
        model.type_name("  ")
        model.keep()
        assert model.state.needs_name
        model.stop_changing()
        await house.settle()
        assert name_and_picture(model) == ("Sam", "fox")

    asyncio.run(story())


def test_without_room_the_old_name_is_back_and_the_new_one_still_typed() -> None:
    async def story() -> None:
        house, model = await opened()
        house.store.fill_disk()
        model.start_changing()
        model.type_name("Sami")
        model.keep()
        await house.settle()
        assert name_and_picture(model) == ("Sam", "fox")
        assert model.state.draft is not None
        assert model.state.draft.name == "Sami"
        assert isinstance(model.state.problem, StorageFull)

    asyncio.run(story())


def test_adults_tick_only_while_the_pupil_lets_them_and_a_full_disk_changes_nothing() -> None:
    async def story() -> None:
        house, model = await opened()
        assert not model.state.has_adults
        model.let_adults_tick(True)
        assert model.state.adult_ticks
        await house.settle()
        assert house.desk.planner.prefs.adult_ticks
        house.store.fill_disk()
        model.let_adults_tick(False)
        assert not model.state.adult_ticks
        await house.settle()
        assert model.state.adult_ticks
        assert isinstance(model.state.problem, StorageFull)

    asyncio.run(story())
