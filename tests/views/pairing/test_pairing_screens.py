"""The screens of pairing, on phone and tablet, in each language, large and dark."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.sync.pairing_pictures import PAIRING_PICTURES
from services.sync.pairing_port import Guest
from services.sync.ticket import TYPED_MS
from tests.stage import stage
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.two_devices import GUESTS
from views.design.palettes import ThemeName
from views.design.pictograms import PICTURE_NAMES
from views.design.tokens import tokens_for
from views.pairing import invite_state, join_state
from views.pairing.invite_screen import invite_screen
from views.pairing.join_screen import join_screen
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


@pytest.mark.parametrize("language", Language)
@LOOKS
def test_two_screens_lead_a_phone_in(run: Run, tokens: Any, language: Language) -> None:
    async def day() -> None:
        house = PairingHouse()
        said = sentences_in(language)
        in_, out = said.pairing.letting_in, said.pairing.coming_in
        left: list[str] = []
        async with (
            stage(
                lambda: invite_screen(house.invite, lambda: left.append("tablet")),
                tokens=tokens,
                language=language,
            ) as tablet,
            stage(
                lambda: join_screen(house.join, lambda: left.append("back"), lambda: left.append("phone")),
                tokens=tokens,
                language=language,
            ) as phone,
        ):

            async def rest() -> None:
                await house.settle()
                await tablet.settle()
                await phone.settle()

            await rest()
            assert [heading for level, heading in tablet.headings() if level == 1] == [in_.who_title]
            await tablet.tap(in_.guest.pupil)
            await tablet.tap(in_.make)
            await rest()
            assert isinstance(house.invite.state, invite_state.Showing)
            ticket = house.invite.state.ticket
            assert any(ticket.code in text for text in tablet.texts())
            assert tablet.says(house.clock_in(TYPED_MS))
            square = next(
                each
                for each in tablet.controls()
                if type(each).__name__ == "Image" and "<svg" in str(each.src)
            )
            assert square.semantics_label == in_.square
            assert ticket.code not in square.src

            await phone.type(out.code, ticket.code.lower())
            await phone.tap(said.words.next)
            await rest()
            assert phone.headings()[0] == (1, out.becomes_pupil)
            await phone.tap(out.ask)
            await rest()
            house.timer.ring()
            await rest()
            assert isinstance(house.invite.state, invite_state.Comparing)
            for picture in house.invite.state.asks.pictures:
                assert tablet.says(said.words.pictures[picture])
                assert phone.says(said.words.pictures[picture])
            assert tablet.says("2026")
            await tablet.tap(in_.approve)
            await rest()
            assert tablet.headings()[0] == (1, in_.added_title)
            house.phone_timer.ring()
            await rest()
            assert phone.headings()[0] == (1, out.joined_title)
            await phone.tap(out.go_on)
            await tablet.tap(said.words.done)
            assert left == ["phone", "tablet"]
            assert tablet.crashes == phone.crashes == []

    run(day())


@pytest.mark.parametrize("has_planner", [False, True])
def test_an_adult_reads_what_a_parent_will_see_and_not_see(run: Run, has_planner: bool) -> None:
    async def day() -> None:
        house = PairingHouse(has_planner=has_planner)
        said = sentences_in(Language.ENGLISH).pairing.letting_in
        async with stage(lambda: invite_screen(house.invite, lambda: None)) as s:
            await house.settle()
            await s.settle()
            house.invite.choose(Guest.PARENT)
            house.invite.make()
            await house.settle()
            assert isinstance(house.invite.state, invite_state.Showing)
            house.join.begin(house.invite.state.ticket.link)
            await house.settle()
            house.join.ask()
            await house.settle()
            house.timer.ring()
            await house.settle()
            await s.settle()
            assert s.says("since 7 September 2026") is not has_planner
            assert s.says(said.sees_not) is not has_planner
            assert s.says(said.brings) is has_planner
            assert s.says("It is for: A parent or carer")

    run(day())


def test_a_link_that_brought_somebody_skips_the_typing(run: Run) -> None:
    async def day() -> None:
        house = PairingHouse()
        link = (await house.shows_ticket()).ticket.link
        async with stage(lambda: join_screen(house.join, lambda: None, lambda: None, link)) as s:
            await house.settle()
            await s.settle()
            assert s.says("pupil's device")
            await s.tap("Not now")
            await s.settle()
            assert s.says("Join a planner")

    run(day())


def test_what_is_amiss_is_said_beside_its_own_field(run: Run) -> None:
    async def day() -> None:
        house = PairingHouse(needs_address=True)
        code = (await house.shows_ticket()).ticket.code
        async with stage(lambda: join_screen(house.join, lambda: None, lambda: None)) as s:
            await s.type("The code", "41 K7QM")
            await s.submit("The code")
            await house.settle()
            await s.settle()
            assert [name for name in s.names() if "not the whole code" in name and "The code" in name]
            await s.type("The code", code)
            await s.type("Address of the sharing service", "http://elsewhere.example")
            await s.tap("Next")
            await house.settle()
            await s.settle()
            assert [name for name in s.names() if "begins with https" in name and "Address" in name]

    run(day())


@pytest.mark.parametrize("language", Language)
def test_what_went_otherwise_is_said_kindly(run: Run, language: Language) -> None:
    async def day() -> None:
        house = PairingHouse()
        said = sentences_in(language)
        async with stage(lambda: invite_screen(house.invite, lambda: None), language=language) as s:
            await house.settle()
            for why, told in (
                (invite_state.Over(invite_state.Spoilt.TOO_LATE), said.pairing.letting_in.too_late),
                (invite_state.Over(invite_state.Spoilt.WRONG_CODES), said.pairing.letting_in.wrong_codes),
                (invite_state.Over(invite_state.Spoilt.TWO_DEVICES), said.pairing.letting_in.two_devices),
                (
                    invite_state.Choosing(GUESTS, Guest.PUPIL, "endpoint_unreachable"),
                    said.problems.by_code["endpoint_unreachable"],
                ),
            ):
                house.invite.become(why)
                await s.settle()
                assert s.says(told)
        async with stage(lambda: join_screen(house.join, lambda: None, lambda: None), language=language) as s:
            house.join.become(join_state.Comparing(("sun", "moon", "star"), is_offline=True))
            await s.settle()
            assert s.says(said.pairing.offline)
            assert any(said.words.pictures["moon"] in name for name in _said(s))

    run(day())


def _said(s: Any) -> list[str]:
    return [each.label for each in s.controls() if type(each).__name__ == "Semantics" and each.label]


def test_sixty_four_pictures_are_there_and_have_names_that_differ() -> None:
    assert len(set(PAIRING_PICTURES)) == 64
    assert set(PAIRING_PICTURES) <= set(PICTURE_NAMES)
    for language in Language:
        names = sentences_in(language).words.pictures
        assert len({names[picture] for picture in PAIRING_PICTURES}) == 64
