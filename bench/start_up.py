"""Start-up in Chromium: our build beside the plain `flet publish` shape of the same app.

Usable: the first door can be found by its accessible name, and has answered a tap. Cold is a browser that was
never here; warm is the next time it is opened, ours with its server gone, the plain one with its cache. Both
shapes take turns, each time with a profile of its own.
"""

import os
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from app.make.places import BUILD, SITE
from app.make.site import build
from bench.chromium_profile import browser, fresh_profile
from bench.plain_publish import plain_publish
from bench.serving import served
from bench.table import Goal, Row, show
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

ROUNDS = int(os.environ.get("FIRSTBELL_ROUNDS", "5"))
DOOR = sentences_in(Language.ENGLISH).first.pupil_door
GONE_SOON = """(name) => Promise.race([
  eye.gone(name), new Promise((done) => setTimeout(() => done(null), 300))
])"""
STILL_THERE = """(name) => {
  const there = eye.find(name)?.box;
  return there ? { x: there.x + there.width / 2, y: there.y + there.height / 2 } : null;
}"""
TAPS_AT_MOST = 100
# A browser writes its own cache in a while; our service worker keeps all for offline some time after opening.
WRITTEN = "() => new Promise((done) => setTimeout(done, 3000))"
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  for (let before = -1; ;) {
    const now = (await (await caches.open("firstbell-files")).keys()).length;
    if (now === before) return;
    before = now;
    await new Promise((done) => setTimeout(done, 1500));
  }
}"""


@dataclass
class Visits:
    """What was measured of one shape. Units: seconds from asking for the page; megabytes on the wire."""

    cold_found: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm_found: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    until_usable: list[float] = field(default_factory=list)
    whole_visit: list[float] = field(default_factory=list)


def _opened(context: BrowserContext, address: str) -> tuple[Page, float, float]:
    """A page of the app: when its door could be found, and when it had answered a tap."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    door = page.evaluate("(name) => eye.seen(name)", DOOR)
    place = door
    for _ in range(TAPS_AT_MOST):  # a page may be seen a moment before it listens, or stays where it is
        page.mouse.click(place["x"], place["y"])
        answered = page.evaluate(GONE_SOON, DOOR)
        if answered is not None:
            return page, door["at"] / 1000, answered / 1000
        place = page.evaluate(STILL_THERE, DOOR) or place
    raise TimeoutError("the door never answered")


def _sent_mb(address: str) -> float:
    with urllib.request.urlopen(f"{address}/bench/sent") as answer:  # noqa: S310  # our own server
        return int(answer.read()) / 1e6


def _two_visits(playwright: Playwright, visits: Visits, *, is_plain: bool) -> None:
    with fresh_profile() as profile:
        with served(BUILD / "bench" / "plain" if is_plain else SITE, is_plain=is_plain) as address:
            with browser(playwright, profile) as context:
                page, found, answered = _opened(context, address)
                visits.until_usable.append(_sent_mb(address))
                page.evaluate(WRITTEN if is_plain else KEPT)
                visits.whole_visit.append(_sent_mb(address))
                visits.cold_found.append(found)
                visits.cold.append(answered)
            if is_plain:
                _again(playwright, visits, profile, address)
        if not is_plain:
            _again(playwright, visits, profile, address)


def _again(playwright: Playwright, visits: Visits, profile: Path, address: str) -> None:
    with browser(playwright, profile) as context:
        _, found, answered = _opened(context, address)
        visits.warm_found.append(found)
        visits.warm.append(answered)


def main() -> None:
    """Measure and print."""
    build()
    plain_publish(BUILD / "bench" / "plain")
    ours, plain = Visits(), Visits()
    with sync_playwright() as playwright:
        for _ in range(ROUNDS):
            _two_visits(playwright, ours, is_plain=False)
            _two_visits(playwright, plain, is_plain=True)
    cold, warm = Goal("ratio", 0.7), Goal("ratio", 1.0)
    show(
        f"Start-up in Chromium until usable, {ROUNDS} browsers each",
        "seconds",
        [
            Row("cold, plain flet publish", plain.cold),
            Row("cold, ours", ours.cold, plain.cold, cold),
            Row("warm with its server, plain flet publish", plain.warm),
            Row("warm with no network, ours", ours.warm, plain.warm, warm),
            Row("  door found only, cold, plain", plain.cold_found),
            Row("  door found only, cold, ours", ours.cold_found, plain.cold_found),
            Row("  door found only, warm, plain", plain.warm_found),
            Row("  door found only, warm, ours", ours.warm_found, plain.warm_found),
        ],
    )
    show(
        "What a cold visit has the server send",
        "megabytes",
        [
            Row("until usable, plain flet publish", plain.until_usable),
            Row("until usable, ours", ours.until_usable, plain.until_usable),
            Row("whole visit, plain flet publish", plain.whole_visit),
            Row("whole visit with all for offline, ours", ours.whole_visit, plain.whole_visit),
        ],
    )


if __name__ == "__main__":
    main()
