"""Beginning a planner: the answers of set-up become a vault with a planner and routines in it."""

from collections.abc import Callable
from typing import TypeAlias

from services.crypto.recovery_card import RecoveryCard
from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.desk.family import FamilyDesk
from services.desk.mentor import MentorDesk
from services.desk.pupil import PupilDesk
from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.vault.journal import Journal
from services.vault.vault import Vault
from services.vault.vault_state import Absent, LockKind

Random = Callable[[int], bytes]
Clock = Callable[[], int]
AnyDesk: TypeAlias = PupilDesk | FamilyDesk | MentorDesk

SHARED, CASELOAD = "shared", "caseload"
"""The kinds of journal: a pupil's planner, and what only the devices of one mentor share."""


def desk_for(journal: Journal, device_hex: str, random: Random, now_ms: Clock) -> AnyDesk:
    """The desk of the role that this device has in a planner."""
    match journal.role:
        case Role.PUPIL:
            return PupilDesk(journal, Role.PUPIL, device_hex, random, now_ms)
        case Role.PARENT:
            return FamilyDesk(journal, Role.PARENT, device_hex, random, now_ms)
        case Role.MENTOR:
            return MentorDesk(journal, Role.MENTOR, device_hex, random, now_ms)


async def make_vault(vault: Vault, role: Role, lock: NewLock, *, has_key_store: bool) -> RecoveryCard | None:
    """A vault with no planner yet, and for a mentor with a caseload; left open.

    A vault that is open and empty is a set-up that was cut off; it makes room. `has_key_store`: the system
    itself keeps this device's secret; without it a mentor's vault needs a lock.
    Errors: InputRejected("lock"); InputRejected("vault") where there is one; those of `Vault.create`.
    """
    if role is Role.MENTOR and lock.kind is LockKind.NONE and not has_key_store:
        raise InputRejected("lock", "a mentor needs one here")
    if vault.is_open and not any(journal.records for journal in vault.journals()):
        await vault.erase()
    if not isinstance(await vault.look(), Absent):
        raise InputRejected("vault", "there is one already")
    is_adult = role is not Role.PUPIL
    try:
        card = await vault.create(lock.kind, lock.secret, lock.with_card, is_adult)
        if role is Role.MENTOR:
            await vault.add_planner(CASELOAD, Role.MENTOR)
    except FirstbellError:
        await vault.erase()
        raise
    return card


async def begin_planner(
    vault: Vault, pupil: PupilAnswers, adult: AdultAnswers | None, *, random: Random, now_ms: Clock
) -> AnyDesk:
    """One more planner in an open vault, all of it or nothing; `adult` None: the pupil sits here.

    Errors: InputRejected for an answer that cannot be used; those of `Vault.add_planner`.
    """
    journal = await vault.add_planner(SHARED, Role.PUPIL if adult is None else adult.role)
    desk = desk_for(journal, vault.device_hex, random, now_ms)
    try:
        if isinstance(desk, PupilDesk):
            await desk.begin(
                pupil.name, pupil.picture, pupil.age_band, pupil.zone, pupil.packs, pupil.leave_at_minute
            )
        else:
            assert adult is not None, "only an adult's answers give an adult's desk"
            await desk.begin_for(pupil, adult.name, adult.picture)
    except FirstbellError:
        desk.close()
        await vault.remove_planner(journal)
        raise
    return desk


async def set_up(
    vault: Vault,
    pupil: PupilAnswers,
    adult: AdultAnswers | None,
    lock: NewLock,
    *,
    has_key_store: bool,
    random: Random,
    now_ms: Clock,
) -> tuple[AnyDesk, RecoveryCard | None]:
    """A vault and its first planner, or nothing: after an error there is no vault, as before.

    Errors: as `make_vault` and `begin_planner`. Erasing takes the device's settings along: whoever calls
    saves them again.
    """
    role = Role.PUPIL if adult is None else adult.role
    card = await make_vault(vault, role, lock, has_key_store=has_key_store)
    try:
        return await begin_planner(vault, pupil, adult, random=random, now_ms=now_ms), card
    except FirstbellError:
        await vault.erase()
        raise


async def set_up_pupil(
    vault: Vault, answers: PupilAnswers, lock: NewLock, *, random: Random, now_ms: Clock
) -> tuple[PupilDesk, RecoveryCard | None]:
    """The same on a pupil's own device, which may always be without a lock."""
    desk, card = await set_up(vault, answers, None, lock, has_key_store=False, random=random, now_ms=now_ms)
    assert isinstance(desk, PupilDesk), "without an adult the pupil sits here"
    return desk, card
