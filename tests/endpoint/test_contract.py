"""One suite for every store."""

from pathlib import Path

import pytest

from services.endpoint.store_memory import MemoryStore
from services.endpoint.store_sql import SqlStore
from tests.endpoint import contract_rounds
from tests.endpoint.house import opened

CHECKS = contract_rounds.CHECKS


@pytest.mark.parametrize("where", ["memory", "sqlite"])
@pytest.mark.parametrize("check", CHECKS)
def test_an_endpoint_keeps_its_promises(run, tmp_path: Path, where: str, check: str) -> None:
    async def story() -> None:
        store = MemoryStore() if where == "memory" else SqlStore(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
        async with opened(store) as house:
            await CHECKS[check](house)

    run(story())
