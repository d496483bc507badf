"""People come, go, lose a phone and hand over, over the real endpoint."""

import contextlib
from collections.abc import AsyncIterator

import pytest

from services.planner.edit import NEW, Change
from services.planner.errors import (
    EndpointError,
    EndpointUnreachable,
    InputRejected,
    KeyMissing,
    NotPermitted,
)
from services.planner.ids import PersonId, who_record
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.leaving import Leaving
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from services.sync.recovering import recover
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in
from tests.vault.homes import ticked


async def says_who(one: Phone, person: str) -> None:
    """The device says whose it is."""
    record = who_record(one.vault.device_hex)
    fields = {NEW: "who", "person": person, "name": person, "role": one.role.value}
    await one.journal.write([Change(record, "who", name, value) for name, value in fields.items()])


async def says(one: Phone, value: str, field: str = "bed") -> None:
    """One change."""
    await one.journal.write([Change(DAY, "day", field, value)])


def heard(one: Phone, field: str = "bed") -> object:
    record = one.journal.records.get(DAY)
    return record.fields.get(field) if record else None


DAY = "day:2026-09-14"


async def rounds(*phones: Phone, times: int = 2) -> None:
    for _ in range(times):
        for one in phones:
            with contextlib.suppress(EndpointError):
                await one.sharing.round()


@contextlib.asynccontextmanager
async def family() -> AsyncIterator[tuple[SharedHouse, Phone, Phone, Phone]]:
    """A mentor who began, a pupil and a parent who were let in."""
    async with SharedHouse().open() as house:
        mentor = house.device(Role.MENTOR, 1, has_page=True)
        await mentor.begins()
        await mentor.inviting().spend_grant(await house.grant())
        pupil, parent = house.device(Role.PUPIL, 2), house.device(Role.PARENT, 3)
        await lets_in(mentor.inviting(), Guest.PUPIL, pupil)
        await lets_in(mentor.inviting(), Guest.PARENT, parent)
        for one, name in ((mentor, "m"), (pupil, "p"), (parent, "c")):
            await says_who(one, name)
        await rounds(mentor, pupil, parent)
        yield house, mentor, pupil, parent


async def standing(one: Phone) -> Standing:
    circle = await one.sharing.circle(one.journal)
    assert circle is not None
    return circle.standing


def test_the_people_of_a_planner_are_told_with_their_devices(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, pupil, parent):
            tablet = house.device(Role.PARENT, 4)
            await lets_in(parent.inviting(), Guest.MINE, tablet)
            await says_who(tablet, "c")
            await rounds(tablet, mentor)
            members = Membership(mentor.sharing)
            found = await members.present(mentor.journal)
            assert [(one.name, one.role, one.is_steward, one.is_here, one.may_go) for one in found] == [
                ("m", Role.MENTOR, True, True, False),
                ("p", Role.PUPIL, False, False, True),
                ("c", Role.PARENT, False, False, True),
                ("c", Role.PARENT, False, False, True),
            ]
            devices = await members.devices_of(mentor.journal, PersonId("c"))
            assert devices == {parent.vault.device.id, tablet.vault.device.id}
            assert not any(one.may_go for one in await Membership(pupil.sharing).present(pupil.journal))

    run(story())


def test_a_person_is_removed_with_every_device_they_added_and_reads_nothing_new(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, pupil, parent):
            tablet, third = house.device(Role.PARENT, 4), house.device(Role.PARENT, 5)
            await lets_in(parent.inviting(), Guest.MINE, tablet)
            await lets_in(tablet.inviting(), Guest.MINE, third)
            await rounds(mentor)
            await says(pupil, "before")
            await rounds(pupil, third)
            await Membership(mentor.sharing).remove([mentor.journal], {parent.vault.device.id})
            await says(pupil, "after")
            await rounds(pupil, parent, tablet, third, mentor)
            for one in (parent, tablet, third):
                assert await standing(one) is Standing.REMOVED
                assert heard(one) != "after"
            assert heard(mentor) == "after"
            assert len(await Membership(mentor.sharing).present(mentor.journal)) == 2

    run(story())


def test_who_is_no_steward_removes_nobody_and_nobody_removes_themselves(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, parent):
            with pytest.raises((InputRejected, NotPermitted)):
                await Membership(parent.sharing).remove([parent.journal], {mentor.vault.device.id})
            with pytest.raises(NotPermitted):
                await Membership(mentor.sharing).remove([mentor.journal], {mentor.vault.device.id})
            assert len(await Membership(mentor.sharing).present(mentor.journal)) == 3

    run(story())


def test_without_a_network_a_removal_says_so_and_is_not_done_later_by_itself(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, parent):
            mentor.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await Membership(mentor.sharing).remove([mentor.journal], {parent.vault.device.id})
            mentor.weather.is_offline = False
            await rounds(mentor, pupil, parent)
            await Membership(mentor.sharing).remove([mentor.journal], {parent.vault.device.id})
            await rounds(parent)
            assert await standing(parent) is Standing.REMOVED

    run(story())


def test_a_lost_phone_is_taken_out_and_the_next_one_has_everything(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, pupil, parent):
            await pupil.ticks("lost")
            await rounds(pupil, mentor)
            await Membership(mentor.sharing).remove([mentor.journal], {pupil.vault.device.id})
            new = house.device(Role.PUPIL, 6)
            await lets_in(mentor.inviting(), Guest.PUPIL, new)
            await rounds(new, pupil)
            assert await standing(pupil) is Standing.REMOVED
            await says_who(new, "p")
            await says(new, "new phone")
            await rounds(new, parent, mentor)
            assert {heard(one) for one in (new, parent, mentor)} == {"new phone"}

    run(story())


def test_a_mentor_hands_over_to_a_colleague_and_leaves(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, pupil, parent):
            with pytest.raises(NotPermitted):
                await Leaving(mentor.sharing).leave(mentor.journal)
            colleague = house.device(Role.MENTOR, 7)
            await lets_in(mentor.inviting(), Guest.MENTOR, colleague)
            await rounds(mentor, colleague)
            both = {mentor.vault.device.id, colleague.vault.device.id}
            await Membership(mentor.sharing).hand_over([mentor.journal], both)
            await Leaving(mentor.sharing).leave(mentor.journal)
            assert await standing(mentor) is Standing.LEFT
            await says(pupil, "after")
            await rounds(pupil, colleague, parent)
            assert heard(colleague) == "after"
            found = await Membership(colleague.sharing).present(colleague.journal)
            assert [one.role for one in found if one.is_steward] == [Role.MENTOR]
            assert len(found) == 3
            assert heard(mentor) is None

    run(story())


def test_a_parent_leaves_and_the_steward_sees_it(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, _, parent):
            await Leaving(parent.sharing).leave(parent.journal)
            assert await standing(parent) is Standing.LEFT
            await rounds(mentor)
            left = [one for one in await Membership(mentor.sharing).present(mentor.journal) if one.has_left]
            assert [one.device for one in left] == [parent.vault.device.id]
            await Leaving(parent.sharing).take_away(parent.journal)
            assert not parent.vault.journals()
            assert not [name for name in parent.home.memory.content_by_name if name[:4] != "keys"][2:]

    run(story())


def test_a_planner_is_erased_everywhere_by_its_steward_alone(run) -> None:
    async def story() -> None:
        async with family() as (_house, mentor, pupil, parent):
            with pytest.raises(NotPermitted):
                await Leaving(parent.sharing).erase([parent.journal])
            circle = await pupil.sharing.circle(pupil.journal)
            await Leaving(mentor.sharing).erase([mentor.journal])
            assert not mentor.vault.journals()
            await rounds(pupil, parent)
            for one in (pupil, parent):
                assert await standing(one) is Standing.ERASED
                await Leaving(one.sharing).take_away(one.journal)
                assert not one.vault.journals()
                assert not one.vault.body["circles"]
            assert circle is not None

    run(story())


def test_the_card_adds_a_new_phone_alone_and_is_replaced(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            pupil = house.device(Role.PUPIL, 1)
            await pupil.begins("private")
            journal = pupil.vault.journals()[0]
            await pupil.vault.journals()[0].write([Change("w1", "worry", NEW, "worry")])
            inviting = pupil.inviting(journal)
            await inviting.spend_grant(await house.grant(), ORIGIN)
            await pupil.sharing.round()
            card = await Membership(pupil.sharing).renew_card([journal])
            new = house.device(Role.PUPIL, 2)
            await new.vault.create(new_lock())
            done = await recover(new.sharing, card, ORIGIN)
            (welcomed,) = done.circles
            fresh = await new.vault.add_planner(welcomed.kind.value, Role.PUPIL, welcomed.planner.hex())
            await new.sharing.join(fresh, welcomed)
            await new.sharing.round()
            assert "w1" in fresh.records
            with pytest.raises((KeyMissing, EndpointError)):
                await recover(new.sharing, card, ORIGIN)
            await Membership(new.sharing).remove([fresh], {pupil.vault.device.id})
            await rounds(pupil)
            kept = pupil.sharing.kept(journal)
            assert kept is not None
            assert kept.place.standing is Standing.REMOVED

    run(story())


def test_a_device_that_was_copied_begins_anew_and_what_waited_reaches_the_others(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, parent):
            await says(pupil, "waits")
            await Leaving(pupil.sharing).begin_anew()
            assert await standing(pupil) is Standing.CLONED
            assert heard(pupil) == "waits"
            await pupil.restarts()
            await lets_in(mentor.inviting(), Guest.PUPIL, pupil)
            await rounds(pupil, mentor, parent)
            assert {heard(one) for one in (pupil, mentor, parent)} == {"waits"}
            found = await Membership(pupil.sharing).present(pupil.journal)
            assert [(one.name, one.is_here) for one in found if one.role is Role.PUPIL] == [
                ("p", False),
                ("p", True),
            ]

    run(story())


def test_switches_of_the_roster(run) -> None:
    async def story() -> None:
        async with family() as (house, mentor, _, parent):
            members = Membership(mentor.sharing)
            await members.allow_self_add([mentor.journal], is_allowed=False)
            await members.end_on([mentor.journal], "2027-07-31")
            await members.renew_card([mentor.journal])
            await members.drop_card([mentor.journal])
            await rounds(parent)
            tablet = house.device(Role.PARENT, 4)
            with pytest.raises(EndpointError):
                await lets_in(parent.inviting(), Guest.MINE, tablet)
            circle = await parent.sharing.circle(parent.journal)
            assert circle is not None
            assert circle.store.state is not None
            assert circle.store.state.chain.roster.expires == "2027-07-31"
            assert circle.store.state.chain.roster.recovery is None
            assert ticked(parent.journal) == set()

    run(story())


def new_lock() -> object:
    from services.vault.vault_state import LockKind

    return LockKind.NONE
