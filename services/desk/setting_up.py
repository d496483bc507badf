"""Beginning a pupil's planner: the answers of set-up become a vault with a planner and routines in it."""

from collections.abc import Callable

from services.crypto.recovery_card import RecoveryCard
from services.desk.answers import NewLock, PupilAnswers
from services.desk.pupil import PupilDesk
from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.vault.vault import Vault
from services.vault.vault_state import Absent

__all__ = ["NewLock", "PupilAnswers", "set_up_pupil"]


async def set_up_pupil(
    vault: Vault,
    answers: PupilAnswers,
    lock: NewLock,
    *,
    random: Callable[[int], bytes],
    now_ms: Callable[[], int],
) -> tuple[PupilDesk, RecoveryCard | None]:
    """All of it, or nothing: after an error there is no vault, as before.

    A vault that is open and empty is a set-up that was cut off; it makes room. Errors: InputRejected where
    there is a planner already, or for an answer that cannot be used; VaultReadOnly; StorageFull,
    StorageUnavailable. Erasing takes the device's settings along: whoever calls saves them again.
    """
    if vault.is_open and not any(journal.records for journal in vault.journals()):
        await vault.erase()
    if not isinstance(await vault.look(), Absent):
        raise InputRejected("vault", "there is one already")
    try:
        card = await vault.create(lock.kind, lock.secret, lock.with_card)
        journal = await vault.add_planner(role=Role.PUPIL)
        desk = PupilDesk(journal, Role.PUPIL, vault.device_hex, random, now_ms)
        await desk.begin(
            answers.name,
            answers.picture,
            answers.age_band,
            answers.zone,
            answers.packs,
            answers.leave_at_minute,
        )
    except FirstbellError:
        await vault.erase()
        raise
    return desk, card
