"""The pages about people, on phone and tablet, in each language, large and dark, for a child and an adult."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import flet as ft
import pytest

from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.concern import Concern
from services.sync.people import Company
from tests.stage.stage import Stage, stage
from tests.views.people.people_house import EVERYBODY, MUM, SAM, WELL, PeopleHouse
from views.design.palettes import ThemeName
from views.design.tokens import tokens_for
from views.people.health_screen import health_screen
from views.people.needs_line import needs_line
from views.people.needs_model import NeedsModel
from views.people.people_screen import people_screen
from views.people.sharing_now import SharingNow
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
PHONE, TABLET = 390, 820
LOOKS = pytest.mark.parametrize(
    "tokens",
    [
        tokens_for(width=PHONE),
        tokens_for(width=TABLET),
        tokens_for(width=PHONE, percent=200, theme=ThemeName.DARK),
        tokens_for(width=TABLET, percent=200, is_rtl=True, theme=ThemeName.HIGH_CONTRAST),
    ],
    ids=["phone", "tablet", "phone, large, dark", "tablet, large, right to left"],
)
BOTH = pytest.mark.parametrize("language", Language)


def page(house: PeopleHouse, went: list[str], pupil: str = "Sam") -> Any:
    return lambda: people_screen(
        house.rooms.page,
        went.append,
        lambda: went.append("back"),
        invite="/invite/1",
        on_take_off=lambda who: went.append(f"out {who.name}"),
        pupil=pupil,
    )


def said(here: Stage) -> list[str]:
    """What a screen reader says in place of pictures."""
    return [each.label for each in here.controls() if isinstance(each, ft.Semantics) and each.label]


async def rests(house: PeopleHouse, here: Stage) -> None:
    await house.settle()
    await here.settle()


@BOTH
@LOOKS
def test_an_adult_who_keeps_the_list_reaches_everything_from_it(
    run: Run, tokens: Any, language: Language
) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.page
        house = PeopleHouse()

        async with stage(page(house, went), tokens=tokens, language=language, role=Role.MENTOR) as here:
            await rests(house, here)
            assert here.headings()[0] == (1, told.title)
            assert here.says(told.whose.format(name="Sam"))
            for one in EVERYBODY:
                assert here.says(one.name)
            assert here.says(told.me)
            assert here.says(told.steward)
            assert here.says(told.has_left)
            assert any(each.startswith("Sam") or "Sam" in each for each in said(here))
            for name, to in (
                (told.take_out, "remove"),
                (told.take_off.format(name="Mum"), "out Mum"),
                (words.pairing.let_in, "/invite/1"),
                (told.lost, "lost"),
                (told.health, "health"),
                (told.leave, "leave"),
                (words.words.back, "back"),
            ):
                await here.tap(name)
                assert went[-1] == to
            await here.tap(told.self_add)
            await rests(house, here)
            assert not house.people.company.may_self_add

    run(story())


@BOTH
def test_a_child_sees_people_and_what_each_sees_and_nothing_of_errors(run: Run, language: Language) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.page
        people = tuple(
            replace(one, may_go=(), is_me=one is SAM, has_left=False, is_steward=one.is_me)
            for one in EVERYBODY
        )
        house = PeopleHouse(Company(Standing.LIVE, people))
        house.people.health = replace(WELL, alarms={"fork": 1})
        async with stage(page(house, went, pupil=""), language=language, role=Role.PUPIL) as here:
            await rests(house, here)
            assert here.headings()[0] == (1, told.title)
            sees = told.sees
            things = ", ".join((sees.routines, sees.days, sees.targets, sees.help))
            assert sees.said.format(name="Ms Ali", things=things) in said(here)
            assert sees.said.format(name="Sam", things=f"{things}, {sees.home}") in said(here)
            assert not here.says(words.people.health.line_look)
            for never in (told.health, told.self_add, told.lost):
                assert not here.says(never)

    run(story())


@BOTH
def test_with_nobody_there_is_one_sentence_and_one_way(run: Run, language: Language) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        house = PeopleHouse(Company())
        async with stage(page(house, went), language=language) as here:
            await rests(house, here)
            assert here.says(words.people.page.alone_text)
            await here.tap(words.pairing.let_in)
            assert went == ["/invite/1"]

    run(story())


@LOOKS
@BOTH
@pytest.mark.parametrize("role", Role)
def test_a_copy_that_came_back_leads_to_the_code_with_one_press(
    run: Run, role: Role, language: Language, tokens: Any
) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.apart
        house = PeopleHouse(Company(is_outside=True))
        async with stage(page(house, went), tokens=tokens, language=language, role=role) as here:
            await rests(house, here)
            assert here.says(told.outside_title)
            assert here.says(told.outside_pupil if role is Role.PUPIL else told.outside_adult)
            await here.tap(told.ask)
            await here.tap(told.share_anew)
            assert went == ["/join", "/invite/1"]

    run(story())


@BOTH
@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.LIVE])
def test_who_was_taken_out_is_told_calmly_and_a_pupil_always_the_same(
    run: Run, standing: Standing, language: Language
) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.apart
        house = PeopleHouse(Company(standing, may_begin_anew=True))
        async with stage(page(house, went), language=language, role=Role.PARENT) as here:
            await rests(house, here)
            assert here.says(told.texts[Concern(standing.value)])
            await here.tap(told.export)
            await here.tap(told.take_away)
            assert went == ["/copies/take", "away"]
        async with stage(page(house, went), language=language, role=Role.PUPIL) as here:
            await rests(house, here)
            assert here.says(told.pupil_text)
            assert not here.says(told.take_away)
            assert not here.says(told.texts[Concern(standing.value)])
            await here.tap(told.share_anew)
            assert went[-1] == "/invite/1"

    run(story())


@BOTH
@LOOKS
def test_health_says_each_thing_with_what_to_do(run: Run, tokens: Any, language: Language) -> None:
    async def story() -> None:
        told = sentences_in(language).people.health
        house = PeopleHouse()
        house.people.health = replace(WELL, waiting=3, alarms={"withheld": 1}, problem="quota")
        async with stage(
            lambda: health_screen(house.rooms.health, lambda: None),
            tokens=tokens,
            language=language,
            role=Role.PARENT,
        ) as here:
            await rests(house, here)
            assert here.says(told.waits.say(3))
            for concern in (Concern.WITHHELD, Concern.QUOTA):
                assert here.says(told.concerns[concern].what)
                assert here.says(told.concerns[concern].to_do)
            house.people.health = WELL
            await here.tap(told.put_away)
            await rests(house, here)
            assert here.says(told.well)
            assert here.says(told.nothing_waits)

    run(story())


@BOTH
def test_every_concern_has_its_sentence(language: Language) -> None:
    told = sentences_in(language)
    assert set(told.people.health.concerns) == set(Concern)
    apart = {Concern(one.value) for one in Standing if one is not Standing.LIVE}
    assert set(told.people.apart.titles) == set(told.people.apart.texts) == apart


@pytest.mark.parametrize(
    ("role", "now", "shown"),
    [
        (Role.PARENT, SharingNow.LOOK, "Sharing would like a look."),
        (Role.PARENT, SharingNow.ASKED, "Somebody asks to come in by a letter."),
        (Role.PUPIL, SharingNow.ASKED, ""),
        (Role.PARENT, SharingNow.APART, "This planner is on this device only now."),
        (Role.PUPIL, SharingNow.APART, "This planner is on this device only now."),
        (Role.PUPIL, SharingNow.LOOK, ""),
        (Role.MENTOR, SharingNow.WELL, ""),
        (Role.PUPIL, SharingNow.OUTSIDE, "This copy is not shared yet. Ask to be let in again."),
        (Role.MENTOR, SharingNow.OUTSIDE, "This copy is not shared yet. Ask to be let in again."),
    ],
)
def test_the_quiet_line_is_for_adults_but_for_the_end(
    run: Run, role: Role, now: SharingNow, shown: str
) -> None:
    async def story() -> None:
        house, went = PeopleHouse(), list[str]()
        model = NeedsModel([PlannerId("1")], lambda _: now, house.timer)
        async with stage(lambda: needs_line(model, went.append), role=role) as here:
            assert [text for text in here.texts() if text == shown] == ([shown] if shown else [])
            assert bool(here.texts()) is bool(shown)

    run(story())


@pytest.mark.parametrize("role", [Role.PUPIL, Role.MENTOR])
def test_the_line_about_a_copy_leads_to_the_code_and_counts_beside_a_list(run: Run, role: Role) -> None:
    async def story() -> None:
        house, went = PeopleHouse(), list[str]()
        two = NeedsModel([PlannerId("1"), PlannerId("2")], lambda _: SharingNow.OUTSIDE, house.timer)
        async with stage(lambda: needs_line(two, went.append, is_of_many=True), role=role) as here:
            await here.tap("2 pupils' copies are not shared yet. Ask to be let in again.")
            assert went == ["/join"]

    run(story())


def test_somebody_who_has_not_said_who_they_are_is_still_there(run: Run) -> None:
    async def story() -> None:
        nobody = replace(MUM, person=None, name="", picture="", has_left=False)
        house = PeopleHouse(Company(Standing.LIVE, (nobody,)))
        async with stage(page(house, []), role=Role.MENTOR) as here:
            await rests(house, here)
            assert here.says("Somebody new")

    run(story())
