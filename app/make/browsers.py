"""What the browser tests need on this machine, and putting it there where we may."""

import shutil
import subprocess
from pathlib import Path

from app.make.answer import BuildStopped, say
from app.make.debian import carry_out, install, may_install

LOCALE = "en_GB.UTF-8"  # WebKit's driver starts pages in it; in "C" the app stops at an unknown language
_PACKAGES = ("chromium", "webkit2gtk-driver", "xvfb", "locales")
_BY_HAND = "sudo apt-get install " + " ".join(_PACKAGES) + f" && sudo localedef -i en_GB -f UTF-8 {LOCALE}"


def ready_browsers(*, must_be_there: bool) -> list[str]:
    """The browsers that tests can drive here, after installing what is missing where we may.

    Errors: BuildStopped when one is missing and must be there.
    """
    if len(_found()) < 2 and may_install():
        install(*_PACKAGES)
        carry_out("localedef", "-i", "en_GB", "-f", "UTF-8", LOCALE)
    found = _found()
    missing = sorted({"chromium", "webkit"} - set(found))
    if missing and must_be_there:
        raise BuildStopped(f"The tests need {' and '.join(missing)} here. On Debian: {_BY_HAND}")
    if missing:
        say(f"\n*** No {' and no '.join(missing)} on this machine: ITS TESTS ARE SKIPPED.")
        say(f"*** On Debian: {_BY_HAND}\n")
    return found


def _found() -> list[str]:
    found = []
    if Path("/usr/bin/chromium").exists():
        found.append("chromium")
    has_parts = all(shutil.which(name) for name in ("WebKitWebDriver", "Xvfb"))
    if has_parts and any(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")) and _has_locale():
        found.append("webkit")
    return found


def _has_locale() -> bool:
    listed = subprocess.run(["locale", "-a"], check=False, capture_output=True, text=True).stdout
    return "en_gb.utf8" in listed.lower().replace("-", "")
