"""Taps on Today in Chromium, with a school year behind the pupil: until repainted, and until on the disk.

A tap begins when the finger is lifted. Repainted: the canvas shows a picture that came after the change was
told to screen readers. Durable: the strict IndexedDB transaction of that change has completed. The rival is
the same app in the plain shape of `flet publish`.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from app.make.places import BUILD, SITE
from app.make.site import build
from bench.chromium_profile import browser, fresh_profile
from bench.plain_publish import plain_publish
from bench.school_year import TICKS, step_title
from bench.serving import served
from bench.table import Goal, Row, show
from services.planner.words import StepView
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

TAPS = 60
BETWEEN_TAPS_MS = 250
WORDS = sentences_in(Language.ENGLISH)
NOW = WORDS.today.step.name_now
DONE = WORDS.today.step.name_done
DURABLE = (Path(__file__).parent / "in_browser" / "durable.js").read_text()


@dataclass
class Taps:
    """Units: milliseconds after the finger was lifted; `opened` after the page was asked for."""

    opened: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    durable: list[float] = field(default_factory=list)


class Today:
    """The pupil's Today in one page."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        page.goto(f"{address}/#/today", wait_until="commit")
        self.opened_ms: float = page.evaluate("(name) => eye.seen(name)", NOW.format(title=step_title(1)))[
            "at"
        ]
        # Ours is called worker.js, that of the plain shape python-worker.js.
        self._python = next(worker for worker in page.workers if worker.url.endswith("worker.js"))
        self._python.evaluate(DURABLE)

    def tap(self, name: str, taps: Taps, gone: str = "") -> None:
        """Taps what has this name, and waits until `gone` (or else the name) is no more."""
        page, python = self._page, self._python
        page.wait_for_timeout(BETWEEN_TAPS_MS)
        place = page.evaluate("(name) => eye.seen(name)", name)
        page.evaluate("(name) => { eye.answer = eye.repainted(name); }", gone or name)
        python.evaluate("awaitDurable()")
        page.touchscreen.tap(place["x"], place["y"])
        seen = page.evaluate("eye.answer")
        taps.told.append(seen["told"])
        taps.painted.append(seen["painted"])
        taps.durable.append(python.evaluate("durable") - seen["up"])


def _tick_and_take_back(today: Today, taps: Taps) -> None:
    """The large card of now, and the way back that is offered after it."""
    first, second = (NOW.format(title=step_title(number)) for number in (1, 2))
    for _ in range(TAPS // 2):
        today.tap(first, taps)
        today.tap(WORDS.words.undo, taps, gone=second)


def _tick_and_untick(today: Today, taps: Taps) -> None:
    """Cards of the list."""
    first, done = NOW.format(title=step_title(1)), DONE.format(title=step_title(1))
    for _ in range(TAPS // 2):
        today.tap(first, taps)
        today.tap(done, taps)


def _measured(playwright: Playwright, address: str, view: StepView) -> Taps:
    taps = Taps()
    with fresh_profile() as profile:
        with browser(playwright, profile) as context:
            _live_a_year(context, address, view)
        with browser(playwright, profile) as context:
            today = Today(context.new_page(), address)
            taps.opened.append(today.opened_ms)
            (_tick_and_untick if view is StepView.ALL else _tick_and_take_back)(today, taps)
    return taps


def _live_a_year(context: BrowserContext, address: str, view: StepView) -> None:
    page = context.new_page()
    page.goto(f"{address}/bench/page.html")
    report = page.evaluate("([job, asked]) => doJob(job, asked)", ["seed", json.dumps({"view": view.value})])
    assert json.loads(report) == {"ticks": TICKS}, report


def main() -> None:
    """Measure and print."""
    build()
    plain = BUILD / "bench" / "plain"
    plain_publish(plain)
    with sync_playwright() as playwright:
        with served(SITE) as address:
            now, listed = (_measured(playwright, address, view) for view in (StepView.THREE, StepView.ALL))
        with served(plain, is_plain=True) as address:
            rival = _measured(playwright, address, StepView.THREE)
    show(
        f"Taps on Today in Chromium with {TICKS:,} ticks, {TAPS} taps each",
        "ms",
        [
            Row("plain flet publish, now card: tap to repainted", rival.painted),
            Row("plain flet publish, now card: tap to durable", rival.durable),
            Row("now card: tap to repainted", now.painted, rival.painted, Goal("ratio", 1.0)),
            Row("now card: tap to durable", now.durable, rival.durable, Goal("ratio", 1.0)),
            Row("now card: tap to repainted, by itself", now.painted, goal=Goal("p95", 100)),
            Row("now card: tap to durable, by itself", now.durable, goal=Goal("p95", 200)),
            Row("list: tap to repainted", listed.painted, goal=Goal("p95", 100)),
            Row("list: tap to durable", listed.durable, goal=Goal("p95", 200)),
            Row("  now card: tap to screen reader", now.told),
            Row("  list: tap to screen reader", listed.told),
            Row("  first visit's opening with this year", now.opened + listed.opened),
        ],
    )


if __name__ == "__main__":
    main()
