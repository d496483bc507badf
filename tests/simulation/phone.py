"""A simulated device: what it keeps, its clock, and the app that runs on it or does not."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from random import Random
from typing import Any

from services.crypto.device_keys import DeviceKeys
from services.planner.ids import FileId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.vault.keystore_memory import MemoryKeystore
from tests.simulation.flash import Flash
from tests.simulation.power import Power


@dataclass
class Clock:
    """A device's clock. Units: `true_ms` tells the world's time; `error_ms` how far this one is from it."""

    true_ms: Any
    error_ms: int = 0

    def __call__(self) -> int:
        return max(0, self.true_ms() + self.error_ms)


class Keystore(MemoryKeystore):
    """A keystore that can be copied, as no real one can."""

    def copy(self) -> "Keystore":
        other = Keystore(self._random)
        other._secret, other.attempts = self._secret, self.attempts
        return other


@dataclass
class Phone:
    """One device from the day it is bought to the day it is lost.

    Shape: `waits_for` the circles that it shall be let into, `wants_out` those that its person leaves;
    `added_by` the device of its person that let it in, where no steward did.
    """

    name: str
    role: Role
    clock: Clock
    random: Random
    content: dict[str, bytes] = field(default_factory=dict)
    power: Power | None = None
    app: Any = None
    is_gone: bool = False
    crashes: int = 0
    keys: DeviceKeys | None = None
    running: int = 0
    file_by_circle: dict[str, FileId] = field(default_factory=dict)

    waits_for: set[str] = field(default_factory=set)
    wants_out: set[str] = field(default_factory=set)
    added_by: bytes = b""

    def __post_init__(self) -> None:
        self.keystore = Keystore(self.random.randbytes)

    @property
    def device_id(self) -> bytes:
        assert self.keys is not None
        return self.keys.id

    @property
    def kem_seed(self) -> bytes | None:
        return self.keys.kem.seed if self.keys else None

    @property
    def is_idle(self) -> bool:
        """Whether its app does nothing right now."""
        return self.running == 0

    @property
    def is_running(self) -> bool:
        return self.power is not None and self.power.is_on and self.app is not None

    def is_in(self, circle: str) -> bool:
        """Whether its app reads this circle."""
        return self.is_running and self.app.standing(circle) is Standing.LIVE

    def switch_on(self) -> Flash:
        """Power for a new run of the app, and the disk as it was left."""
        self.power = Power(self.random)
        return Flash(self.power, self.content)

    def switch_off(self) -> None:
        """The app ends without a word."""
        if self.power is not None and self.power.is_on:
            self.power.go_out()
            self.crashes += 1
        self.app = None

    def forget(self, circle: str) -> None:
        """The planner of this circle is no longer here."""
        self.file_by_circle.pop(circle, None)

    async def do(self, work: Coroutine[Any, Any, Any]) -> tuple[bool, Any]:
        """Runs work in the app; whether it came to its end, and with what."""
        if self.power is None or not self.power.is_on:
            work.close()
            return False, None
        power = self.power
        task = power.start(work)
        self.running += 1
        await asyncio.wait([task])
        self.running -= 1
        if task.cancelled():
            assert not power.is_on, "a live app cancelled its own work"
            if self.power is power:
                self.app = None
            return False, None
        return True, task.result()

    async def sync(self) -> bool:
        """One round with everybody, if the app runs."""
        return self.is_running and (await self.do(self.app.sync()))[0]
