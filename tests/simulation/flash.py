"""The disk of a simulated device: it outlives the app, and keeps what was written when the power went."""

from services.vault.store_memory import MemoryStore
from tests.simulation.power import Power


class Flash(MemoryStore):
    """A `Store` in which an app may end before and after everything it asks for."""

    def __init__(self, power: Power, content_by_name: dict[str, bytes]) -> None:
        super().__init__(content_by_name)
        self._power = power

    async def read(self, name: str) -> bytes | None:
        await self._power.step()
        return await super().read(name)

    async def write(self, name: str, content: bytes) -> None:
        await self._power.step()
        await super().write(name, content)
        await self._power.step()

    async def delete(self, name: str) -> None:
        await self._power.step()
        await super().delete(name)
        await self._power.step()

    async def names(self) -> list[str]:
        await self._power.step()
        return await super().names()
