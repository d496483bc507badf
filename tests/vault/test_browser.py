"""The vault in real browsers: IndexedDB, the Web Lock and the key that no script can read."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from services.vault.backup_file import open_backup
from tests.browser.chromium import chromium
from tests.browser.tab import Tab
from tests.browser.webkit import webkit
from tests.vault import keystore_contract, store_contract
from tests.vault.browser.host import vault_page

pytestmark = pytest.mark.browser
PATIENCE_S = 120.0
FROZEN_BACKUP = Path(__file__).resolve().parents[1] / "vectors" / "backup" / "version-1.json"
BROWSERS: dict[str, Callable[[], AbstractContextManager[Tab]]] = {"chromium": chromium, "webkit": webkit}


class Visitor:
    """Somebody with a browser that keeps its storage from one page to the next."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.tab = tab
        self._address = address

    def asks(self, job: str, tab: Tab | None = None) -> Any:
        """Opens the page anew for one job. Gives its report."""
        tab = tab or self.tab
        tab.goto(f"{self._address}?{job}")
        until = time.monotonic() + PATIENCE_S
        while not (said := self._report(tab, job)):
            assert time.monotonic() < until, f"no report of {job}"
            time.sleep(0.1)
        report = json.loads(said)
        assert "broken" not in report, report["broken"]
        return report

    def leaves_room_for(self, n_bytes: int) -> None:
        """Chromium only: from now on this origin may keep no more."""
        tab = vars(self.tab)
        self._session = tab["_context"].new_cdp_session(tab["_page"])
        origin = self._address.removesuffix("/page.html")
        self._session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": n_bytes})

    def _report(self, tab: Tab, job: str) -> str:
        said = tab.evaluate(f"return location.search === '?{job}' ? (window.report || '') : ''")
        return str(said or "")


@pytest.fixture(scope="module", params=BROWSERS)
def visitor(request: pytest.FixtureRequest) -> Iterator[Visitor]:
    with vault_page() as address, BROWSERS[request.param]() as tab:
        yield Visitor(tab, address)


def test_the_browsers_store_and_keystore_keep_their_promises(visitor: Visitor) -> None:
    held = visitor.asks("contracts")["held"]
    assert held == [*store_contract.CHECKS, *keystore_contract.CHECKS]


def test_a_connection_that_was_taken_away_is_made_again(visitor: Visitor) -> None:
    assert visitor.asks("a_connection_is_taken_away") == {"read": "before", "written": "after"}


def test_a_browser_without_room_says_so_and_keeps_what_it_had() -> None:
    with vault_page() as address, chromium() as tab:
        visitor = Visitor(tab, address)
        visitor.leaves_room_for(8 << 20)
        assert visitor.asks("fill_the_disk") == {"said": "storage_full", "is_whole": True}


def test_no_script_can_read_the_key_of_the_device(visitor: Visitor) -> None:
    said = visitor.asks("the_key_cannot_be_read")
    assert said["extractable"] is False


def test_a_backup_of_cpython_opens_in_a_browser_and_the_other_way_round(visitor: Visitor) -> None:
    report = visitor.asks("a_backup_travels")
    frozen = json.loads(FROZEN_BACKUP.read_text("utf-8"))
    assert report["text"] == frozen["text"]
    opened = open_backup(NativeCrypto(), frozen["passphrase"], bytes.fromhex(report["made"]))
    with ThreadPoolExecutor(1) as beside:  # in this thread a loop drives the browser
        assert json.loads(beside.submit(asyncio.run, opened).result()) == frozen["text"]


def test_a_planner_outlives_a_reload_a_second_tab_reads_it_and_deleting_leaves_nothing(
    visitor: Visitor,
) -> None:
    first = visitor.asks("set_up")
    assert first["state"] == "Open(is_read_only=False)"

    back = visitor.asks("come_back")
    assert back["found"].startswith("Locked(kind=<LockKind.PIN")
    assert (back["wrong"], back["wrote"], back["theme"]) == ("wrong_pin", "wrote", "Wilhelmina-Canary")
    assert back["seen"].count("Wilhelmina-Canary") == 2

    second = visitor.asks("come_back", visitor.tab.second())
    assert second["wrote"] == "vault_read_only"
    assert second["seen"].count("Wilhelmina-Canary") == 2

    kept = visitor.asks("every_byte")
    disk = b"\n".join(bytes.fromhex(content) for content in [*kept["files"].values(), kept["attempts"]])
    assert len(disk) > 8000
    for canary in (b"Wilhelmina", "Wilhelmina".encode("utf-16-le"), b"480212", first["card"].encode()):
        assert canary not in disk

    gone = visitor.asks("erase")
    assert gone["state"] == "Absent()"
    assert not {"firstbell", "firstbell-key"} & set(gone["left"])
