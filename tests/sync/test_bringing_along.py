"""A pupil who used the app alone is let in by an adult, and keeps their own planner."""

from services.planner.edit import NEW, Change
from services.planner.errors import EndpointUnreachable
from services.planner.ids import RecordId
from services.planner.words import Role
from services.sync.pairing_port import Asks, Guest, Joined
from services.sync.ticket import read_ticket
from services.vault.journal import Journal
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in


async def adult(house: SharedHouse, role: Role = Role.MENTOR) -> Phone:
    """Whoever invites, with a planner that they began."""
    phone = house.device(role, 1)
    await phone.begins()
    await phone.makes_routine("begun-by-adult")
    await phone.inviting().spend_grant(await house.grant(), ORIGIN)
    return phone


async def pupil_alone(house: SharedHouse, planner_id: str | None = None) -> Phone:
    phone = house.device(Role.PUPIL, 2)
    await phone.begins()
    if planner_id is not None:
        await phone.vault.remove_planner(phone.journal)
        await phone.vault.add_planner("shared", Role.PUPIL, planner_id)
    await phone.makes_routine("begun-alone")
    await phone.ticks("s1")
    return phone


def planners(phone: Phone) -> dict[str, Journal]:
    return {one.planner_id: one for one in phone.vault.journals() if one.kind == "shared"}


def routines(journal: Journal) -> set[str]:
    return {one.id for one in journal.records.values() if one.type == "routine"}


async def rounds(*phones: Phone) -> None:
    for _ in range(3):
        for phone in phones:
            await phone.sharing.round()


async def keeps_the_planner(house: SharedHouse, role: Role) -> None:
    host, pupil = await adult(house, role), await pupil_alone(house)
    mine, begun = pupil.journal.planner_id, host.journal.planner_id
    shown = await host.inviting().make_ticket(Guest.PUPIL)
    assert (await pupil.joining.look_up(read_ticket(shown.code), ORIGIN)).brings
    await lets_in(host.inviting(), Guest.PUPIL, pupil)
    await rounds(pupil, host)
    assert planners(pupil).keys() == {mine}
    assert planners(host).keys() == {mine, begun}
    assert routines(planners(host)[mine]) == {"begun-alone"}
    assert routines(planners(host)[begun]) == {"begun-by-adult"}
    assert planners(host)[mine].kept().base == pupil.journal.kept().base
    circle = await host.sharing.circle(planners(host)[mine])
    assert circle is not None
    assert circle.is_steward
    assert not circle.health().is_amber
    third = house.device(Role.PARENT, 3)
    await lets_in(host.inviting(planners(host)[mine]), Guest.PARENT, third)
    await rounds(third, host)
    assert planners(third).keys() == {mine}
    assert routines(third.journal) == {"begun-alone"}


def test_a_pupil_alone_is_let_in_by_a_mentor_and_keeps_the_planner(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            await keeps_the_planner(house, Role.MENTOR)

    run(story())


def test_a_pupil_alone_is_let_in_by_a_parent_and_keeps_the_planner(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            await keeps_the_planner(house, Role.PARENT)

    run(story())


def test_who_closed_the_app_before_the_yes_asks_again_and_has_one_planner(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, pupil = await adult(house), await pupil_alone(house)
            mine = pupil.journal.planner_id
            inviting = mentor.inviting()
            shown = await inviting.make_ticket(Guest.PUPIL)
            await pupil.joins(shown.code)
            asks = await inviting.look()
            assert isinstance(asks, Asks)
            assert asks.brings
            await inviting.approve()
            await pupil.restarts()
            assert pupil.sharing.kept(pupil.journal) is None
            await lets_in(mentor.inviting(), Guest.PUPIL, pupil)
            await rounds(pupil, mentor)
            assert len(planners(mentor)) == 2
            assert routines(planners(mentor)[mine]) == routines(pupil.journal) == {"begun-alone"}

    run(story())


def test_a_yes_that_is_cut_off_anywhere_is_said_again(run) -> None:
    async def story(requests: int) -> bool:
        async with SharedHouse().open() as house:
            mentor, pupil = await adult(house), await pupil_alone(house)
            inviting = mentor.inviting()
            shown = await inviting.make_ticket(Guest.PUPIL)
            await pupil.joins(shown.code)
            await inviting.look()
            mentor.weather.works_for(requests)
            was_cut_off = False
            try:
                await inviting.approve()
            except EndpointUnreachable:
                was_cut_off = True
                mentor.weather.works_for(1_000)
                mentor.weather.is_offline = False
                await inviting.approve()
            mentor.weather.works_for(1_000)
            assert isinstance(await pupil.joining.look(), Joined)
            await rounds(pupil, mentor)
            assert len(planners(pupil)) == 1
            assert routines(planners(mentor)[pupil.journal.planner_id]) == {"begun-alone"}
            return was_cut_off

    assert [run(story(requests)) for requests in range(3)] == [True, True, False]


def test_a_planner_out_of_a_backup_goes_back_to_where_it_was(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await adult(house)
            pupil = await pupil_alone(house, mentor.journal.planner_id)
            inviting = mentor.inviting()
            shown = await inviting.make_ticket(Guest.PUPIL)
            await pupil.joins(shown.code)
            asks = await inviting.look()
            assert isinstance(asks, Asks)
            assert not asks.brings
            await inviting.approve()
            assert isinstance(await pupil.joining.look(), Joined)
            await rounds(pupil, mentor)
            assert len(planners(mentor)) == len(planners(pupil)) == 1
            assert routines(mentor.journal) == routines(pupil.journal) == {"begun-alone", "begun-by-adult"}

    run(story())


def test_nobody_takes_the_place_of_another_planner_by_bringing_its_number(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await adult(house)
            other = await mentor.vault.add_planner("shared", Role.MENTOR)
            await other.write([Change(RecordId("r9"), "routine", NEW, "routine")])
            before = (await mentor.sharing.found(other, ORIGIN)).id
            stranger = await pupil_alone(house, other.planner_id)
            await lets_in(mentor.inviting(mentor.journal), Guest.PUPIL, stranger)
            await rounds(stranger, mentor)
            circle = await mentor.sharing.circle(other)
            assert circle is not None
            assert circle.id == before
            assert routines(other) == {"r9"}
            assert routines(mentor.journal) == {"begun-by-adult"}

    run(story())


def test_two_pupils_of_one_phone_bring_nothing_along(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, phone = await adult(house), await pupil_alone(house)
            second = await phone.vault.add_planner("shared", Role.PUPIL)
            await second.write([Change(RecordId("r2"), "routine", NEW, "routine")])
            await lets_in(mentor.inviting(), Guest.PUPIL, phone)
            await rounds(phone, mentor)
            assert len(planners(phone)) == 3
            assert len(planners(mentor)) == 1

    run(story())


def test_a_pupils_own_second_device_brings_nothing_along(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            first, second = house.device(Role.PUPIL, 5), await pupil_alone(house)
            await first.begins()
            await first.makes_routine("first")
            await first.inviting().spend_grant(await house.grant(), ORIGIN)
            await lets_in(first.inviting(), Guest.MINE, second)
            await rounds(second, first)
            assert len(planners(first)) == 1
            assert len(planners(second)) == 2

    run(story())


def test_who_was_let_in_once_shares_a_planner_of_their_own_without_a_grant(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await adult(house), house.device(Role.PARENT, 4)
            await parent.begins()
            await parent.makes_routine("begun-at-home")
            own = parent.journal
            await lets_in(mentor.inviting(), Guest.PARENT, parent)
            await rounds(parent, mentor)
            assert len(planners(mentor)) == 1, "an adult's planner never comes along"
            inviting = parent.inviting(own)
            assert not inviting.needs_grant()
            await lets_in(inviting, Guest.MENTOR, mentor)
            await rounds(parent, mentor)
            assert routines(planners(mentor)[own.planner_id]) == {"begun-at-home"}

    run(story())
