"""How the tables of an older app become those of this one.

A migration is a pure function from tables to tables, forward only. It touches the local layout and never
an edit. Before the first write of a newer schema the file of before is kept as `<file>.v<old>.bak`, for
seven days. Every version that was ever released keeps a fixture in tests/vectors/vault/.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from services.planner.errors import VaultFromNewerVersion
from services.vault.storage import Tables

KEPT_FOR_MS: Final = 7 * 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Schema:
    """The version this app writes, and the step from each version before it, in order from 1."""

    version: int
    migrations: tuple[Callable[[Tables], Tables], ...]

    def __post_init__(self) -> None:
        assert len(self.migrations) == self.version - 1

    def check(self, version: int) -> None:
        """Returns only for tables that this app can read. Errors: VaultFromNewerVersion."""
        if version > self.version:
            raise VaultFromNewerVersion(f"schema {version}")

    def migrated(self, tables: Tables, version: int) -> Tables:
        """The tables of an older version, as this version has them."""
        self.check(version)
        for step in self.migrations[version - 1 :]:
            tables = step(tables)
        return tables


CURRENT: Final = Schema(version=1, migrations=())
