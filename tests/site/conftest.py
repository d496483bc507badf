"""The built site, as `make test` and `make run` have it, and a Chromium that was never there."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from app.make.places import SITE
from app.make.site import build
from tests.browser.chromium import FLAGS
from tests.browser.house import House


@pytest.fixture(scope="session")
def built() -> Path:
    """The web app, built if it is not up to date."""
    build()
    return SITE


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site that a test may change."""
    copy = tmp_path / "web"
    shutil.copytree(built, copy, copy_function=os.link)
    return copy


@pytest.fixture(scope="session")
def house(built: Path) -> Iterator[House]:
    """A server of the built site."""
    made = House(built)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def own_house(site: Path) -> Iterator[House]:
    """A server of the copy."""
    made = House(site)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def page() -> Iterator[Page]:
    """An empty tab of a browser with an empty profile."""
    if not shutil.which("chromium"):
        pytest.skip("chromium is not here: install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser.new_page(viewport={"width": 390, "height": 844}, locale="en-GB")
        browser.close()
