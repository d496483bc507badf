"""How a circle ends for a device: removed, erased or expired, each believed when it is proved."""

import pytest

from services.planner.errors import DeviceRemoved
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from services.sync.statement import sign_erase
from services.sync.wire_form import EraseSent
from tests.sync.devices import all_rounds, family


def test_who_is_removed_keeps_what_it_had_and_reads_nothing_new(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("seen")
        await all_rounds(pupil, parent, mentor)
        await mentor.wish(RosterWish(remove=frozenset({parent.id})))
        await parent.write("unsent")
        await pupil.round()
        await pupil.write("unseen", "woke")
        await pupil.round()
        report = await parent.round()
        assert report.ended == (pupil.here.id,)
        assert parent.here.standing is Standing.REMOVED
        assert (parent.read(), parent.read("woke")) == ("unsent", None)
        assert parent.here.health().waiting == 1
        assert not parent.kept.all(), "its keys are gone"
        await parent.restart()
        assert parent.here.standing is Standing.REMOVED
        before = len(parent.endpoint.requests)
        await parent.round()
        assert len(parent.endpoint.requests) == before, "it asks for nothing more"
        await all_rounds(pupil, mentor)
        assert {one.read("woke") for one in (pupil, mentor)} == {"unseen"}

    run(story())


def test_a_removal_that_the_endpoint_tells_of_as_a_whole_is_proved_too(run) -> None:
    async def story() -> None:
        endpoint, _, parent, mentor = await family()
        await mentor.wish(RosterWish(remove=frozenset({parent.id})))
        rosters = [one.raw for one in endpoint.logs[parent.here.id].entries.values() if one.frame.kind == 2]

        async def refuses(*_: object, **__: object) -> None:
            raise DeviceRemoved(tuple(rosters[-1:]))

        parent.endpoint.heads = refuses  # type: ignore[method-assign,assignment]  # one call goes wrong
        report = await parent.round()
        assert report.ended
        assert parent.here.standing is Standing.REMOVED

    run(story())


def test_a_removal_that_nothing_shows_is_an_alarm_and_an_error(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()

        async def refuses(*_: object, **__: object) -> None:
            raise DeviceRemoved(())

        pupil.endpoint.heads = refuses  # type: ignore[method-assign,assignment]  # one call goes wrong
        with pytest.raises(DeviceRemoved):
            await pupil.round()
        assert pupil.here.standing is Standing.LIVE

    run(story())


def test_an_erased_circle_is_believed_when_a_steward_ordered_it(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        order = await sign_erase(mentor.crypto, mentor.vault.device, mentor.here.id, 20_710)
        await mentor.endpoint.erase(order)
        await pupil.round()
        place = pupil.here.store.kept.place
        assert (place.standing, place.day, place.by) == (Standing.ERASED, 20_710, mentor.id)
        assert not pupil.kept.all()
        forged = await sign_erase(parent.crypto, parent.vault.device, mentor.here.id, 20_710)
        endpoint.erased[mentor.here.id] = EraseSent(
            circle=forged.circle, day=forged.day, by=forged.by, sig=forged.sig
        )
        await parent.round()
        assert parent.here.standing is Standing.LIVE
        assert parent.here.health().alarms == {"erasure": 1}

    run(story())


def test_an_expired_circle_stays_on_the_device(run) -> None:
    async def story() -> None:
        endpoint, pupil, *_ = await family()
        await pupil.write("here")
        endpoint.expired.add(pupil.here.id)
        await pupil.round()
        assert pupil.here.standing is Standing.EXPIRED
        assert pupil.read() == "here"
        assert pupil.kept.all(), "its keys stay"

    run(story())
