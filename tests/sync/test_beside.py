"""The notes beside a planner when somebody goes: who reads on, who is shut out, and what nobody loses."""

import contextlib
from collections.abc import AsyncIterator

import pytest

from services.planner.edit import NEW, Change
from services.planner.errors import EndpointUnreachable, InputRejected
from services.planner.ids import PersonId, PlannerId, RecordId
from services.planner.words import Role
from services.sync.beside import Beside
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.erasing import Erasing
from services.sync.handing_over import HandingOver
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from services.sync.people import People
from services.vault.journal import Journal
from tests.sync.shared_house import Phone, SharedHouse, lets_in
from tests.sync.test_membership import family, rounds, says_who

pytestmark = pytest.mark.feature("S3")
HOME, STAFF, PRIVATE = CircleKind.HOME, CircleKind.STAFF, CircleKind.PRIVATE
TYPE = {HOME: "lift", STAFF: "meeting", PRIVATE: "note"}


def planner(one: Phone) -> PlannerId:
    return PlannerId(one.journal.planner_id)


def notebook(one: Phone, kind: CircleKind) -> Journal:
    return next(journal for journal in one.vault.journals() if journal.kind == kind)


async def writes(one: Phone, kind: CircleKind, words: str) -> None:
    said = {NEW: TYPE[kind], "words": words}
    await notebook(one, kind).write(
        [Change(RecordId(words), TYPE[kind], name, value) for name, value in said.items()]
    )


def notes(one: Phone, kind: CircleKind) -> set[str]:
    return {record.id for record in notebook(one, kind).records.values()}


async def standing(one: Phone, kind: CircleKind) -> Standing:
    circle = await one.sharing.circle(notebook(one, kind))
    assert circle is not None
    return circle.standing


@contextlib.asynccontextmanager
async def at_home() -> AsyncIterator[tuple[SharedHouse, Phone, Phone, Phone]]:
    """A parent who began, a pupil, and another parent: all of them at home; the first leads."""
    async with SharedHouse().open() as house:
        mum = house.device(Role.PARENT, 1, has_page=True)
        await mum.begins()
        await mum.inviting().spend_grant(await house.grant())
        sam, dad = house.device(Role.PUPIL, 2), house.device(Role.PARENT, 3)
        await lets_in(mum.inviting(), Guest.PUPIL, sam)
        await lets_in(mum.inviting(), Guest.PARENT, dad)
        for one, name in ((mum, "mum"), (sam, "sam"), (dad, "dad")):
            await says_who(one, name)
        await rounds(mum, sam, dad)
        yield house, mum, sam, dad


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


def test_a_mentor_hands_the_notes_over_too_and_does_not_go_while_they_would_be_lost(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = house.device(Role.MENTOR, 1, has_page=True)
            await mentor.begins()
            await mentor.inviting().spend_grant(await house.grant())
            colleague = house.device(Role.MENTOR, 2)
            await lets_in(mentor.inviting(), Guest.MENTOR, colleague)
            for one, name in ((mentor, "m"), (colleague, "okoro")):
                await says_who(one, name)
            await writes(mentor, STAFF, "walked-to-the-gate")
            await rounds(mentor, colleague)
            handing, okoro = HandingOver(mentor.sharing), PersonId("okoro")
            staff = notebook(mentor, STAFF)
            await Membership(mentor.sharing).remove([staff], {colleague.vault.device.id})
            with pytest.raises(InputRejected, match="staff_notes"):
                await handing.hand_over([planner(mentor)], okoro, leaves=True)
            assert {one.kind for one in mentor.vault.journals()} == {"shared", "staff"}

    run(story())


def test_handed_over_notes_are_led_by_the_colleague_and_gone_here(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = house.device(Role.MENTOR, 1, has_page=True)
            await mentor.begins()
            await mentor.inviting().spend_grant(await house.grant())
            colleague, second = house.device(Role.MENTOR, 2), house.device(Role.MENTOR, 3)
            await lets_in(mentor.inviting(), Guest.MENTOR, colleague)
            await lets_in(mentor.inviting(), Guest.MINE, second)
            for one, name in ((mentor, "m"), (colleague, "okoro"), (second, "m")):
                await says_who(one, name)
            await writes(mentor, STAFF, "walked-to-the-gate")
            await rounds(mentor, colleague, second)
            await HandingOver(mentor.sharing).hand_over([planner(mentor)], PersonId("okoro"), leaves=True)
            await rounds(colleague, second)
            assert not mentor.vault.journals()
            assert notes(colleague, STAFF) == {"walked-to-the-gate"}
            circle = await colleague.sharing.circle(notebook(colleague, STAFF))
            assert circle is not None
            assert circle.is_steward
            assert await standing(second, STAFF) is Standing.REMOVED

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


async def begins_notes(one: Phone, kind: CircleKind, words: str) -> None:
    """As the first note of a notebook does it."""
    await one.vault.add_planner(kind, one.role, planner(one))
    await writes(one, kind, words)


def test_two_who_were_let_in_by_a_mentor_share_the_notes_of_home_by_a_ticket_of_their_own(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, sam, mum):
            await begins_notes(mum, HOME, "nan-on-thursday")
            await begins_notes(sam, HOME, "swimming-on-friday")
            assert mum.inviting().guests() == (Guest.MINE,), "a mentor leads the planner"
            letting_in = mum.inviting(notebook(mum, HOME))
            assert letting_in.guests() == (Guest.PUPIL, Guest.PARENT, Guest.MINE)
            await lets_in(letting_in, Guest.PUPIL, sam)
            await rounds(sam, mum, mentor)
            assert notes(mum, HOME) == notes(sam, HOME) == {"nan-on-thursday", "swimming-on-friday"}
            assert {one.kind for one in mentor.vault.journals()} == {"shared"}

    run(story())


def test_a_ticket_into_the_notes_is_for_nobody_who_is_not_in_the_planner(run) -> None:
    async def story() -> None:
        async with family() as (house, _, sam, mum):
            await begins_notes(mum, HOME, "nan-on-thursday")
            letting_in = mum.inviting(notebook(mum, HOME))
            shown = await letting_in.make_ticket(Guest.PARENT)
            stranger = house.device(Role.PARENT, 9)
            await stranger.joins(shown.code)
            with pytest.raises(InputRejected, match="not_in_planner"):
                await letting_in.look()
            with pytest.raises(InputRejected, match="ticket_gone"):
                await stranger.joining.look()
            assert not stranger.vault.journals()
            await lets_in(letting_in, Guest.PUPIL, sam)

    run(story())


def test_after_a_stranger_was_left_behind_the_next_ticket_begins_the_notes_anew_with_all_that_was_in_them(
    run,
) -> None:
    async def story() -> None:
        async with at_home() as (house, mum, sam, dad):
            await writes(sam, HOME, "before")
            await rounds(sam, mum, dad)
            mentor = house.device(Role.MENTOR, 5)
            await lets_in(mum.inviting(), Guest.MENTOR, mentor)
            await rounds(sam, mum, dad, mentor)
            await Membership(mentor.sharing).remove([mentor.journal], {mum.vault.device.id})
            await rounds(mum, sam, dad)
            for one in (sam, dad):
                await Beside(one.sharing).shut(planner(one), HOME)
            await lets_in(sam.inviting(notebook(sam, HOME)), Guest.PARENT, dad)
            await writes(dad, HOME, "after")
            await rounds(dad, sam, mum)
            assert notes(sam, HOME) == notes(dad, HOME) == {"before", "after"}
            assert notes(mum, HOME) == {"before"}

    run(story())


def test_who_was_taken_out_of_the_planner_and_not_of_the_notes_is_let_in_again_with_new_keys(run) -> None:
    async def story() -> None:
        async with at_home() as (house, mum, sam, dad):
            mentor = house.device(Role.MENTOR, 5)
            await lets_in(mum.inviting(), Guest.MENTOR, mentor)
            await rounds(sam, mum, dad, mentor)
            await writes(dad, HOME, "dads")
            await rounds(dad, sam)
            await Membership(mentor.sharing).remove([mentor.journal], {dad.vault.device.id})
            await rounds(dad)
            people = People(dad.sharing, planner(dad))
            assert (await people.look()).may_begin_anew
            await people.begin_anew()
            await lets_in(mentor.inviting(), Guest.PARENT, dad)
            await rounds(dad, mentor, mum)
            await lets_in(mum.inviting(notebook(mum, HOME)), Guest.PARENT, dad)
            await rounds(dad, mum, sam)
            assert notes(dad, HOME) == notes(sam, HOME) == {"dads"}

    run(story())
