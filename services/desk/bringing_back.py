"""Bringing back a backup where no planner lives yet: a vault is made behind a lock, and filled."""

from services.crypto.recovery_card import RecoveryCard
from services.desk.answers import NewLock
from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.layout import META
from services.vault.vault import Vault
from services.vault.vault_state import Absent, LockKind


async def bring_back_anew(
    vault: Vault, copies: Copies, backup: Backup, lock: NewLock, *, has_key_store: bool
) -> RecoveryCard | None:
    """All of it, or nothing: after an error there is no vault, as before. Gives the card, if asked for.

    A vault that is open and empty is a set-up that was cut off; it makes room. `has_key_store` as in set-up.
    Errors: InputRejected("lock"); InputRejected("vault") where there is a planner; as `Vault.create` and
    `Copies.bring_back`. Erasing takes the device's settings along: whoever calls saves them again.
    """
    roles = {tables[META]["planner"]["role"] for tables in backup.planners}
    if Role.MENTOR in roles and lock.kind is LockKind.NONE and not has_key_store:
        raise InputRejected("lock", "a mentor needs one here")
    if vault.is_open and not vault.journals() and not copies.formers():
        await vault.erase()
    if not isinstance(await vault.look(), Absent):
        raise InputRejected("vault", "there is one already")
    try:
        card = await vault.create(lock.kind, lock.secret, lock.with_card, roles != {Role.PUPIL})
        await copies.bring_back(backup)
    except FirstbellError:
        await vault.erase()
        raise
    return card
