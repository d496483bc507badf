"""The browser: IndexedDB, WebCrypto, and a channel to the page around the worker."""

import json
from collections.abc import Callable
from typing import Any

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import create_proxy, to_js  # type: ignore[import-not-found]  # exists in a browser only

from app.devices.here import Clock, Device
from services.crypto.port import Crypto
from services.vault.keystore_browser import BrowserKeystore
from services.vault.store_browser import IndexedDbStore

CHANNEL = "firstbell"


class PageChannel:
    """Messages to and from the page's own script (app/site/boot.js)."""

    def __init__(self) -> None:
        self._channel = js.BroadcastChannel.new(CHANNEL)
        self._heard: Any = None

    def _post(self, **message: str) -> None:
        self._channel.postMessage(to_js(message, dict_converter=js.Object.fromEntries))

    def describe(self, *, language: str, is_rtl: bool, title: str) -> None:
        """Tell screen readers the page's language and direction."""
        self._post(type="page", lang=language, dir="rtl" if is_rtl else "ltr", title=title)

    def keep_for_good(self) -> None:
        """Ask the browser not to throw our storage away."""
        self._post(type="persist")

    def on_update_ready(self, tell: Callable[[], None]) -> None:
        """Be told when a newer build waits."""

        def hear(event: Any) -> None:
            if json.loads(js.JSON.stringify(event.data)).get("type") == "update-ready":
                tell()

        self._heard = create_proxy(hear)
        self._channel.addEventListener("message", self._heard)
        self._post(type="update-question")

    def apply_update(self) -> None:
        """Start the newer build."""
        self._post(type="apply-update")


async def browser_device(crypto: Crypto, now_ms: Clock) -> Device:
    """The browser's device."""
    return Device(
        store=IndexedDbStore("firstbell"),
        keystore=BrowserKeystore("firstbell-key"),
        crypto=crypto,
        now_ms=now_ms,
        zone=str(js.Intl.DateTimeFormat.new().resolvedOptions().timeZone),
        language=str(js.navigator.language),
        is_web=True,
        has_key_store=False,
        page_around=PageChannel(),
    )
