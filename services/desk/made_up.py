"""A made-up pupil to look around with: a real planner in a real vault, in memory, gone with the tab."""

from collections.abc import Callable
from datetime import timedelta

from services.crypto.port import Crypto
from services.desk import made_up_story
from services.desk.made_up_story import Cast
from services.desk.made_up_words import MadeUpTarget, MadeUpWords
from services.desk.pupil import PupilDesk
from services.planner.ids import PersonId, TargetId, new_id
from services.planner.planner_day import part_now, planner_day
from services.planner.words import AgeBand, ContactKind, Part, Role
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

LEAVE_AT_MINUTE = 8 * 60 + 10
GOAL = 8
REVIEW_IN_DAYS = 4


async def made_up_planner(
    role: Role,
    crypto: Crypto,
    random: Callable[[int], bytes],
    now_ms: Callable[[], int],
    zone: str,
    words: MadeUpWords,
) -> tuple[Vault, Journal]:
    """The planner of a pupil who does not exist, with four weeks behind it, on a device of this role.

    Nothing of it is kept.
    """
    vault = Vault(MemoryStore(), MemoryKeystore(random), crypto, now_ms)
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner(role=role)
    device_by_role = {**made_up_story.DEVICE_BY_ROLE, role: vault.device_hex}
    desk = PupilDesk(journal, Role.PUPIL, device_by_role[Role.PUPIL], random, now_ms)
    await desk.begin(words.name, "otter", AgeBand.FROM_8_TO_11, zone, tuple(Part), LEAVE_AT_MINUTE)
    await _name_the_people(desk, words)
    for routine in desk.planner.routines:
        await desk.change_routine(routine.id, days=range(7))  # whoever looks around on a Saturday sees a day
    targets = (
        await _target(desk, words.getting_up, "alarm_clock"),
        await _target(desk, words.staying_in, "classroom"),
    )
    assert desk.planner.me is not None
    cast = Cast(desk.planner.me.id, PersonId(new_id(random)), PersonId(new_id(random)))
    today, now = planner_day(now_ms(), desk.zone), part_now(now_ms(), desk.zone)
    # Past the desk: two of the three voices are those of adults, whose desks are not here.
    await journal.write(
        [
            *made_up_story.adults(cast, words, device_by_role),
            *made_up_story.days(cast, desk.planner.routines, today, now),
            *made_up_story.ratings(cast, targets, words, today),
        ]
    )
    desk.close()
    return vault, journal


async def _target(desk: PupilDesk, about: MadeUpTarget, picture: str) -> TargetId:
    review_on = planner_day(desk.now_ms(), desk.zone) + timedelta(days=REVIEW_IN_DAYS)
    return await desk.add_target(about.words, picture, about.next_step, about.helpers, review_on, GOAL)


async def _name_the_people(desk: PupilDesk, words: MadeUpWords) -> None:
    names = {ContactKind.KEY_ADULT: words.key_adult_name, ContactKind.FAMILY: words.carer_name}
    for contact in desk.planner.contacts:
        if contact.kind in names:
            await desk.change_contact(contact.id, name=names[contact.kind])
