"""The help page: whom to tell, kept up by the family."""

import asyncio
from dataclasses import replace

import pytest

from services.planner.contact import Contact
from services.planner.errors import StorageFull
from services.planner.words import ContactKind
from tests.views.pupil.pupil_house import PupilHouse, pupil_house
from views.pupil.help_model import ContactDraft, HelpModel

pytestmark = pytest.mark.feature("P17")


async def opened() -> tuple[PupilHouse, HelpModel]:
    house = await pupil_house()
    model = HelpModel(house.desk, house.actions)
    model.subscribe(lambda: None)
    return house, model


def of_kind(model: HelpModel, kind: ContactKind) -> tuple[Contact, ...]:
    return model.state.contacts_by_kind[kind]


def draft(model: HelpModel) -> ContactDraft:
    assert model.state.draft is not None
    return model.state.draft


def test_from_the_first_day_there_is_somebody_of_every_kind() -> None:
    async def story() -> None:
        _, model = await opened()
        assert all(of_kind(model, kind) for kind in ContactKind)
        assert "999" in [contact.phone for contact in of_kind(model, ContactKind.EMERGENCY)]
        assert "0800 1111" in [contact.phone for contact in of_kind(model, ContactKind.HELPLINE)]

    asyncio.run(story())


def test_somebody_is_added_by_name_and_number() -> None:
    async def story() -> None:
        house, model = await opened()
        model.start_adding(ContactKind.FAMILY, "family")
        model.change(replace(draft(model), name="Nan", phone="01632 960123", note="Saturdays"))
        model.keep()
        await house.settle()
        nan = of_kind(model, ContactKind.FAMILY)[-1]
        assert (nan.name, nan.phone, nan.note) == ("Nan", "01632 960123", "Saturdays")
        assert model.state.draft is None

    asyncio.run(story())


def test_a_name_is_needed_and_said_in_its_place() -> None:
    async def story() -> None:
        house, model = await opened()
        model.start_adding(ContactKind.FAMILY, "family")
        model.keep()
        await house.settle()
        assert draft(model).needs_name
        model.change(replace(draft(model), name="Nan"))
        assert not draft(model).needs_name

    asyncio.run(story())


def test_a_number_that_is_none_is_said_and_nothing_is_changed() -> None:
    async def story() -> None:
        house, model = await opened()
        before = of_kind(model, ContactKind.FAMILY)
        model.start_adding(ContactKind.FAMILY, "family")
        model.change(replace(draft(model), name="Nan", phone="call me"))
        model.keep()
        await house.settle()
        assert draft(model).problem_field == "phone"
        assert of_kind(model, ContactKind.FAMILY) == before

    asyncio.run(story())


def test_a_starter_gets_a_name_of_its_own() -> None:
    async def story() -> None:
        house, model = await opened()
        (starter,) = of_kind(model, ContactKind.KEY_ADULT)
        model.start_changing(starter, "My key adult")
        model.change(replace(draft(model), name="Mr Cole"))
        model.keep()
        await house.settle()
        assert [contact.name for contact in of_kind(model, ContactKind.KEY_ADULT)] == ["Mr Cole"]

    asyncio.run(story())


def test_a_starter_whose_name_was_left_keeps_its_own_words_in_every_language() -> None:
    async def story() -> None:
        house, model = await opened()
        (starter,) = of_kind(model, ContactKind.KEY_ADULT)
        model.start_changing(starter, "My key adult")
        model.change(replace(draft(model), phone="01632 960123"))
        model.keep()
        await house.settle()
        (kept,) = of_kind(model, ContactKind.KEY_ADULT)
        assert (kept.name, kept.starter, kept.phone) == ("", starter.starter, "01632 960123")

    asyncio.run(story())


def test_somebody_taken_off_is_gone_at_once_and_can_be_brought_back() -> None:
    async def story() -> None:
        house, model = await opened()
        before = of_kind(model, ContactKind.HELPLINE)
        model.remove(before[0])
        assert of_kind(model, ContactKind.HELPLINE) == before[1:]
        await house.settle()
        assert of_kind(model, ContactKind.HELPLINE) == before[1:]
        assert model.state.removed == before[0]
        model.bring_back()
        await house.settle()
        assert of_kind(model, ContactKind.HELPLINE) == before
        assert model.state.removed is None

    asyncio.run(story())


def test_bringing_back_at_once_brings_back() -> None:
    async def story() -> None:
        house, model = await opened()
        before = of_kind(model, ContactKind.HELPLINE)
        model.remove(before[0])
        model.bring_back()
        assert of_kind(model, ContactKind.HELPLINE) == before
        await house.settle()
        assert of_kind(model, ContactKind.HELPLINE) == before

    asyncio.run(story())


def test_without_room_everybody_stays_where_they_were() -> None:
    async def story() -> None:
        house, model = await opened()
        before = of_kind(model, ContactKind.HELPLINE)
        house.store.fill_disk()
        model.remove(before[0])
        await house.settle()
        assert of_kind(model, ContactKind.HELPLINE) == before
        assert model.state.removed is None
        assert isinstance(model.state.problem, StorageFull)

    asyncio.run(story())
