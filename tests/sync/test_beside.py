"""The notes beside a planner when somebody goes: who reads on, who is shut out, and what nobody loses."""

import pytest

from services.planner.errors import EndpointUnreachable
from services.planner.words import Role
from services.sync.beside import Beside
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.erasing import Erasing
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from services.sync.people import People
from tests.sync.notes_beside import HOME, PRIVATE, at_home, notebook, notes, planner, standing, writes
from tests.sync.shared_house import lets_in
from tests.sync.test_membership import rounds

pytestmark = pytest.mark.feature("S3")


def test_what_is_written_later_is_read_by_everybody_whom_a_ticket_let_in(run) -> None:
    async def story() -> None:
        async with at_home() as (_, mum, sam, dad):
            await writes(sam, HOME, "nan-on-thursday")
            await rounds(sam, mum, dad)
            assert notes(mum, HOME) == notes(dad, HOME) == {"nan-on-thursday"}

    run(story())


def test_who_was_taken_out_of_the_planner_by_others_is_a_stranger_in_the_notes_and_is_shut_out(run) -> None:
    async def story() -> None:
        async with at_home() as (_, mum, sam, dad):
            beside = Beside(mum.sharing)
            assert not beside.has_strangers(planner(mum), HOME)
            await Membership(mum.sharing).remove([mum.journal], {dad.vault.device.id})
            await rounds(mum, sam, dad)
            assert beside.has_strangers(planner(mum), HOME)
            assert not Beside(dad.sharing).has_strangers(planner(dad), HOME), "it is not theirs to say"
            await beside.shut(planner(mum), HOME)
            await writes(sam, HOME, "new")
            await rounds(sam, mum, dad)
            assert not beside.has_strangers(planner(mum), HOME)
            assert notes(mum, HOME) == {"new"}
            assert notes(dad, HOME) == set()
            assert await standing(dad, HOME) is Standing.REMOVED

    run(story())


def test_who_does_not_lead_the_notes_goes_on_alone_and_loses_nothing(run) -> None:
    async def story() -> None:
        async with at_home() as (house, mum, sam, dad):
            await writes(sam, HOME, "before")
            mentor = house.device(Role.MENTOR, 5)
            await lets_in(mum.inviting(), Guest.MENTOR, mentor)
            await rounds(sam, mum, dad, mentor)
            await Membership(mentor.sharing).remove([mentor.journal], {mum.vault.device.id})
            await rounds(mum, sam)
            beside = Beside(sam.sharing)
            assert beside.has_strangers(planner(sam), HOME)
            await beside.shut(planner(sam), HOME)
            assert await standing(sam, HOME) is Standing.LEFT
            assert not beside.has_strangers(planner(sam), HOME)
            await writes(sam, HOME, "after")
            await rounds(sam, mum)
            assert notes(sam, HOME) == {"before", "after"}
            assert notes(mum, HOME) == {"before"}

    run(story())


def test_who_leaves_the_planner_leaves_the_notes_to_the_adults_there(run) -> None:
    async def story() -> None:
        async with at_home() as (_, mum, sam, dad):
            people = People(mum.sharing, planner(mum))
            await people.leave((await people.look()).heirs[0])
            await rounds(dad, sam)
            assert await standing(mum, HOME) is Standing.LEFT
            circle = await dad.sharing.circle(notebook(dad, HOME))
            assert circle is not None
            assert circle.is_steward
            await writes(sam, HOME, "after")
            await rounds(sam, dad, mum)
            assert notes(dad, HOME) == {"after"}
            assert notes(mum, HOME) == set()

    run(story())


def test_who_leads_nothing_says_once_that_they_left_and_is_taken_out_of_both(run) -> None:
    async def story() -> None:
        async with at_home() as (_, mum, sam, dad):
            await People(dad.sharing, planner(dad)).leave()
            assert await standing(dad, HOME) is Standing.LEFT
            await rounds(mum)
            [gone] = [one for one in (await People(mum.sharing, planner(mum)).look()).people if one.has_left]
            await People(mum.sharing, planner(mum)).remove(gone.may_go)
            await rounds(mum, sam)
            assert Beside(mum.sharing).readers(planner(mum), HOME) == {
                one.vault.device_hex for one in (mum, sam)
            }

    run(story())


def test_what_was_erased_elsewhere_goes_with_the_notes_beside_it(run) -> None:
    async def story() -> None:
        async with at_home() as (house, mum, sam, _):
            tablet = house.device(Role.PUPIL, 5)
            await lets_in(sam.inviting(), Guest.MINE, tablet)
            await writes(sam, PRIVATE, "mine")
            await rounds(sam, tablet)
            assert set(await Erasing(mum.sharing).goes(planner(mum))) == {CircleKind.SHARED, HOME}
            await Erasing(mum.sharing).erase(planner(mum))
            await rounds(sam, tablet)
            erased = planner(sam)
            await Erasing(sam.sharing).take_away(erased)
            assert not sam.vault.journals()
            assert not sam.vault.body["circles"]
            await rounds(tablet)
            assert await standing(tablet, PRIVATE) is Standing.ERASED

    run(story())


def test_without_a_network_nobody_is_shut_out_and_the_next_try_does_it(run) -> None:
    async def story() -> None:
        async with at_home() as (_, mum, _, dad):
            await Membership(mum.sharing).remove([mum.journal], {dad.vault.device.id})
            beside = Beside(mum.sharing)
            mum.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await beside.shut(planner(mum), HOME)
            assert beside.has_strangers(planner(mum), HOME)
            mum.weather.is_offline = False
            await beside.shut(planner(mum), HOME)
            assert not beside.has_strangers(planner(mum), HOME)

    run(story())
