"""The notes beside a planner when a mentor hands it over to a colleague."""

import pytest

from services.planner.errors import InputRejected
from services.planner.ids import PersonId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.handing_over import HandingOver
from services.sync.membership import Membership
from services.sync.pairing_port import Guest
from tests.sync.notes_beside import STAFF, notebook, notes, planner, standing, writes
from tests.sync.shared_house import SharedHouse, lets_in
from tests.sync.test_membership import rounds, says_who

pytestmark = pytest.mark.feature("S3")


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
