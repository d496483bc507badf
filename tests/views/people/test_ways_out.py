"""The pages of the ways out: taking out, a lost phone, leaving, and what follows; on every device."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.people import Company
from tests.stage.stage import Stage, stage
from tests.views.people.people_house import PeopleHouse
from views.design.palettes import ThemeName
from views.design.tokens import tokens_for
from views.people.after_screens import away_screen, renew_screen
from views.people.leave_screen import leave_screen
from views.people.out_screen import out_screen
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


async def rests(house: PeopleHouse, here: Stage) -> None:
    await house.settle()
    await here.settle()


@BOTH
@LOOKS
def test_taking_out_says_plainly_what_it_means(run: Run, tokens: Any, language: Language) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.out
        house = PeopleHouse()
        async with stage(
            lambda: out_screen(
                house.rooms.remove, lambda: went.append("left"), lambda: went.append("ticket")
            ),
            tokens=tokens,
            language=language,
            role=Role.MENTOR,
        ) as here:
            await rests(house, here)
            assert here.headings()[0] == (1, told.title)
            await here.tap("Dad")
            assert here.says(told.past.format(name="Dad"))
            assert here.says(told.from_now.format(name="Dad"))
            await here.tap(told.do)
            await rests(house, here)
            assert here.headings()[0] == (1, told.done_title.format(name="Dad"))
            await here.tap(words.words.done)
            assert went == ["left"]

    run(story())


@BOTH
@LOOKS
def test_a_lost_phone_leads_straight_to_the_ticket(run: Run, tokens: Any, language: Language) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.out
        house = PeopleHouse()
        async with stage(
            lambda: out_screen(house.rooms.lost, lambda: went.append("left"), lambda: went.append("ticket")),
            tokens=tokens,
            language=language,
            role=Role.MENTOR,
        ) as here:
            await rests(house, here)
            assert here.headings()[0] == (1, told.lost_title)
            await here.tap(told.nth.format(device=told.device_of.format(name="Sam"), n=2))
            assert here.says(told.lost_past)
            await here.tap(told.lost_do)
            await rests(house, here)
            await here.tap(told.make_ticket)
            assert went == ["ticket"]
            assert house.people.lost == [b"s2"]

    run(story())


@BOTH
@LOOKS
def test_leaving_says_what_stays_and_who_keeps_the_list(run: Run, tokens: Any, language: Language) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        told = words.people.leave
        house = PeopleHouse()
        async with stage(
            lambda: leave_screen(
                house.rooms.leave,
                lambda: went.append("stays"),
                lambda: went.append("left"),
                lambda: went.append("away"),
            ),
            tokens=tokens,
            language=language,
            role=Role.MENTOR,
        ) as here:
            await rests(house, here)
            assert here.says(told.stays)
            assert here.says(told.others.say(1))
            assert here.says(told.heir_title)
            await here.tap("Dad")
            await here.tap(told.stay)
            await here.tap(told.do)
            await rests(house, here)
            assert here.says(told.left_adult)
            await here.tap(words.people.apart.take_away)
            await here.tap(words.words.done)
            assert went == ["stays", "away", "left"]

    run(story())


@BOTH
def test_what_follows_is_asked_for_once_more(run: Run, language: Language) -> None:
    async def story() -> None:
        told = sentences_in(language).people.leave
        house = PeopleHouse(Company(Standing.REMOVED, may_begin_anew=True))
        async with stage(lambda: away_screen(house.rooms.take_away, lambda: None), language=language) as here:
            assert here.says(told.away_text)
            await here.tap(told.away_do)
            await rests(house, here)
        async with stage(lambda: renew_screen(house.rooms.renew, lambda: None), language=language) as here:
            assert here.says(told.renew_text)
            await here.tap(told.renew_do)
            await rests(house, here)
        assert house.happened == ["gone", "renewed"]

    run(story())
