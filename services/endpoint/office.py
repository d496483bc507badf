"""What every call works with, in one place."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from services.crypto.native import NativeCrypto
from services.crypto.port import Crypto
from services.endpoint.bell import Bell
from services.endpoint.chains import Chains
from services.endpoint.days import day_of
from services.endpoint.limits import Rate
from services.endpoint.metrics import Metrics
from services.endpoint.remembered import Remembered
from services.endpoint.rows import Device, Meta, Store
from services.endpoint.settings import Settings

INCARNATION = "incarnation"
SECRET = "secret"  # noqa: S105  the name of a row
_SECRET_BYTES = 32
_INCARNATION_BYTES = 8
_SIGNED_IN = 20_000


def clock_ms() -> int:
    """The machine's clock."""
    return time.time_ns() // 1_000_000


@dataclass(kw_only=True)
class Office:
    """The store and what stands around it. `open` it before the first call."""

    store: Store
    settings: Settings = field(default_factory=Settings)
    now_ms: Callable[[], int] = clock_ms
    random: Callable[[int], bytes] = os.urandom
    crypto: Crypto = field(default_factory=NativeCrypto)
    chains: Chains = field(default_factory=Chains)
    signed_in: Remembered[bytes, tuple[Device, int]] = field(default_factory=lambda: Remembered(_SIGNED_IN))
    bell: Bell = field(default_factory=Bell)
    metrics: Metrics = field(default_factory=Metrics)
    incarnation: str = ""
    secret: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        chosen, now_ms = self.settings, self.now_ms
        self.sync_rate = Rate(chosen.sync_per_minute, chosen.sync_burst, now_ms)
        self.host_rate = Rate(chosen.host_per_minute, chosen.host_burst, now_ms)
        self.token_rate = Rate(chosen.token_per_minute, chosen.token_per_minute, now_ms)
        self.address_rate = Rate(chosen.token_per_minute_address, chosen.token_per_minute_address, now_ms)
        an_hour = chosen.pairing_per_hour_org
        self.pairing_rate = Rate(an_hour / 60, an_hour, now_ms)
        an_hour = chosen.pairing_per_hour_address
        self.joining_rate = Rate(an_hour / 60, an_hour, now_ms)

    @property
    def today(self) -> int:
        """The day of now."""
        return day_of(self.now_ms())

    async def open(self, *, is_restored: bool = False) -> None:
        """Opens the store and reads the endpoint's own values; a restored one gets a new incarnation."""
        await self.store.open()
        async with self.store.writing() as rows:
            new = Meta(INCARNATION, self.random(_INCARNATION_BYTES))
            await rows.add([new, Meta(SECRET, self.random(_SECRET_BYTES))], if_absent=True)
            if is_restored:
                await rows.change([new])
            kept = {meta.name: meta.value for meta in await rows.find(Meta)}
        self.incarnation = kept[INCARNATION].hex()
        self.secret = kept[SECRET]
