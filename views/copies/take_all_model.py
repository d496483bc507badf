"""Taking everything along: asked again, then a page, a table and a file for a computer stand ready."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from services.desk.glance import name_in
from services.planner.errors import FirstbellError
from services.planner.ids import PlannerId
from services.planner.planner import read_planner
from services.vault.vault import Vault
from views.action import Actions
from views.copies.holds import names_in
from views.copies.moments import local
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel

if TYPE_CHECKING:
    from services.paper.export_words import ExportWords


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`TakeAllModel.ask` asks."""


@dataclass(frozen=True, slots=True)
class Writing:
    """It is being written down."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """It could not be written. Shape: `error` is a code of services/planner/errors.py."""

    error: str


@dataclass(frozen=True, slots=True)
class Written:
    """The three files. Privacy: in plain text; never printed. Shape: `day` is 2026-09-14."""

    page: bytes = field(repr=False)
    table: bytes = field(repr=False)
    machine: bytes = field(repr=False)
    day: str
    names: tuple[str, ...] = field(repr=False)


TakeAllState = AskingAgain | Writing | Stopped | Written


class TakeAllModel(LiveModel[TakeAllState]):
    """`words` gives those of the language that is spoken now. `only` is the one planner to take."""

    def __init__(
        self,
        vault: Vault,
        words: "Callable[[], ExportWords]",
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
        only: PlannerId | None = None,
    ) -> None:
        super().__init__(AskingAgain())
        self._vault = vault
        self._only = only
        self._words = words
        self._actions = actions
        self._now_ms = now_ms
        self._zone = zone
        self.ask = AskAgainModel(vault, self._write, actions=actions, now_ms=now_ms, zone=zone)

    def begin(self) -> None:
        """From the beginning; what was written before is forgotten."""
        self.become(AskingAgain())
        self.ask.begin()

    def forget(self) -> None:
        """Nothing of it stays in memory."""
        self.become(AskingAgain())

    def _write(self) -> None:
        self.become(Writing())
        self._actions.start("copies.take", self._written, self._stop)

    async def _written(self) -> None:
        # Writing everything down needs modules that no start waits for.
        from services.paper.export_csv import export_csv
        from services.paper.export_json import export_json
        from services.paper.export_page import export_page
        from services.paper.exported import ExportedPlanner

        device_hex, words, now_ms = self._vault.device_hex, self._words(), self._now_ms()
        planners = [
            ExportedPlanner(
                one.kind,
                one.role,
                one.made_ms,
                one.records,
                read_planner(one.records, device_hex),
                name_in(self._vault, PlannerId(one.planner_id)),
            )
            for one in self._vault.journals()
            if self._only in (None, one.planner_id)
        ]
        today = local(now_ms, self._zone).date()
        self.become(
            Written(
                export_page(planners, words, today),
                export_csv(planners, words),
                export_json(planners, now_ms),
                today.isoformat(),
                names_in(self._vault, self._only),
            )
        )

    def _stop(self, error: FirstbellError) -> None:
        self.become(Stopped(error.code))
