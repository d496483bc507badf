"""A vault on a device in memory, its copies, and every model about them."""

from services.desk.answers import NewLock
from services.desk.bringing_back import bring_back_anew
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.vault_state import LockKind
from tests.vault.copying import say_who
from tests.vault.homes import tick
from tests.views.lock.locked_house import LockedHouse
from tests.views.lock.quick_crypto import QuickCrypto
from views.copies.bring_back_model import BringBackModel
from views.copies.copies_model import CopiesModel
from views.copies.copies_rooms import CopiesRooms
from views.copies.export_words import export_words
from views.copies.keep_copy_model import KeepCopyModel, Ready
from views.copies.take_all_model import TakeAllModel
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

WORDS = "four otters under the bridge"


def ticked_day(step: str, day: str = "2026-09-14") -> list[Change]:
    """A tick on a day that somebody made."""
    return [Change(RecordId(f"day:{day}"), "day", "_new", "day"), tick(step, day)]


class CopyingHouse(LockedHouse):
    """What the models ask of the app, with hands on everything."""

    def __init__(self) -> None:
        super().__init__()
        self.copies = Copies(self.vault, self.store, QuickCrypto(), lambda: self.clock_ms)
        self.rooms = CopiesRooms(
            self,
            lambda: self.happened.append("changed"),
            lambda: export_words(sentences_in(Language.ENGLISH), Language.ENGLISH, "Europe/London"),
            actions=self.actions,
            now_ms=lambda: self.clock_ms,
            zone="Europe/London",
            is_web=False,
            has_key_store=False,
        )

    async def bring_back(self, backup: Backup, lock: NewLock | None) -> str | None:
        if lock is None:
            await self.copies.bring_back(backup)
            return None
        card = await bring_back_anew(self.vault, self.copies, backup, lock, has_key_store=False)
        return None if card is None else card.printed()

    async def begun(self, kind: LockKind = LockKind.NONE, secret: str | None = None) -> None:
        """Sam's planner with one tick, open."""
        await self.vault.create(kind, secret)
        journal = await self.vault.add_planner()
        await say_who(self.vault, journal)
        await journal.write(ticked_day("s1"))

    async def copy(self) -> bytes:
        """A file that was kept."""
        return await self.copies.make(WORDS)

    @property
    def keep(self) -> KeepCopyModel:
        return self.rooms.keep

    @property
    def take(self) -> TakeAllModel:
        return self.rooms.take

    @property
    def bring(self) -> BringBackModel:
        return self.rooms.bring

    @property
    def hub(self) -> CopiesModel:
        return self.rooms.hub

    async def keeps(self) -> bytes:
        """Walks through keeping a copy."""
        self.keep.begin()
        await self.settle()
        for _ in range(2):
            self.keep.secret.write(WORDS)
            self.keep.secret.submit()
        await self.settle()
        assert isinstance(self.keep.state, Ready)
        return self.keep.state.content

    async def looks_inside(self, raw: bytes, words: str = WORDS) -> None:
        """Walks to what is inside a copy."""
        self.bring.begin()
        await self.settle()
        self.bring.picked(raw)
        await self.settle()
        self.bring.secret.write(words)
        self.bring.secret.submit()
        await self.settle()
