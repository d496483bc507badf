"""A parent's targets, own page and places, on the stage."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import flet as ft
import pytest

from services.desk.family import FamilyDesk
from tests.stage.stage import stage
from tests.views.family.family_house import FamilyHouse, family_house
from views.design.lettering import body_text
from views.design.tokens import tokens_for
from views.family.children_model import ChildrenModel
from views.family.family_frame import family_frame
from views.family.family_me_screen import family_me_screen
from views.family.family_model import FamilyModel
from views.family.family_place import FamilyPlace, place_of
from views.family.family_target_screen import family_target_screen
from views.family.family_targets_screen import family_targets_screen
from views.pupil.me_model import MeModel
from views.pupil.rated_target_model import RatedTargetModel
from views.pupil.targets_model import TargetsModel
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]
MONDAY = date(2026, 9, 14)


@ft.component
def plain_screen() -> ft.Control:
    tokens = use_surroundings().tokens
    return body_text(tokens, f"width {tokens.width}")


@pytest.mark.parametrize(("width", "left"), [(390, 390), (768, 664), (1180, 1076)])
@pytest.mark.parametrize("language", Language)
def test_four_places_are_one_tap_away_at_every_width(
    run: Run, width: int, left: int, language: Language
) -> None:
    said = sentences_in(language)

    async def story() -> None:
        went: list[str] = []

        def draw() -> ft.Control:
            return family_frame(FamilyPlace.WEEK, plain_screen, went.append, "cat")

        async with stage(draw, tokens=tokens_for(width=width), language=language) as here:
            assert here.says(f"width {left}")
            for word in (
                said.me.place_targets,
                said.me.place_me,
                said.me.place_help,
                said.family.me.place_week,
            ):
                await here.tap(word)
        assert went == ["/targets", "/me", "/help", "/week"]

    run(story())


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ("/", FamilyPlace.WEEK),
        ("/targets/abc", FamilyPlace.TARGETS),
        ("/another", FamilyPlace.ME),
        ("/lock", FamilyPlace.ME),
        ("/keep/abc", FamilyPlace.ME),
        ("/erase/abc/take", FamilyPlace.ME),
        ("/help", FamilyPlace.HELP),
        ("/nowhere", FamilyPlace.WEEK),
    ],
)
def test_each_route_belongs_to_a_place(route: str, place: FamilyPlace) -> None:
    assert place_of(route) is place


@pytest.mark.parametrize("language", Language)
def test_before_anybody_has_chosen_a_target_the_page_says_who_does(run: Run, language: Language) -> None:
    said = sentences_in(language).family.targets

    async def story() -> None:
        house = await family_house()
        family, model = FamilyModel((house.desk,)), TargetsModel(house.desk, house.actions)
        went: list[str] = []
        async with stage(
            lambda: family_targets_screen(family, model, went.append), language=language
        ) as here:
            assert here.says(said.empty_title)
            assert here.says(said.empty_note.format(name="Sam"))
            assert here.names() == [], "a parent adds no target"

    run(story())


@pytest.mark.parametrize("width", [390, 1076])
def test_a_target_is_rated_from_here_and_each_voice_stands_for_itself(run: Run, width: int) -> None:
    async def story() -> None:
        house = await family_house()
        sam = await house.sam_joins()
        target = await house.target(sam)
        await sam.rate(target, MONDAY, 3)
        family, targets = FamilyModel((house.desk,)), TargetsModel(house.desk, house.actions)
        model: RatedTargetModel[FamilyDesk] = RatedTargetModel(house.desk, target, house.actions)
        tokens = tokens_for(width=width)
        async with stage(lambda: family_target_screen(model, lambda _: None), tokens=tokens) as here:
            await here.tap("7, ")
            await here.tap("Keep 7 for today")
            await house.settle()
            await here.settle()
            assert here.says("Today: 7")
            assert here.says("You said 7 today.")
            assert here.says("Sam said 3 today.")
            assert not any("Change this target" in name for name in here.names())
            await here.tap("Show as a table")
        async with stage(lambda: family_targets_screen(family, targets, lambda _: None)) as here:
            assert here.says("Sam said 3 today.")
            assert here.says("You said 7 today.")

    run(story())


def test_a_target_put_away_is_only_looked_at(run: Run) -> None:
    async def story() -> None:
        house = await family_house()
        sam = await house.sam_joins()
        target = await house.target(sam)
        await sam.close_target(target, MONDAY, is_reached=True)
        model: RatedTargetModel[FamilyDesk] = RatedTargetModel(house.desk, target, house.actions)
        went: list[str] = []
        async with stage(lambda: family_target_screen(model, went.append)) as here:
            assert here.says("We did this")
            assert not any(name.startswith("7") for name in here.names())
            await here.tap("All targets")
        assert went == ["/targets"]

    run(story())


async def own_page(house: FamilyHouse, *desks: FamilyDesk) -> tuple[Callable[[], ft.Control], list[str]]:
    went: list[str] = []
    every = (house.desk, *desks)
    me, family = MeModel(house.desk, house.actions, desks), FamilyModel(every)
    children = ChildrenModel(every, house.actions)
    return lambda: family_me_screen(me, family, children, went.append, None, may_add=True), went


def test_a_child_is_renamed_until_they_have_joined(run: Run) -> None:
    async def story() -> None:
        house = await family_house()
        draw, went = await own_page(house)
        async with stage(draw) as here:
            await here.tap("Change what Sam is called")
            await here.type("Name or nickname", "  ")
            await here.tap("Keep")
            assert here.says("Type a name or nickname first.")
            await here.type("Name or nickname", "Sammy")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("Sammy")
            await here.tap("Add a child")
            assert went == ["/another"]
            await house.sam_joins()
            await here.settle()
            assert here.says("Has joined on a phone of their own")
            assert not any("is called" in name for name in here.names())

    run(story())


def test_a_name_that_finds_no_room_stays_in_the_sheet_with_a_sentence(run: Run) -> None:
    async def story() -> None:
        house = await family_house()
        draw, _ = await own_page(house)
        async with stage(draw) as here:
            await here.tap("Change what Sam is called")
            await here.type("Name or nickname", "Sammy")
            house.store.fill_disk()
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says(sentences_in(Language.ENGLISH).problems.by_code["storage_full"])
            house.store.fill_disk(is_full=False)
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("Sammy")

    run(story())


def test_the_parents_own_name_goes_into_every_childs_planner(run: Run) -> None:
    async def story() -> None:
        house = await family_house()
        alex = await house.second_child()
        draw, _ = await own_page(house, alex)
        async with stage(draw) as here:
            await here.tap("Change my name or picture")
            await here.type("Name or nickname", "Joanna")
            await here.tap("Keep")
            await house.settle()
        for desk in (house.desk, alex):
            assert desk.planner.me is not None
            assert desk.planner.me.name == "Joanna"

    run(story())
