"""A mentor hands a pupil over to a colleague, and leaves."""

from collections.abc import Awaitable, Callable
from typing import Any

from app.syncing import LOOKING_MS
from services.sync.membership import Membership
from tests.journeys.app_stage import firstbell
from tests.journeys.tablet_and_phone import planner_in, two
from tests.journeys.test_together import TABLET, device, is_let_in, looks, makes_ticket, says_who, uses_code
from tests.journeys.ways import CANARY_NAME
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
SAID = sentences_in(Language.ENGLISH)


def test_a_mentor_hands_a_pupil_over_to_a_colleague_and_leaves(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            mentor, new = them.mentor, device(them.house)
            said = SAID.keeping.handing_over
            await mentor.go("/me")
            await mentor.tap(SAID.keeping.doors.hand_over)
            assert mentor.says(said.nobody)
            assert mentor.thing(said.now).is_off
            await mentor.tap("Let somebody in to ")
            code = await makes_ticket(mentor, "A mentor")
            async with firstbell(new.phone, *TABLET) as colleague:
                await colleague.tap("I'm a mentor")
                await uses_code(colleague, code)
                await says_who(colleague, "Mr Okoro")
                await is_let_in(mentor, them.tablet.phone, colleague, new.phone)
                await looks(mentor, them.tablet.phone, LOOKING_MS)
                await mentor.go("/hand-over")
                assert "Mr Okoro" in " ".join(mentor.texts())
                await mentor.tap(said.leaves)
                await mentor.tap(said.now)
                assert mentor.says("Mr Okoro looks after these pupils now. They are not on your devices")
                await mentor.tap(said.go_on)
                assert mentor.says("No pupils yet")
                await looks(colleague, new.phone, LOOKING_MS)
                sharing = colleague.sharing
                present = await Membership(sharing).present(planner_in(colleague))
                assert [(one.name, one.is_steward) for one in present] == [
                    (CANARY_NAME, False),
                    ("Mr Okoro", True),
                ]

    run(journey())
