"""One tick durable in Chromium with a school year behind it: our vault beside TinyDB in the browser's Python.

tinydb-encrypted-jsonstorage has no part here: its cipher has no build for the browser.
"""

import json
import os
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from app.make.places import SITE
from app.make.site import build
from bench.chromium_profile import browser, fresh_profile
from bench.commits import DAYS, STEPS
from bench.serving import served
from bench.table import Goal, Row, show

ROUNDS = int(os.environ.get("FIRSTBELL_ROUNDS", "5")) * 30


def _measured(playwright: Playwright, address: str, profile: Path) -> dict[str, list[float]]:
    with browser(playwright, profile) as context:
        page = context.new_page()
        page.goto(f"{address}/bench/page.html")
        asked = ["commits_here", json.dumps({"rounds": ROUNDS})]
        times: dict[str, list[float]] = json.loads(page.evaluate("(job) => doJob(...job)", asked))
    return times


def main() -> None:
    """Measure and print."""
    build()
    with sync_playwright() as playwright, served(SITE) as address, fresh_profile() as profile:
        times = _measured(playwright, address, profile)
    mine = times["ours"]
    show(
        f"One tick durable in Chromium, {DAYS * STEPS} ticks behind it, {ROUNDS} rounds in turn",
        "milliseconds",
        [
            Row("our vault", mine, goal=Goal("p95", 40)),
            Row("TinyDB JSONStorage, gone with the tab", times["file"]),
            Row("our vault, beside it", mine, times["file"]),
            Row("TinyDB's JSON kept in IndexedDB, not encrypted", times["kept"]),
            Row("our vault, beside it", mine, times["kept"]),
            Row("a document a tick: JSONStorage", times["file of ticks"]),
            Row("our vault, beside it", mine, times["file of ticks"]),
            Row("a document a tick: JSON kept in IndexedDB", times["kept ticks"]),
            Row("our vault, beside it", mine, times["kept ticks"]),
        ],
    )


if __name__ == "__main__":
    main()
