"""People as screens show them, over the real endpoint: each once, and the ways in and out."""

import pytest

from services.planner.edit import Change
from services.planner.errors import EndpointUnreachable, NotPermitted
from services.planner.ids import PersonId, PlannerId, who_record
from services.planner.words import Role
from services.sync.alarm import Alarm
from services.sync.circle_kept import Standing
from services.sync.concern import Concern
from services.sync.concerns import concerns_of, needs_adult
from services.sync.epoch_keys import CircleKind
from services.sync.pairing_port import Guest
from services.sync.people import People
from tests.sync.shared_house import Phone, lets_in
from tests.sync.test_membership import family, heard, rounds, says, says_who, standing


def people_of(one: Phone) -> People:
    return People(one.sharing, PlannerId(one.journal.planner_id))


def test_a_person_with_two_devices_is_there_once_and_the_pupil_comes_first(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, _, parent):
            tablet = house.device(Role.PARENT, 4)
            await lets_in(parent.inviting(), Guest.MINE, tablet)
            await says_who(tablet, "c")
            await rounds(tablet, mentor)
            company = await people_of(mentor).look()
            assert company.standing is Standing.LIVE
            assert [(one.name, len(one.devices), len(one.may_go)) for one in company.people] == [
                ("p", 1, 1),
                ("c", 2, 2),
                ("m", 1, 0),
            ]
            assert [one.name for one in company.people if one.is_me] == ["m"]
            assert {one.sees for one in company.people} == {(CircleKind.SHARED,)}
            assert [one.name for one in company.heirs] == ["c"]
            assert not (await people_of(parent).look()).heirs

    run(story())


def test_before_anybody_shares_there_is_nobody(run) -> None:
    async def story() -> None:
        async with family() as (house, *_):
            alone = house.device(Role.PUPIL, 9)
            await alone.begins()
            people = people_of(alone)
            assert (await people.look()).standing is None
            assert people.seen() is None

    run(story())


def test_who_keeps_no_list_takes_nobody_out(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, parent):
            with pytest.raises(NotPermitted):
                await people_of(parent).remove({mentor.vault.device.id})
            assert len((await people_of(mentor).look()).people) == 3

    run(story())


def test_a_lost_device_goes_from_every_planner_and_a_person_from_this_one(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, parent):
            other = await mentor.vault.add_planner("shared", Role.MENTOR)
            await parent.joining.give_up()
            await lets_in(mentor.inviting(other), Guest.PARENT, parent)
            await rounds(mentor, parent)
            assert len(parent.vault.journals()) == 2
            await people_of(mentor).lose({parent.vault.device.id})
            await rounds(parent)
            for journal in parent.vault.journals():
                kept = parent.sharing.kept(journal)
                assert kept is not None
                assert kept.place.standing is Standing.REMOVED

    run(story())


def test_a_pupil_who_began_leaves_another_device_of_theirs_as_it_is(run) -> None:
    async def story() -> None:
        async with family() as (house, _mentor, _, _):
            first = house.device(Role.PUPIL, 7, has_page=True)
            await first.begins()
            await first.inviting().spend_grant(await house.grant())
            second = house.device(Role.PUPIL, 8)
            await lets_in(first.inviting(), Guest.MINE, second)
            for one in (first, second):
                await says_who(one, "s")
            await rounds(first, second)
            await people_of(first).leave()
            assert await standing(first) is Standing.LEFT
            await rounds(second)
            company = await people_of(second).look()
            assert company.is_steward
            assert [len(one.devices) for one in company.people] == [1]

    run(story())


def test_without_a_network_nobody_has_left_and_the_others_are_not_told_so(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, _):
            pupil.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await people_of(pupil).leave()
            pupil.weather.is_offline = False
            await rounds(pupil, mentor)
            assert not any(one.has_left for one in (await people_of(mentor).look()).people)
            assert await standing(pupil) is Standing.LIVE
            await people_of(pupil).leave()
            await rounds(mentor)
            seen = people_of(mentor).seen()
            assert seen is not None
            assert Concern.HAS_LEFT in concerns_of(seen)
            assert needs_adult(seen)

    run(story())


def test_a_mentor_leaves_the_list_to_a_parent_in_one_step(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, parent):
            people = people_of(mentor)
            (heir,) = (await people.look()).heirs
            await people.leave(heir)
            await says(pupil, "after")
            await rounds(pupil, parent)
            company = await people_of(parent).look()
            assert company.is_steward
            assert {one.name for one in company.people} == {"p", "c"}
            assert heard(parent) == "after"
            assert heard(mentor) is None

    run(story())


def test_a_device_that_was_taken_out_is_made_ready_and_comes_back_as_the_same_person(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, parent):
            record = who_record(parent.vault.device_hex)
            await parent.journal.write([Change(record, "who", "left", True)])
            with pytest.raises(NotPermitted):
                await people_of(parent).begin_anew()
            await people_of(mentor).remove({parent.vault.device.id})
            await rounds(parent)
            company = await people_of(parent).look()
            assert company.standing is Standing.REMOVED
            assert company.may_begin_anew
            assert parent.sharing.last_sync_ms(parent.journal) is None
            await people_of(parent).begin_anew()
            await parent.restarts()
            await lets_in(mentor.inviting(), Guest.PARENT, parent)
            await rounds(parent, mentor)
            found = {one.person: one for one in (await people_of(mentor).look()).people}
            assert not found[PersonId("c")].has_left
            assert len(found) == 3

    run(story())


def test_what_was_counted_is_told_until_it_is_put_away(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, *_):
            circle = await mentor.sharing.circle(mentor.journal)
            assert circle is not None
            people = people_of(mentor)
            seen = people.seen()
            assert seen is not None
            assert concerns_of(seen) == ()
            assert not needs_adult(seen)
            for alarm in Alarm:
                await circle.store.alarm(alarm)
            seen = people.seen()
            assert seen is not None
            assert {one.value for one in concerns_of(seen)} == {one.value for one in Alarm}
            assert needs_adult(seen)
            await mentor.restarts()
            seen = people_of(mentor).seen()
            assert seen is not None
            assert len(concerns_of(seen)) == len(Alarm), "also before the circle is opened again"
            await people_of(mentor).put_alarms_away()
            seen = people_of(mentor).seen()
            assert seen is not None
            assert concerns_of(seen) == ()

    run(story())
