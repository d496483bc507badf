"""`make apk` and `make ipa`: the phone apps, through `flet build`, which fetches the platform's tools itself.

Android copies an app's files to the person's cloud account unless its manifest says no. `flet build` has no
word for it: its first run makes the project, we write "no" into the manifest, and a second run builds it.
"""

import re
import subprocess
import sys
from pathlib import Path

from app.make.answer import BuildStopped, one_sentence, say
from app.make.places import BUILD, ROOT
from app.make.site import fill_assets

MANIFEST = BUILD / "flutter" / "android" / "app" / "src" / "main" / "AndroidManifest.xml"
_NO_COPIES = 'android:allowBackup="false" android:fullBackupContent="false" '


def without_copies(manifest: str) -> str:
    """The Android manifest, telling the system to copy none of the app's files elsewhere."""
    if _NO_COPIES in manifest:
        return manifest
    bare = re.sub(r'\s*android:(allowBackup|fullBackupContent|dataExtractionRules)="[^"]*"', "", manifest)
    marked, count = re.subn(r"<application\s+", f"<application {_NO_COPIES}", bare, count=1)
    if not count:
        raise BuildStopped("The Android manifest has no application element; look at app/make/phone.py.")
    return marked


def main() -> None:
    """The command: `python -m app.make.phone apk` or `ipa`."""
    target = sys.argv[1]
    with one_sentence():
        if target == "ipa" and sys.platform != "darwin":
            raise BuildStopped("The iPhone app can be built on a Mac with Xcode only.")
        fill_assets()
        _flet_build(target)
        if target == "apk" and _changes(MANIFEST):
            say("Building once more, now without copies to the cloud")
            _flet_build(target)


def _changes(manifest: Path) -> bool:
    before = manifest.read_text()
    after = without_copies(before)
    manifest.write_text(after)
    return before != after


def _flet_build(target: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flet.cli", "build", target, str(ROOT)], cwd=ROOT, check=False
    )
    if done.returncode:
        raise BuildStopped(f"flet build {target} ended with a fault; the lines above say which.")


if __name__ == "__main__":
    main()
