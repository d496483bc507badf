"""Copies: the three ways, and what was put by when a copy was brought back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from services.planner.errors import FirstbellError
from services.vault.copies import Copies
from services.vault.former import Former
from services.vault.vault import Vault
from views.action import Actions
from views.live_model import LiveModel


class Said(StrEnum):
    """What was just done."""

    THROWN_AWAY = "thrown_away"


@dataclass(frozen=True, slots=True)
class CopiesState:
    """Shape: `formers` the latest first; `throwing` is asked about; `error` is a code of errors.py."""

    is_here: bool
    formers: tuple[Former, ...] = ()
    throwing: Former | None = None
    said: Said | None = None
    error: str | None = None


class CopiesModel(LiveModel[CopiesState]):
    """`on_changed` goes where the planner is now, after going back to what was put by."""

    def __init__(
        self, vault: Vault, copies: Copies, on_changed: Callable[[], None], *, actions: Actions, zone: str
    ) -> None:
        super().__init__(CopiesState(is_here=False))
        self._vault = vault
        self._copies = copies
        self._on_changed = on_changed
        self._actions = actions
        self.zone = zone

    def look(self) -> None:
        """What there is; each time somebody comes."""
        is_here = self._vault.is_open
        self.become(CopiesState(is_here, self._copies.formers() if is_here else ()))

    def go_back(self, former: Former) -> None:
        """Use that one again; what is here now is put by."""

        async def change() -> None:
            await self._copies.go_back(former)
            self._on_changed()

        self._start(change)

    def ask_to_throw(self, former: Former) -> None:
        """To the question whether it shall go."""
        self.become(replace(self.state, throwing=former, said=None, error=None))

    def keep_it(self) -> None:
        """It stays."""
        self.become(replace(self.state, throwing=None))

    def really_throw(self) -> None:
        """It shall go."""
        former = self.state.throwing
        if former is None:
            return
        self.keep_it()

        async def throw() -> None:
            await self._copies.throw_away(former)
            self.become(CopiesState(True, self._copies.formers(), said=Said.THROWN_AWAY))

        self._start(throw)

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self._actions.start("copies.formers", work, self._on_error)

    def _on_error(self, error: FirstbellError) -> None:
        self.become(replace(self.state, throwing=None, said=None, error=error.code))
