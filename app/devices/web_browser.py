"""The browser: IndexedDB, WebCrypto, and a channel to the page around the worker."""

import asyncio
import contextvars
import json
from collections.abc import Callable
from typing import Any

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import create_proxy, to_js  # type: ignore[import-not-found]  # exists in a browser only

from app.devices.here import Clock, Device, network_here
from services.crypto.port import Crypto
from services.vault.keystore_browser import BrowserKeystore
from services.vault.store_browser import IndexedDbStore

CHANNEL = "firstbell"


class PageChannel:
    """Messages to and from the page's own script (app/site/boot.js)."""

    def __init__(self) -> None:
        self._channel = js.BroadcastChannel.new(CHANNEL)
        self._tell_by_type: dict[str, Callable[[str], None]] = {}
        # The browser calls back outside of any page of Flet's; whoever is told may draw.
        self._context = contextvars.copy_context()
        self._heard = create_proxy(self._hear)
        self._channel.addEventListener("message", self._heard)
        self._online: Any = None

    def _hear(self, event: Any) -> None:
        said = json.loads(js.JSON.stringify(event.data))
        if tell := self._tell_by_type.get(said.get("type", "")):
            self._say(tell, said.get("link", ""))

    def _say(self, tell: Callable[..., None], *said: str) -> None:
        asyncio.get_running_loop().call_soon(tell, *said, context=self._context)

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
        self._tell_by_type["update-ready"] = lambda _: tell()
        self._post(type="update-question")

    def apply_update(self) -> None:
        """Start the newer build."""
        self._post(type="apply-update")

    def on_online(self, tell: Callable[[], None]) -> None:
        """Be told when the network is back."""
        self._online = create_proxy(lambda _: self._say(tell))
        js.self.addEventListener("online", self._online)

    def on_link(self, take: Callable[[str], bool]) -> Callable[[], None]:
        """Be given the link that a tab was opened by, until it is taken; app/site/boot/link.js has it."""

        def hear(link: str) -> None:
            if take(link):
                self._post(type="link-taken", link=link)

        self._tell_by_type["link"] = hear
        return lambda: self._post(type="link-question")


class Page:
    """Where the app was loaded from, and which endpoint its server lets it use."""

    def __init__(self) -> None:
        self.address = str(json.loads(str(js.self.name))["documentUrl"]).partition("#")[0]

    async def endpoint(self) -> str:
        """The first endpoint that the page may talk to beside its own origin, else that origin."""
        answer = await js.fetch(self.address, to_js({"method": "HEAD"}, dict_converter=js.Object.fromEntries))
        policy = str(answer.headers.get("content-security-policy") or "")
        connect = next((rule for rule in policy.split(";") if rule.strip().startswith("connect-src")), "")
        listed = [word for word in connect.split() if word.startswith(("https://", "http://"))]
        return listed[0] if listed else str(js.URL.new(self.address).origin)


async def browser_device(crypto: Crypto, now_ms: Clock) -> Device:
    """The browser's device."""
    page = Page()
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
        network=network_here,
        own_endpoint=page.endpoint,
        app_address=page.address,
    )
