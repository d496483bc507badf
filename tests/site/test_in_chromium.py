"""The web shell in a real browser: opening, not opening, the channel to the page, and a newer build."""

from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from app.make.service_worker import service_worker
from tests.browser.house import House

pytestmark = pytest.mark.browser
OPEN_MS = 120_000  # two busy cores
LISTEN = """() => {
  globalThis.channel = new BroadcastChannel("firstbell");
  globalThis.heard = [];
  channel.onmessage = ({ data }) => heard.push(data);
}"""


def opens(page: Page, house: House) -> None:
    page.goto(house.address, wait_until="commit")
    expect(page.locator("#opening")).to_have_count(0, timeout=OPEN_MS)


def wait_until(page: Page, question: str, times: int = 600) -> None:
    """Ask the page until the answer is yes. Our policy forbids Playwright's own way of it."""
    for _ in range(times):
        if page.evaluate(question):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {question}")


def test_it_opens_asks_nobody_else_and_says_nothing_in_the_console(page: Page, house: House) -> None:
    asked: list[str] = []
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    def see(request: Request) -> None:
        asked.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.context.on("request", see)
    opens(page, house)
    page.locator("flt-semantics[role=button]").first.wait_for(state="attached")
    wait_until(page, "navigator.serviceWorker.controller !== null")
    assert said == []
    foreign = [url for url in asked if not url.startswith((house.address, "data:", "blob:"))]
    assert foreign == []


def test_while_it_opens_there_is_our_picture_on_warm_paper(page: Page, house: House) -> None:
    page.add_init_script("globalThis.Worker = class { postMessage() {} terminate() {} }")
    page.emulate_media(color_scheme="light")
    page.goto(house.address, wait_until="load")
    opening = page.get_by_role("status")
    expect(opening).to_have_css("background-color", "rgb(244, 241, 234)")
    expect(opening.locator("svg")).to_be_visible()
    expect(opening).to_contain_text("Firstbell")
    page.emulate_media(color_scheme="dark")
    expect(opening).to_have_css("background-color", "rgb(30, 36, 33)")


def test_a_browser_without_webassembly_is_told_in_one_sentence(page: Page, house: House) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(house.address, wait_until="load")
    expect(page.get_by_role("alert")).to_contain_text("This browser is too old for Firstbell.")
    expect(page.locator("flutter-view")).to_have_count(0)


def test_a_browser_without_module_workers_is_told_in_one_sentence(page: Page, house: House) -> None:
    page.add_init_script(
        "globalThis.Worker = class { constructor() { setTimeout(() => this.onerror({})); } terminate() {} }"
    )
    page.goto(house.address, wait_until="load")
    expect(page.get_by_role("alert")).to_contain_text("This browser is too old for Firstbell.")


def test_when_python_cannot_start_one_sentence_says_so(page: Page, site: Path, own_house: House) -> None:
    for file in site.glob("app-*.pack*"):
        file.unlink()
    page.goto(own_house.address, wait_until="commit")
    expect(page.get_by_role("alert")).to_contain_text("Firstbell could not open.", timeout=OPEN_MS)
    expect(page.get_by_role("alert")).to_be_visible()


def test_the_page_takes_language_direction_and_title_from_python(page: Page, house: House) -> None:
    opens(page, house)
    page.evaluate(LISTEN)
    page.evaluate('channel.postMessage({ type: "page", lang: "ur", dir: "rtl", title: "Aaj" })')
    wait_until(page, 'document.title === "Aaj"')
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
    page.evaluate('channel.postMessage({ type: "persist" })')
    wait_until(page, 'heard.some((said) => said.type === "persisted" && typeof said.kept === "boolean")')
    page.evaluate('channel.postMessage({ type: "no such thing" })')


def test_a_newer_build_waits_until_it_is_wanted_and_then_takes_over(
    page: Page, site: Path, own_house: House
) -> None:
    opens(page, own_house)
    wait_until(page, "navigator.serviceWorker.controller !== null")
    page.evaluate(LISTEN)
    kept_before = page.evaluate(
        "caches.open('firstbell-files').then((cache) => cache.keys()).then((all) => all.length)"
    )
    (site / "newer.txt").write_text("a newer build")
    worker = site / "sw.js"
    text = service_worker(site)
    for file in site.glob("sw.js*"):
        file.unlink()
    worker.write_text(text)

    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    wait_until(page, 'heard.some((said) => said.type === "update-ready")')
    assert page.evaluate("heard.length") >= 1, "the page is still the same one"
    page.evaluate('heard.length = 0; channel.postMessage({ type: "update-question" })')
    wait_until(page, 'heard.some((said) => said.type === "update-ready")')

    page.evaluate('channel.postMessage({ type: "apply-update" })')
    page.wait_for_event("framenavigated", timeout=OPEN_MS)
    expect(page.locator("#opening")).to_have_count(0, timeout=OPEN_MS)
    own_house.stop()
    assert page.evaluate("fetch('newer.txt').then((answer) => answer.text())") == "a newer build"
    count = "caches.open('firstbell-files').then((cache) => cache.keys()).then((all) => all.length)"
    assert page.evaluate(count) >= kept_before, "what did not change was kept, not fetched again"


def test_a_page_put_away_for_the_back_button_ends_its_python_and_starts_afresh(
    page: Page, house: House
) -> None:
    ended = "globalThis.ended = 0; const end = Worker.prototype.terminate;"
    page.add_init_script(
        f"{ended} Worker.prototype.terminate = function () {{ ended += 1; end.call(this); }}"
    )
    opens(page, house)
    page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))')
    assert page.evaluate("ended") == 1
    page.evaluate("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))")
    page.wait_for_event("framenavigated")
    expect(page.locator("#opening")).to_have_count(0, timeout=OPEN_MS)
    assert page.evaluate("ended") == 0
