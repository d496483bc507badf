"""Schedules for an hour, or FIRSTBELL_SOAK_S seconds, each with a seed that nobody has run: `make soak`."""

import os
import time
from secrets import randbelow

import pytest

from tests.simulation.story import Counted, tell

AN_HOUR_S = 3600


@pytest.mark.long
def test_i1_to_i12_hold_for_an_hour(capsys: pytest.CaptureFixture[str]) -> None:
    until = time.monotonic() + float(os.environ.get("FIRSTBELL_SOAK_S", AN_HOUR_S))
    first = seed = 10_000_000 + randbelow(2**40)
    counted, found = Counted(), list[str]()
    while time.monotonic() < until:
        try:
            counted += tell(seed)
        except Exception as problem:  # noqa: BLE001  whatever it is, the seed is kept and the hour goes on
            found.append(f"seed {seed}: {type(problem).__name__}: {problem}")
        seed += 1
    with capsys.disabled():
        print(f"\nseeds {first} to {seed - 1}: {counted}")
        print("\n".join(found) or "nothing found")
    assert not found
