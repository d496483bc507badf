"""One suite of promises, kept over every store: in memory, on SQLite, on a real PostgreSQL."""

from collections.abc import Callable

import pytest

from services.endpoint.rows import Store
from tests.endpoint import (
    contract_erasing,
    contract_hosting,
    contract_people,
    contract_rounds,
    contract_snapshots,
)
from tests.endpoint.conftest import STORES
from tests.endpoint.house import opened

CHECKS = (
    contract_rounds.CHECKS
    | contract_hosting.CHECKS
    | contract_snapshots.CHECKS
    | contract_erasing.CHECKS
    | contract_people.CHECKS
)


@pytest.mark.parametrize("where", STORES)
@pytest.mark.parametrize("check", CHECKS)
def test_it_keeps_its_promises(run, make_store: Callable[[str], Store], where: str, check: str) -> None:
    store = make_store(where)

    async def story() -> None:
        async with opened(store) as house:
            await CHECKS[check](house)

    run(story())
