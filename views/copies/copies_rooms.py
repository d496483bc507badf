"""The models of everything about copies, made together and forgotten together."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from services.desk.answers import NewLock
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.vault import Vault
from views.action import Actions
from views.copies.bring_back_model import BringBackModel
from views.copies.copies_model import CopiesModel
from views.copies.keep_copy_model import KeepCopyModel
from views.copies.take_all_model import TakeAllModel

if TYPE_CHECKING:
    from services.paper.export_words import ExportWords


class CopiesKeeper(Protocol):
    """What copies ask of the household."""

    @property
    def vault(self) -> Vault: ...

    @property
    def copies(self) -> Copies: ...

    async def bring_back(self, backup: Backup, lock: NewLock | None) -> str | None: ...


class CopiesRooms:
    """`on_changed` goes to the planner of now; `words` are those of an export in the language of now."""

    def __init__(
        self,
        keeper: CopiesKeeper,
        on_changed: Callable[[], None],
        words: "Callable[[], ExportWords]",
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
        has_key_store: bool,
    ) -> None:
        vault, copies = keeper.vault, keeper.copies
        self.hub = CopiesModel(vault, copies, on_changed, zone=zone, actions=actions)
        self.keep = KeepCopyModel(vault, copies, actions=actions, now_ms=now_ms, zone=zone)
        self.take = TakeAllModel(vault, words, actions=actions, now_ms=now_ms, zone=zone)
        self.bring = BringBackModel(
            vault,
            copies,
            keeper.bring_back,
            on_changed,
            actions=actions,
            now_ms=now_ms,
            zone=zone,
            is_web=is_web,
            has_key_store=has_key_store,
        )
