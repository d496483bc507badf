"""Every browser test runs in Chromium and in WebKit, each with a fresh profile and a house of its own."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import chromium, chromiums
from tests.browser.house import House, clocked_copy
from tests.browser.person import Person
from tests.browser.webkit import webkit, webkits

SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
PROGRAMS = {"chromium": ["chromium"], "webkit": ["WebKitWebDriver", "Xvfb"]}
BROWSERS = {"chromium": chromium, "webkit": webkit}
SEVERAL: dict[str, Any] = {"chromium": chromiums, "webkit": webkits}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built web app at a fixed morning; `make web` makes it."""
    return clocked_copy(tmp_path_factory.mktemp("site"))


@pytest.fixture
def house(site: Path) -> Iterator[House]:
    """A server of this test's own."""
    made = House(site)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def endpoint_home(tmp_path: Path) -> Path:
    """Where the endpoint of `shared_house` keeps everything."""
    return tmp_path / "endpoint"


@pytest.fixture
def shared_house(site: Path, endpoint_home: Path) -> Iterator[House]:
    """The site with the real endpoint beside it."""
    made = House(site, endpoint_home)
    made.start()
    yield made
    made.stop()


@pytest.fixture(params=["chromium", pytest.param("webkit", marks=pytest.mark.long)])
def person(request: pytest.FixtureRequest, house: House) -> Iterator[Person]:
    """Somebody in front of a fresh browser; WebKit, which draws slowly here, among the long tests."""
    yield from in_front_of(str(request.param), house)


@pytest.fixture(params=["chromium", "webkit"])
def person_in_each(request: pytest.FixtureRequest, house: House) -> Iterator[Person]:
    """Somebody in front of a fresh browser, each time in both."""
    yield from in_front_of(str(request.param), house)


@contextlib.contextmanager
def at_devices(house: House, *sizes: tuple[int, int], browser: str = "chromium") -> Iterator[list[Person]]:
    """Somebody in front of each of so many fresh browsers, as large as said."""
    skip_without(browser)
    with SEVERAL[browser](len(sizes)) as tabs:
        people = [Person(tab, house.address, SCREENS, browser) for tab in tabs]
        for someone, size in zip(people, sizes, strict=True):
            someone.tab.resize(*size)
        yield people


def skip_without(name: str) -> None:
    """Skips where this browser is not installed."""
    missing = [program for program in PROGRAMS[name] if shutil.which(program) is None]
    if missing:
        pytest.skip(f"{name} is not here: {', '.join(missing)}; on Debian `make test` as root installs it")


def in_front_of(name: str, house: House) -> Iterator[Person]:
    """Ends with: nothing complained, nobody else was asked."""
    skip_without(name)
    with BROWSERS[name]() as tab:
        someone = Person(tab, house.address, SCREENS, name)
        yield someone
        assert someone.tab.complaints() == []
