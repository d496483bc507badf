"""What an endpoint keeps about a device is told to that device, whole and in plain facts."""

import json

import pytest

from services.planner.errors import EndpointUnreachable
from services.sync.known import Asking
from services.sync.leaving import Leaving
from tests.sync.shared_house import ORIGIN
from tests.sync.test_membership import family, rounds


def test_a_device_hears_all_that_is_kept_about_it_and_nothing_of_what_it_wrote(run) -> None:
    async def story() -> None:
        async with family() as (_, mentor, pupil, parent):
            await rounds(pupil, mentor, parent)
            [known] = await Asking(mentor.sharing).ask()
            assert known.origin == ORIGIN
            assert (known.created, known.last_seen) == ("2026-09-14", "2026-09-14")
            [circle] = known.circles
            assert (circle.role, circle.is_steward) == ("mentor", True)
            assert circle.size > 1000
            whole = json.loads(known.file)
            assert set(whole) == {"device", "created", "last_seen", "circles", "recovers"}
            [of_pupil] = await Asking(pupil.sharing).ask()
            assert [(one.role, one.is_steward) for one in of_pupil.circles] == [("pupil", False)]

    run(story())


def test_who_shares_nothing_asks_nobody_and_no_network_is_said(run) -> None:
    async def story() -> None:
        async with family() as (_, _, pupil, _):
            pupil.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await Asking(pupil.sharing).ask()
            pupil.weather.is_offline = False
            await Leaving(pupil.sharing).leave(pupil.journal)
            assert await Asking(pupil.sharing).ask() == ()

    run(story())
