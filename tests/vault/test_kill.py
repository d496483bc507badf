"""A thousand `kill -9` at random moments while writing: nothing unreadable, nothing acknowledged lost."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS, NURSERIES = 1000, 2


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_thousand_sudden_ends_lose_nothing(tmp_path: Path) -> None:
    seed = int(os.environ.get("FIRSTBELL_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
    sys.stdout.write(f"FIRSTBELL_SEED={seed}\n")
    running = []
    for number in range(NURSERIES):
        folder = tmp_path / str(number)
        command = [sys.executable, "-W", "error", "-m", "tests.vault.kill_nursery"]
        arguments = [str(folder), str(seed + number), str(KILLS // NURSERIES)]
        running.append(subprocess.Popen([*command, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True))
    said = [nursery.communicate(timeout=600)[0] for nursery in running]
    assert [nursery.returncode for nursery in running] == [0] * NURSERIES
    counts = [json.loads(line) for line in said]
    sys.stdout.write(f"{counts}\n")
    for count in counts:
        assert count["kills"] == KILLS // NURSERIES
        assert count["acknowledged"] > count["kills"] // 4, "on a busy machine many ends come before a tick"
        assert (count["lost"], count["unreadable"], count["unasked"]) == (0, 0, 0)
