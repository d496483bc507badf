"""WebKit, the engine of every iPhone browser, over the WebDriver protocol with the standard library."""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.tab import PHONE

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Backspace": "\ue003", "Space": " "}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class WebKitTab:
    """One window of a WebDriver session."""

    def __init__(self, port: int, session: str, window: str, in_front: list[str] | None = None) -> None:
        self._port, self._session, self._window = port, session, window
        self._in_front = [window] if in_front is None else in_front  # shared by the tabs of one session

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        if self._in_front[0] != self._window:
            _call(self._port, "POST", f"/session/{self._session}/window", {"handle": self._window})
            self._in_front[0] = self._window
        return _call(self._port, method, f"/session/{self._session}{path}", body)

    def goto(self, url: str) -> None:
        self._call("POST", "/url", {"url": url})

    def reload(self) -> None:
        self._call("POST", "/refresh", {})

    def evaluate(self, script: str) -> Any:
        return self._call("POST", "/execute/sync", {"script": script, "args": []})

    def click_at(self, x: float, y: float) -> None:
        moves = [
            {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y), "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 30},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}
        self._call("POST", "/actions", {"actions": [mouse]})

    def _strike(self, strokes: list[str]) -> None:
        actions = [{"type": kind, "value": s} for s in strokes for kind in ("keyDown", "keyUp")]
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def type(self, text: str) -> None:
        self._strike(list(text))

    def press(self, key: str) -> None:
        self._strike([KEYS[key]])

    def wheel(self, x: float, y: float, down: float) -> None:
        # This driver takes wheel actions and, after a reload, does nothing; the page hears its own event.
        self.evaluate(
            f"const wheel = {{deltaY: {down}, clientX: {x}, clientY: {y}, bubbles: true, cancelable: true}};"
            f"document.elementFromPoint({x}, {y}).dispatchEvent(new WheelEvent('wheel', wheel)); return 1"
        )

    def resize(self, width: int, height: int) -> None:
        # The window has a frame and a bar; what counts is the page inside it.
        self._call("POST", "/window/rect", {"width": width, "height": height})
        inner = self.evaluate("return [innerWidth, innerHeight]")
        wide, high = 2 * width - inner[0], 2 * height - inner[1]
        self._call("POST", "/window/rect", {"width": wide, "height": high})

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("GET", "/screenshot"))

    def second(self) -> WebKitTab:
        new = self._call("POST", "/window/new", {"type": "window"})  # a tab behind another is not drawn
        return WebKitTab(self._port, self._session, new["handle"], self._in_front)

    def complaints(self) -> list[str]:
        """This driver has no console; the page itself keeps what it was told (app/site/boot.js does not)."""
        asked = self.evaluate(
            "return performance.getEntriesByType('resource').map(e => e.name)"
            ".filter(n => /^(https?|wss?):/.test(n) && new URL(n).hostname !== location.hostname)"
        )
        return [f"asked {name}" for name in asked]


def _call(port: int, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(  # our own driver on loopback
        f"http://127.0.0.1:{port}{path}",
        method=method,
        headers={"Content-Type": "application/json"},
        data=None if body is None else json.dumps(body).encode(),
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            return json.loads(answer.read())["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{method} {path}: {error.read().decode()[:400]}") from None


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("the WebKit driver did not start")


@contextmanager
def _screen() -> Iterator[str]:
    """A screen nobody sees; the X server itself picks a free number."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x1200x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def webkit() -> Iterator[WebKitTab]:
    """A fresh browser with an empty profile, closed at the end."""
    port = free_port()
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    with _screen() as display:
        env = dict(
            os.environ,
            DISPLAY=display,
            LANG="en_GB.UTF-8",
            LC_ALL="en_GB.UTF-8",
            LANGUAGE="en_GB",
            TZ="Europe/London",
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1",
            LIBGL_ALWAYS_SOFTWARE="1",
        )
        driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"], env=env, stderr=subprocess.DEVNULL
        )
        try:
            _wait_for(port)
            options = {"binary": str(browser), "args": ["--automation"]}
            wish = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
            made = _call(port, "POST", "/session", {"capabilities": {"alwaysMatch": wish}})
            session = made["sessionId"]
            window = _call(port, "GET", f"/session/{session}/window")
            tab = WebKitTab(port, session, window)
            tab.resize(*PHONE)
            yield tab
            _call(port, "DELETE", f"/session/{session}")
        finally:
            driver.terminate()
            driver.wait(timeout=20)


@contextmanager
def webkits(count: int) -> Iterator[list[WebKitTab]]:
    """Browsers of so many people, who share nothing."""
    with ExitStack() as opened:
        yield [opened.enter_context(webkit()) for _ in range(count)]
