"""L2: random schedules over the real client and the real endpoint, each ending with every promise.

A schedule is one seed. `python -m tests.simulation.run SEED` tells what happened in it.
"""

import pytest

from tests.simulation.story import tell_many

BUNDLES, EACH = 29, 50


@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_i1_to_i12_hold_in_every_schedule(bundle: int, capsys: pytest.CaptureFixture[str]) -> None:
    counted = tell_many(range(bundle * EACH, (bundle + 1) * EACH))
    with capsys.disabled():
        print(f"\n{counted}", end="")
