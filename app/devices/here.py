"""What this device is: where bytes lie, what keeps the secret, the clock, the zone, the page around us."""

import os
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.devices.surround import PageAround, QuietPage
from services.crypto.choose import crypto_here
from services.crypto.port import Crypto
from services.vault.ports import Keystore, Store

if TYPE_CHECKING:
    from services.sync.http_here import Network  # no start waits for what only sharing needs

Clock = Callable[[], int]


def clock_ms() -> int:
    """The wall clock. Units: milliseconds since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class Device:
    """Everything that differs between a browser, a phone and a desk.

    `has_key_store`: the system itself keeps the secret of this device, as phones do. `network` gives what
    makes a way to the network. `own_endpoint` is that of the page it came from, `app_address` the page.
    """

    store: Store
    keystore: Keystore
    crypto: Crypto
    now_ms: Clock
    zone: str
    language: str
    is_web: bool
    has_key_store: bool
    page_around: PageAround
    network: "Callable[[], Network]"
    own_endpoint: Callable[[], Awaitable[str]]
    app_address: str = ""


def network_here() -> "Network":
    """How this device reaches the network: by sockets, or in a browser by its fetch."""
    from services.sync.http_here import http_here

    return http_here


async def no_page() -> str:
    """An app of its own came from no page."""
    return ""


async def device_here() -> Device:
    """The device we run on."""
    if sys.platform == "emscripten":
        from app.devices.web_browser import browser_device

        return await browser_device(crypto_here(), clock_ms)
    return native_device()


def native_device() -> Device:
    """A phone or a desk: files in the app's own folder.

    Flet names that folder on a phone and on a desk; FIRSTBELL_HOME names another one.
    """
    from app.devices.native import keystore_for, language_here, zone_here
    from services.vault.store_disk import DiskStore

    named = os.environ.get("FIRSTBELL_HOME") or os.environ.get("FLET_APP_STORAGE_DATA")
    folder = Path(named) if named else Path.home() / ".firstbell"
    crypto = crypto_here()
    return Device(
        store=DiskStore(folder / "vault"),
        keystore=keystore_for(folder / "key", crypto.random),
        crypto=crypto,
        now_ms=clock_ms,
        zone=zone_here(),
        language=language_here(),
        is_web=False,
        has_key_store=sys.platform in ("android", "ios"),
        page_around=QuietPage(),
        network=network_here,
        own_endpoint=no_page,
    )
