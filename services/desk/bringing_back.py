"""Bringing back a backup where no planner lives yet: a vault is made behind a lock, and filled."""

from services.crypto.recovery_card import RecoveryCard
from services.desk.answers import NewLock
from services.planner.errors import FirstbellError, InputRejected
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.vault import Vault
from services.vault.vault_state import Absent


async def bring_back_anew(vault: Vault, copies: Copies, backup: Backup, lock: NewLock) -> RecoveryCard | None:
    """All of it, or nothing: after an error there is no vault, as before. Gives the card, if asked for.

    A vault that is open and empty is a set-up that was cut off; it makes room. Errors: InputRejected where
    there is a planner; as `Vault.create` and `Copies.bring_back`. Erasing takes the device's settings along:
    whoever calls saves them again.
    """
    if vault.is_open and not vault.journals():
        await vault.erase()
    if not isinstance(await vault.look(), Absent):
        raise InputRejected("vault", "there is one already")
    try:
        card = await vault.create(lock.kind, lock.secret, lock.with_card)
        await copies.bring_back(backup)
    except FirstbellError:
        await vault.erase()
        raise
    return card
