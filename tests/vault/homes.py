"""A device for tests: its store, keystore and clock outlive the app, which `vault()` starts anew."""

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.ports import Keystore, Store
from services.vault.schema import CURRENT, Schema
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault

SEPTEMBER_MS = 1_789_370_000_000


class Clock:
    """A clock that stands still until somebody moves it. Units: milliseconds since 1970."""

    def __init__(self, now_ms: int = SEPTEMBER_MS) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        return self.now_ms

    def pass_ms(self, ms: int) -> None:
        self.now_ms += ms


def seeded(seed: int) -> Callable[[int], bytes]:
    """Bytes that are the same in every run."""
    return random.Random(seed).randbytes  # noqa: S311  # a test wants to be repeatable


class QuickCrypto(NativeCrypto):
    """Real sealing; a stretching that costs nothing. `on_stretch` is called before each."""

    has_argon2id = False

    def __init__(self, seed: int = 7) -> None:
        super().__init__(seeded(seed))
        self.stretched = 0
        self.on_stretch: Callable[[], None] = lambda: None

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        self.stretched += 1
        self.on_stretch()
        return hashlib.sha256(salt + secret + iterations.to_bytes(4, "big")).digest()


@dataclass
class Home:
    """One device."""

    store: Store = field(default_factory=MemoryStore)
    keystore: Keystore = field(default_factory=lambda: MemoryKeystore(seeded(3)))
    clock: Clock = field(default_factory=Clock)
    crypto: QuickCrypto = field(default_factory=QuickCrypto)
    schema: Schema = CURRENT

    def vault(self) -> Vault:
        """The app as it starts."""
        return Vault(self.store, self.keystore, self.crypto, self.clock, self.schema)

    @property
    def memory(self) -> MemoryStore:
        """The store, where it is one in memory."""
        assert isinstance(self.store, MemoryStore)
        return self.store

    def damage(self, name: str, at: int = 60) -> None:
        """Flips one bit."""
        content = bytearray(self.memory.content_by_name[name])
        content[at] ^= 1
        self.memory.content_by_name[name] = bytes(content)


def tick(step: str = "s1", day: str = "2026-09-14", outcome: str = "done") -> Change:
    """A step of a day, ticked."""
    return Change(RecordId(f"day:{day}"), "day", f"t.{step}", [outcome, "person"])


def ticked(journal: Journal, day: str = "2026-09-14") -> set[str]:
    """The steps that a day has something for."""
    record = journal.records.get(RecordId(f"day:{day}"))
    return {name.removeprefix("t.") for name in record.fields} if record else set()
