"""A parent's and a mentor's desk over one planner that a parent began, on a real vault in memory."""

from dataclasses import dataclass

from services.crypto.choose import crypto_here
from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.desk.family import FamilyDesk
from services.desk.mentor import MentorDesk
from services.desk.pupil import PupilDesk
from services.desk.setting_up import set_up
from services.planner.ids import PersonId, StepId
from services.planner.words import AgeBand, Part, Role
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.desk.room import NOW_MS

PACKS = (Part.MORNING, Part.EVENING)
SAM = PupilAnswers("Sam", "fox", AgeBand.FROM_8_TO_11, "Europe/London", PACKS, 8 * 60 + 10)
JO = AdultAnswers(Role.PARENT, "Jo", "cat")
ALI = AdultAnswers(Role.MENTOR, "Ms Ali", "owl")
PUPILS_PHONE, PUPILS_TABLET, MENTORS_DEVICE = ("0" * 31 + letter for letter in "abc")


@dataclass
class FamilyRoom:
    """The parent's device; the others' desks write into the same journal, as if it had come from theirs."""

    store: MemoryStore
    keystore: MemoryKeystore
    vault: Vault
    desk: FamilyDesk

    def step(self, starter: str) -> StepId:
        """The step that began as this starter."""
        every = (step for routine in self.desk.planner.routines for step in routine.steps)
        return next(step.id for step in every if step.starter == starter)

    async def sam_joins(
        self, name: str = "Sam", device: str = PUPILS_PHONE, person: PersonId | None = None
    ) -> PupilDesk:
        """The pupil arrives on a device of their own."""
        desk = PupilDesk(self.vault.journals()[0], Role.PUPIL, device, crypto_here().random, lambda: NOW_MS)
        await desk.arrive(name, "fox", AgeBand.FROM_8_TO_11, person)
        return desk

    async def mentor_joins(self) -> MentorDesk:
        """A mentor arrives."""
        desk = MentorDesk(
            self.vault.journals()[0], Role.MENTOR, MENTORS_DEVICE, crypto_here().random, lambda: NOW_MS
        )
        await desk.arrive("Ms Ali", "owl")
        return desk


def fresh_vault(store: MemoryStore, keystore: MemoryKeystore) -> Vault:
    """The vault as the app finds it when it starts."""
    return Vault(store, keystore, crypto_here(), lambda: NOW_MS)


async def family_room() -> FamilyRoom:
    """Jo has begun with Sam, who has not joined."""
    store, keystore = MemoryStore(), MemoryKeystore(crypto_here().random)
    vault = fresh_vault(store, keystore)
    desk, _ = await set_up(
        vault,
        SAM,
        JO,
        NewLock(LockKind.NONE),
        has_key_store=False,
        random=crypto_here().random,
        now_ms=lambda: NOW_MS,
    )
    assert isinstance(desk, FamilyDesk)
    return FamilyRoom(store, keystore, vault, desk)
