"""What the key file keeps of each circle: where it is, and the keys of its epochs.

    "circles"   {circle id: {"url", "file", "kind", "planner", "roster": hash of the latest,
                             "epochs": {epoch: key}}}

Ids, keys and hashes are base64url. A change writes both generations of the key file before it is reported
done, so that a circle that was left or erased opens from neither. What a log needs day by day is in `meta`.
"""

from collections.abc import Mapping

from services.crypto.canonical import Json
from services.crypto.device_keys import DeviceKeys
from services.planner.errors import VaultDamaged
from services.vault.kept_asking import ASKING
from services.vault.vault import Vault


class KeptCircles:
    """The circles in the key file of an open vault.

    Errors of every method: VaultLocked; of those that change: VaultReadOnly, StorageFull, StorageUnavailable.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @property
    def device(self) -> DeviceKeys:
        """The keys of this device."""
        return self._vault.device

    def all(self) -> Mapping[str, Json]:
        """Every circle by its id."""
        circles = self._vault.body.get("circles", {})
        if not isinstance(circles, Mapping):
            raise VaultDamaged("circles")
        return circles

    async def keep(self, circle: str, kept: Mapping[str, Json]) -> None:
        """Keeps this of a circle, in place of what was kept."""
        async with self._vault.turn:
            if self.all().get(circle) != kept:
                circles: dict[str, Json] = {**self.all(), circle: dict(kept)}
                await self._vault.become({**self._vault.body, "circles": circles})

    async def forget(self, circle: str) -> None:
        """Destroys the keys of a circle."""
        async with self._vault.turn:
            if circle in self.all():
                circles: dict[str, Json] = {id_: kept for id_, kept in self.all().items() if id_ != circle}
                await self._vault.become({**self._vault.body, "circles": circles})

    async def become(self, device: DeviceKeys) -> None:
        """Gives this device other keys; it is a member of nothing until it is invited."""
        async with self._vault.turn:
            circles: dict[str, Json] = {}
            kept = {name: value for name, value in self._vault.body.items() if name != ASKING}
            await self._vault.become({**kept, "circles": circles, "device": device.to_wire()})
