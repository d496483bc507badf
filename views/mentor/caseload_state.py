"""What the list of pupils shows, as frozen values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from services.planner.case import Case
from services.planner.day_use import DayUse
from services.planner.ids import PlannerId
from services.planner.reason import Reason

# So few are seen at a glance; there is nothing to search.
A_HANDFUL = 6
ROWS_AT_ONCE = 36


class Order(StrEnum):
    """How the list is sorted."""

    NEED = "need"
    NAME = "name"
    MEETING = "meeting"


class Only(StrEnum):
    """What the list is narrowed to: the kinds of reasons, each under one word."""

    MEETING = "meeting"
    REVIEW = "review"
    NEW = "new"
    NOT_SYNCED = "not_synced"


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One pupil. Shape: `about` are the words of the target that the reason is about.

    Units: `last_sync_ms` milliseconds since 1970; None where nothing is synced. Privacy: no name is printed.
    """

    planner: PlannerId
    name: str = field(repr=False)
    picture: str
    case: Case
    strip: tuple[DayUse, ...]
    reason: Reason
    about: str = field(default="", repr=False)
    last_sync_ms: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Tools:
    """How the list is sorted and narrowed; `page` counts from 0."""

    order: Order = Order.NEED
    only: Only | None = None
    search: str = field(default="", repr=False)
    page: int = 0


@dataclass(frozen=True, slots=True)
class CaseloadState:
    """The list. Shape: `rows` are those on the screen; `found` of `total` pupils fit the tools."""

    today: date
    rows: tuple[CaseloadRow, ...]
    found: int
    total: int
    tools: Tools
    kinds: tuple[Only, ...]
    chosen: PlannerId | None
    is_read_only: bool

    @property
    def has_tools(self) -> bool:
        """Whether there are so many that searching helps."""
        return self.total > A_HANDFUL

    @property
    def pages(self) -> int:
        """How many screens of rows there are."""
        return max(1, -(-self.found // ROWS_AT_ONCE))
