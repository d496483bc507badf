"""Asks a browser for everything the native backend has to pass, and gives back its report."""

import json
import time
from typing import Any

from tests.browser.tab import Tab
from tests.crypto.browser.host import vector_page
from tests.crypto.published import PUBLISHED
from tests.crypto.vector_files import COUNTED_SEED, vector_file

PATIENCE_S = 240.0


def vectors_in(tab: Tab, sets: dict[str, Any]) -> Any:
    """The report of one browser. Errors: AssertionError with the browser's own traceback."""
    asked = {
        "published": {name: vector_file(name) for name in PUBLISHED},
        "sets": sets,
        "refusals": vector_file("key_file_refused"),
        "counted": vector_file("frozen"),
        "seed": COUNTED_SEED,
    }
    with vector_page(json.dumps(asked)) as address:
        tab.goto(address)
        until = time.monotonic() + PATIENCE_S
        while not (said := tab.evaluate("return window.report || ''")):
            assert time.monotonic() < until, "no report"
            time.sleep(0.1)
    report = json.loads(said)
    assert "broken" not in report, report["broken"]
    return report
