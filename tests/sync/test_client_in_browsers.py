"""The client over a browser's own fetch, and pairing over its WebCrypto: Chromium and WebKit."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from tests.browser.chromium import chromium
from tests.browser.tab import Tab
from tests.browser.webkit import webkit
from tests.sync import client_contract
from tests.sync.browser.host import SLOW, SLOW_BODY, PageAndEndpoint
from tests.sync.pairing_samples import check
from tests.sync.sockets import served

pytestmark = pytest.mark.browser
PATIENCE_S = 120.0
BROWSERS: dict[str, Callable[[], AbstractContextManager[Tab]]] = {"chromium": chromium, "webkit": webkit}


@pytest.fixture(scope="module", params=["chromium", pytest.param("webkit", marks=pytest.mark.long)])
def report(request: pytest.FixtureRequest) -> Any:
    """What one browser says of everything it was asked to do."""
    with served(PageAndEndpoint) as address, BROWSERS[request.param]() as tab:
        tab.goto(f"{address}/page.html")
        until = time.monotonic() + PATIENCE_S
        while not (said := tab.evaluate("return window.report || ''")):
            assert time.monotonic() < until, "no report"
            time.sleep(0.1)
    told = json.loads(said)
    assert "broken" not in told, told["broken"]
    return told


def test_the_client_keeps_its_promises_over_fetch(report: Any) -> None:
    assert report["is_fetch"] is True
    assert report["held"] == [*client_contract.CHECKS]


def test_where_nobody_listens_nobody_is_reached(report: Any) -> None:
    assert report["nobody"] is True


def test_who_waits_no_longer_stops_the_request(report: Any) -> None:
    assert report["late"] == [True, True]
    assert report["stopped"] is True
    assert sorted(report["left"]) == sorted([SLOW, SLOW_BODY, SLOW])


def test_a_browser_goes_through_every_frozen_pairing_and_makes_it_again(report: Any) -> None:
    assert report["pairings"] == 3
    assert report["same_again"] is True


def test_cpython_goes_through_what_a_browser_has_just_paired(report: Any, run: Any) -> None:
    assert run(check(NativeCrypto(), report["fresh"])) == 3
