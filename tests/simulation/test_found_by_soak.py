"""What an hour of new seeds has found, each as a case of its own. The seed stands beside it."""

import asyncio

from services.planner.words import Role
from tests.simulation.households import invite, let_in
from tests.simulation.town import told, town


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
