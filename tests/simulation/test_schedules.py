"""L2: random schedules over the real client and the real endpoint, each ending with every promise.

A schedule is one seed, and the same in every run: `python -m tests.simulation.run SEED` tells it again.
"""

from pathlib import Path

import pytest

from tests.simulation.endpoint_apart import EndpointApart
from tests.simulation.story import Counted, tell

BUNDLES, EACH = 29, 50
OVER_SQLITE, EACH_OVER_SQLITE = 5, 10
FIRST_OVER_SQLITE = 1_000_000


@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_i1_to_i12_hold_in_every_schedule(bundle: int, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = range(bundle * EACH, (bundle + 1) * EACH)
    counted = sum((tell(seed) for seed in seeds), Counted())
    with capsys.disabled():
        print(f"\nseeds {seeds[0]} to {seeds[-1]}: {counted}", end=" ")


@pytest.mark.parametrize("bundle", range(OVER_SQLITE))
def test_i1_to_i12_hold_over_the_endpoints_own_database(
    bundle: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = FIRST_OVER_SQLITE + bundle * EACH_OVER_SQLITE
    counted = Counted()
    for seed in range(first, first + EACH_OVER_SQLITE):
        folder = tmp_path / str(seed)
        folder.mkdir()
        ends: list[EndpointApart] = []

        def there(*asked: object, folder: Path = folder, ends: list[EndpointApart] = ends) -> EndpointApart:
            ends.append(EndpointApart(*asked, folder=folder))  # type: ignore[arg-type]
            return ends[-1]

        try:
            counted += tell(seed, there)
        finally:
            for endpoint in ends:
                endpoint.close()
    with capsys.disabled():
        print(f"\nseeds {first} to {seed}, over SQLite: {counted}", end=" ")
