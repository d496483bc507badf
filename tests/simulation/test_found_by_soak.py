"""What an hour of new seeds has found, each as a case of its own. The seed stands beside it."""

import asyncio

from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from tests.simulation.households import invite, is_member, let_in
from tests.simulation.town import Town, told, town


def test_i5_who_comes_in_twice_at_once_has_one_planner() -> None:
    """Seed 784739146219: two planners were of one circle, and the endpoint refused all its rounds."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        tablet = here.world.phone("tablet", Role.PUPIL)
        assert await invite(here.world, here.ann, tablet)
        assert await asyncio.gather(*(let_in(here.world, here.ann, tablet) for _ in range(2))) == [True, True]
        assert len(tablet.app.vault.journals()) == 1
        await here.writes("tablet", "from the tablet")
        await here.ends_well()
        assert here.sees("mentor") == "from the tablet"

    told(story)


def test_i5_a_roster_that_a_double_has_come_past_keeps_nobody_waiting_for_it() -> None:
    """Seed 784739140066: a restore lost it, the double's word took its number, it was waited for."""

    async def story() -> None:
        here = await town("pupil", "mentor")
        mentor, backup = here["mentor"], here.world.endpoint.copy()
        copy = here.world.copy_of(mentor)
        here.ann.phones.append(copy.name)
        here.world.ledger.double("mentor")
        await mentor.do(mentor.app.wish("ann", RosterWish(is_new_epoch=True)))
        await here.syncs("pupil")
        await here.world.restore(backup, is_said=True)
        mentor.switch_off()
        await here.world.start(copy)
        await here.writes(copy.name, "by the double")
        await here.syncs(copy.name, "mentor", "pupil")
        assert mentor.app.standing("ann") is Standing.CLONED
        assert here.sees("pupil") == "by the double"
        await here.ends_well()

    told(story)


async def _went_on_without(wish: RosterWish) -> Town:
    """A parent added their second phone, the endpoint lost it, and a steward who never knew went on."""
    here = await town("pupil", "parent", "parent second", "mentor")
    parent, mentor = here["parent"], here["mentor"]
    backup = here.world.endpoint.copy()
    own = here.world.phone("parent own", Role.PARENT)
    await here.world.start(own)
    assert await parent.do(parent.app.invite("ann", own.keys, own.role)) == (True, "")
    assert await let_in(here.world, here.ann, own)
    await here.writes("parent own", "from the second phone")
    await here.syncs("parent own", "parent second", "parent")
    await here.world.restore(backup, is_said=True)
    await mentor.do(mentor.app.wish("ann", wish))
    return here


def test_i5_a_device_that_its_person_added_is_in_again_after_another_went_on_without_it() -> None:
    """Seed 784739138955: a restore lost its roster, a steward went on, and no steward had known of it."""

    async def story() -> None:
        here = await _went_on_without(RosterWish(is_new_epoch=True))
        own = here["parent own"]
        await here.syncs("parent second")
        assert not is_member(here.world, here.ann, own), "it is not theirs"
        await here.syncs("parent")
        assert is_member(here.world, here.ann, own)
        await here.ends_well()
        assert here.sees("mentor") == "from the second phone"

    told(story)


def test_a_device_is_not_wished_again_where_members_may_add_none_any_more() -> None:
    async def story() -> None:
        here = await _went_on_without(RosterWish(is_new_epoch=True, may_self_add=False))
        await here.syncs("parent")
        assert not is_member(here.world, here.ann, here["parent own"])
        circle = here["parent"].app.circle("ann")
        assert (circle.problem, circle.is_waiting) == ("", False)

    told(story)
