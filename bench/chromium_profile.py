"""Chromium with a profile on the disk, as a person has it: what it keeps is really on the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import BrowserContext, Playwright

from app.make.places import BUILD
from tests.browser.chromium import FLAGS
from tests.browser.tab import PHONE

# The plain shape asks other servers at its start; here none of them exists, for neither shape.
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
_EYE = (Path(__file__).parent / "in_browser" / "eye.js").read_text()


@contextmanager
def fresh_profile() -> Iterator[Path]:
    """A folder for a browser that was never here."""
    place = BUILD / "bench"
    place.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(dir=place, prefix="profile-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def browser(playwright: Playwright, profile: Path) -> Iterator[BrowserContext]:
    """The browser of this profile, watching each page with `in_browser/eye.js`; closed at the end."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path="/usr/bin/chromium",
        args=[*FLAGS, _ALONE],
        viewport={"width": PHONE[0], "height": PHONE[1]},
        has_touch=True,
        locale="en-GB",
        timezone_id="Europe/London",
    )
    context.add_init_script(_EYE)
    try:
        yield context
    finally:
        context.close()
