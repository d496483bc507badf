"""A ticket of their own into the notes beside a planner: whom it lets in, and with which keys."""

import pytest

from services.planner.errors import InputRejected
from services.planner.words import Role
from services.sync.beside import Beside
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from services.sync.people import People
from tests.sync.notes_beside import HOME, at_home, begins_notes, notebook, notes, planner, writes
from tests.sync.shared_house import lets_in
from tests.sync.test_membership import family, rounds

pytestmark = pytest.mark.feature("S3")


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
