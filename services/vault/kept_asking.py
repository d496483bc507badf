"""What the key file keeps of a join by a letter, until somebody has said yes or it is given up.

    "asking"   {"join": as in services/sync/pairing_kept.py, "me": whoever asks, as they said}

It stands there because whoever asks may have no planner yet. It goes with the keys of the device that asked.
"""

from collections.abc import Mapping

from services.crypto.canonical import Json
from services.planner.errors import VaultDamaged
from services.vault.vault import Vault

ASKING = "asking"


class KeptAsking:
    """The one join of an open vault that waits. Privacy: holds its secrets, and a nickname.

    Errors of every method: VaultLocked; of those that change: VaultReadOnly, StorageFull, StorageUnavailable.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def now(self) -> Mapping[str, Json] | None:
        """What is kept; None where nothing waits."""
        kept = self._vault.body.get(ASKING)
        if kept is not None and not isinstance(kept, Mapping):
            raise VaultDamaged(ASKING)
        return kept

    async def keep(self, join: Mapping[str, Json], me: Json) -> None:
        """Keeps this join, in place of one that waited before."""
        async with self._vault.turn:
            kept: dict[str, Json] = {"join": dict(join), "me": me}
            if self.now() != kept:
                await self._vault.become({**self._vault.body, ASKING: kept})

    async def forget(self) -> None:
        """Nothing waits any more."""
        async with self._vault.turn:
            if self.now() is not None:
                body = {name: value for name, value in self._vault.body.items() if name != ASKING}
                await self._vault.become(body)
