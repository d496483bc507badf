"""Chromium through Playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request, sync_playwright

from tests.browser.tab import PHONE

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
OWN = {"127.0.0.1", "localhost"}


class ChromiumTab:
    """A page of one browser context."""

    def __init__(self, context: BrowserContext, complaints: list[str]) -> None:
        self._context = context
        self._complaints = complaints
        self._page: Page = context.new_page()
        self._page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        self._page.on("pageerror", lambda error: complaints.append(str(error)))
        self._page.on("request", self._watch)

    def _watch(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in OWN:
            self._complaints.append(f"asked {parts.hostname}")

    def goto(self, url: str) -> None:
        self._page.goto(url, wait_until="commit")

    def reload(self) -> None:
        self._page.reload(wait_until="commit")

    def evaluate(self, script: str) -> Any:
        return self._page.evaluate(f"() => {{ {script} }}")

    def click_at(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y, delay=20)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text, delay=15)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def wheel(self, x: float, y: float, down: float) -> None:
        self._page.mouse.move(x, y)
        self._page.mouse.wheel(0, down)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def screenshot(self) -> bytes:
        return self._page.screenshot(scale="device")

    def second(self) -> ChromiumTab:
        return ChromiumTab(self._context, self._complaints)

    def complaints(self) -> list[str]:
        return list(self._complaints)

    def saved_by(self, act: Callable[[], None]) -> tuple[str, bytes]:
        """The name and the bytes of the file that the browser saves when somebody does this."""
        with self._page.expect_download(timeout=60_000) as caught:
            act()
        return caught.value.suggested_filename, Path(caught.value.path()).read_bytes()

    def choosing(self, content: bytes, act: Callable[[], None]) -> None:
        """When the browser asks for a file because somebody does this, gives it these bytes."""
        with self._page.expect_file_chooser(timeout=60_000) as caught:
            act()
        caught.value.set_files({"name": "a-copy.fbc", "mimeType": "", "buffer": content})

    def set_offline(self, offline: bool) -> None:
        self._context.set_offline(offline)

    def close(self) -> None:
        self._page.close()


@contextmanager
def chromium() -> Iterator[ChromiumTab]:
    """A fresh browser with an empty profile, closed at the end."""
    with chromiums(1) as (tab,):
        yield tab


@contextmanager
def chromiums(count: int) -> Iterator[list[ChromiumTab]]:
    """Browsers of so many people, who share nothing."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        contexts = [
            browser.new_context(
                viewport={"width": PHONE[0], "height": PHONE[1]},
                locale="en-GB",
                timezone_id="Europe/London",
                service_workers="allow",
            )
            for _ in range(count)
        ]
        try:
            yield [ChromiumTab(context, []) for context in contexts]
        finally:
            for context in contexts:
                context.close()
            browser.close()
