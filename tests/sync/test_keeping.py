"""Cards, erasing, handing over as services: what is cut off goes on; nobody does what is not theirs."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from services.crypto.recovery_card import read_card
from services.planner.case import cases_by_planner
from services.planner.edit import NEW, Change
from services.planner.errors import EndpointUnreachable, InputRejected, NotPermitted
from services.planner.ids import PersonId, PlannerId, RecordId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.coming_by_card import ComingByCard
from services.sync.epoch_keys import CircleKind
from services.sync.erasing import Erasing
from services.sync.handing_over import Colleague, HandingOver
from services.sync.keeping_card import CardStanding, KeepingCard
from services.sync.leaving import Leaving
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from services.sync.recovering import recover
from services.vault.journal import Journal
from services.vault.vault_state import LockKind
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in
from tests.sync.test_membership import family, rounds, says_who, standing


def planner(one: Phone) -> PlannerId:
    return PlannerId(one.journal.planner_id)


@contextlib.asynccontextmanager
async def alone() -> AsyncIterator[tuple[SharedHouse, Phone]]:
    """A pupil who shares with nobody but the endpoint, in two circles: what others may join, and the own."""
    async with SharedHouse().open() as house:
        pupil = house.device(Role.PUPIL, 1)
        shared = await pupil.begins()
        await says_who(pupil, "p")
        await pupil.inviting().spend_grant(await house.grant(), ORIGIN)
        private = await pupil.vault.add_planner("private", Role.PUPIL, shared.planner_id)
        await pupil.sharing.found(private, ORIGIN)
        await pupil.sharing.round()
        yield house, pupil


def coming(one: Phone) -> ComingByCard:
    async def no_page() -> str:
        return ""

    return ComingByCard(one.sharing, no_page, has_own_endpoint=False)


async def new_phone(house: SharedHouse, seed: int = 9) -> Phone:
    new = house.device(Role.PUPIL, seed)
    await new.vault.create(LockKind.NONE)
    return new


def test_one_paper_serves_every_circle_of_the_pupil_and_each_is_joined(run) -> None:
    async def story() -> None:
        async with alone() as (house, pupil):
            cards = KeepingCard(pupil.sharing)
            assert await cards.standing(planner(pupil)) is CardStanding.NONE
            made = await cards.renew(planner(pupil))
            assert made.address == ORIGIN
            assert await cards.standing(planner(pupil)) is CardStanding.MADE
            new = await new_phone(house)
            back = coming(new)
            await back.look_up(read_card(made.characters), ORIGIN)
            fresh = await back.come()
            assert fresh is not None
            assert {one.kind for one in back.joined()} == {"shared", "private"}
            assert all(one.records for one in new.vault.journals() if one.kind == "shared")
            assert await KeepingCard(new.sharing).standing(planner(new)) is CardStanding.MADE
            again = await new_phone(house, 10)
            with pytest.raises(InputRejected, match="card_unknown"):
                await coming(again).look_up(read_card(made.characters), ORIGIN)
            await coming(again).look_up(fresh, ORIGIN)

    run(story())


@pytest.mark.parametrize("requests", range(1, 14))
def test_cut_off_anywhere_on_the_way_the_same_card_goes_on_and_nothing_is_lost(run, requests: int) -> None:
    async def story() -> None:
        async with alone() as (house, pupil):
            made = await KeepingCard(pupil.sharing).renew(planner(pupil))
            new = await new_phone(house)
            back = coming(new)
            await back.look_up(read_card(made.characters), ORIGIN)
            new.weather.works_for(requests)
            with contextlib.suppress(EndpointUnreachable):
                await back.come()
            new.weather.works_for(1_000)
            fresh = await back.come()
            assert fresh is not None, "the card on the paper is the one that the rosters name"
            assert {one.kind for one in back.joined()} == {"shared", "private"}
            await new.sharing.round()
            for journal in new.vault.journals():
                circle = await new.sharing.circle(journal)
                assert circle is not None
                assert circle.is_steward
            another = await new_phone(house, 11)
            await coming(another).look_up(fresh, ORIGIN)

    run(story())


def test_after_a_restart_in_the_middle_a_circle_whose_answer_got_lost_is_found_again(run) -> None:
    async def story() -> None:
        async with alone() as (house, pupil):
            made = await KeepingCard(pupil.sharing).renew(planner(pupil))
            new = await new_phone(house)
            card = read_card(made.characters)
            await recover(
                new.sharing, card, ORIGIN
            )  # both rosters are taken, and this phone hears of neither
            await new.restarts()
            back = coming(new)
            await back.look_up(card, ORIGIN)
            assert await back.come() is None, "the card in the rosters was never seen by anybody"
            assert {one.kind for one in back.joined()} == {"shared", "private"}
            assert await KeepingCard(new.sharing).renew(planner(new))

    run(story())


def test_a_card_is_for_another_device_than_one_that_is_in(run) -> None:
    async def story() -> None:
        async with alone() as (_, pupil):
            made = await KeepingCard(pupil.sharing).renew(planner(pupil))
            back = coming(pupil)
            await back.look_up(read_card(made.characters), ORIGIN)
            with pytest.raises(InputRejected, match="card_here"):
                await back.come()
            assert len(await Membership(pupil.sharing).present(pupil.journal)) == 1

    run(story())


def test_only_who_leads_makes_a_card_and_one_whose_answer_got_lost_is_printed_again(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, _):
            cards = KeepingCard(mentor.sharing)
            assert await KeepingCard(pupil.sharing).standing(planner(pupil)) is CardStanding.OTHERS
            with pytest.raises(NotPermitted):
                await KeepingCard(pupil.sharing).renew(planner(pupil))
            local = await mentor.vault.add_planner("shared", Role.MENTOR)
            assert await cards.standing(PlannerId(local.planner_id)) is CardStanding.ALONE
            mentor.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await cards.renew(planner(mentor))
            mentor.weather.is_offline = False
            made = await cards.renew(planner(mentor))
            assert await cards.standing(planner(mentor)) is CardStanding.MADE
            assert made.characters not in repr(made)
            await cards.drop(planner(mentor))
            assert await cards.standing(planner(mentor)) is CardStanding.NONE

    run(story())


async def with_a_case(mentor: Phone) -> Journal:
    """A caseload that says something of the pupil, and of another."""
    caseload = await mentor.vault.add_planner("caseload", Role.MENTOR)
    for record, about in (("c1", mentor.journal.planner_id), ("c2", "00" * 16)):
        fields = {NEW: "case", "planner": about, "name": f"nickname of {record}"}
        await caseload.write([Change(RecordId(record), "case", *one) for one in fields.items()])
    return caseload


def test_the_case_goes_with_the_planner_and_others_hear_whose_word_it_was(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, parent):
            caseload, erased = await with_a_case(mentor), planner(mentor)
            with pytest.raises(NotPermitted):
                await Erasing(parent.sharing).erase(erased)
            assert await Erasing(mentor.sharing).goes(erased) == (CircleKind.SHARED,)
            await Erasing(mentor.sharing).erase(erased)
            assert set(cases_by_planner(caseload.records.values())) == {PlannerId("00" * 16)}
            assert "nickname of c1" not in str([one.fields for one in caseload.records.values()])
            await rounds(pupil, parent)
            for one in (pupil, parent):
                (heard,) = Erasing(one.sharing).heard()
                assert (heard.planner, heard.mine, heard.by) == (erased, one.role, Role.MENTOR)
                assert heard.on.isoformat() == "2026-09-14"
                assert not one.vault.body["circles"]
                await Erasing(one.sharing).take_away(erased)
                assert not one.vault.journals()
                assert not Erasing(one.sharing).heard()

    run(story())


def test_a_pupil_erases_alone_what_is_the_pupils_alone(run) -> None:
    async def story() -> None:
        async with alone() as (house, pupil):
            mentor = house.device(Role.MENTOR, 3)
            await lets_in(pupil.inviting(), Guest.MENTOR, mentor)
            await rounds(pupil, mentor)
            erasing = Erasing(pupil.sharing)
            assert await erasing.goes(planner(pupil)) == (CircleKind.PRIVATE,)
            await erasing.erase(planner(pupil))
            assert [one.kind for one in pupil.vault.journals()] == ["shared"]
            await rounds(pupil, mentor)
            assert await standing(pupil) is await standing(mentor) is Standing.LIVE
            with pytest.raises(NotPermitted):
                await erasing.erase(planner(pupil))

    run(story())


def test_without_a_network_nothing_is_erased_and_asking_again_erases_it(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, _):
            erased = planner(mentor)
            mentor.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await Erasing(mentor.sharing).erase(erased)
            assert mentor.journal.records, "not yet, not even here"
            mentor.weather.is_offline = False
            await Erasing(mentor.sharing).erase(erased)
            await rounds(pupil)
            assert await standing(pupil) is Standing.ERASED

    run(story())


def test_a_colleague_who_is_in_leads_too_and_the_mentor_goes_with_every_device(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, pupil, _):
            caseload = await with_a_case(mentor)
            handing, handed = HandingOver(mentor.sharing), planner(mentor)
            assert await handing.colleagues() == {handed: ()}
            with pytest.raises(NotPermitted):
                await handing.hand_over([handed], PersonId("nobody"), leaves=True)
            colleague, second = house.device(Role.MENTOR, 7), house.device(Role.MENTOR, 8)
            await lets_in(mentor.inviting(), Guest.MENTOR, colleague)
            await says_who(colleague, "okoro")
            await lets_in(mentor.inviting(), Guest.MINE, second)
            await says_who(second, "m")
            await rounds(colleague, second, mentor)
            okoro = PersonId("okoro")
            assert await handing.colleagues() == {handed: (Colleague(okoro, "okoro", False),)}
            await handing.hand_over([handed], okoro, leaves=False)
            assert await handing.colleagues() == {handed: (Colleague(okoro, "okoro", True),)}
            await handing.hand_over([handed], okoro, leaves=True)
            await rounds(colleague, second, pupil)
            found = await Membership(colleague.sharing).present(colleague.journal)
            assert {(one.person, one.is_steward) for one in found} == {
                (okoro, True),
                ("p", False),
                ("c", False),
            }
            assert await standing(second) is Standing.REMOVED
            assert [one.kind for one in mentor.vault.journals()] == ["caseload"]
            assert handed not in cases_by_planner(caseload.records.values())

    run(story())


def test_a_planner_goes_from_here_only_when_no_round_is_in_it(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, _):
            async with mentor.sharing.turn:
                going = asyncio.create_task(Leaving(mentor.sharing).take_away(mentor.journal))
                for _ in range(20):
                    await asyncio.sleep(0)
                assert mentor.vault.journals()
            await going
            assert not mentor.vault.journals()
            assert not mentor.vault.body["circles"]

    run(story())
