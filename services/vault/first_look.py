"""What lies in a store, seen without a key and without a change."""

from typing import Literal

from services.planner.errors import VaultDamaged, VaultFromNewerVersion
from services.vault.open_planners import look_at_planners
from services.vault.ports import Store
from services.vault.schema import Schema
from services.vault.vault_files import is_empty
from services.vault.vault_lock import VaultLock
from services.vault.vault_state import Absent, Damaged, Locked, Newer


async def look_at_files(store: Store, lock: VaultLock, schema: Schema) -> Absent | Locked | Damaged | Newer:
    """Whether anybody has a vault here, and what it asks for. Errors: StorageUnavailable."""
    part: Literal["keys", "planner"] = "keys"
    try:
        locked = await lock.look()
        if locked is None:
            return Absent() if await is_empty(store) else Damaged(part)
        part = "planner"
        await look_at_planners(store, schema)
    except VaultFromNewerVersion:
        return Newer()
    except VaultDamaged:
        return Damaged(part)
    return locked
