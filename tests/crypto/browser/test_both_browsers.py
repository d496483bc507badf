"""What CPython seals, a browser opens, and the other way round: WebCrypto in Chromium and in WebKit."""

import asyncio
import json
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from tests.browser.chromium import chromium
from tests.browser.tab import Tab
from tests.browser.webkit import webkit
from tests.crypto.browser.run import vectors_in
from tests.crypto.published import PUBLISHED
from tests.crypto.samples import make, open_all
from tests.crypto.vector_files import MAKERS, made_by

pytestmark = pytest.mark.browser
PROGRAMS = {"chromium": ("chromium",), "webkit": ("WebKitWebDriver", "Xvfb")}
BROWSERS: dict[str, Callable[[], AbstractContextManager[Tab]]] = {"chromium": chromium, "webkit": webkit}


@pytest.fixture(scope="module", params=BROWSERS)
def exchange(request: pytest.FixtureRequest) -> Any:
    """What CPython made for this run, and the browser's report on it and on all that is frozen."""
    lacking = [program for program in PROGRAMS[request.param] if not shutil.which(program)]
    if lacking and os.environ.get("CI") != "true":
        pytest.skip(f"{request.param} is not here: install {' and '.join(lacking)}")
    fresh = asyncio.run(make(NativeCrypto(), with_argon2id=True))
    with BROWSERS[request.param]() as tab:
        report = vectors_in(tab, {"fresh": fresh} | {f"made_by_{name}": made_by(name) for name in MAKERS})
    print(f"{request.param}: {json.dumps(report['ms'])} ms")  # noqa: T201  # measured here, shown with -s
    return report


def test_a_browser_agrees_with_every_published_vector(exchange: Any) -> None:
    assert all(exchange["checked"][name] > 0 for name in PUBLISHED)


def test_a_browser_opens_what_every_other_backend_has_made(exchange: Any) -> None:
    opened = {name: exchange["checked"][name] for name in ("fresh", *(f"made_by_{m}" for m in MAKERS))}
    assert all(count > 15 for count in opened.values()), opened


def test_a_browser_gives_every_broken_file_the_same_answer(exchange: Any) -> None:
    assert exchange["checked"]["refusals"] > 50


def test_a_browser_makes_the_frozen_files_again_byte_for_byte(exchange: Any) -> None:
    assert exchange["same_again"] is True


def test_cpython_opens_what_a_browser_has_just_made(exchange: Any) -> None:
    assert asyncio.run(open_all(NativeCrypto(), exchange["fresh"])) > 15
