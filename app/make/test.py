"""`make test`: builds the site, sees to browsers and database, and runs every test."""

import argparse
import os
import subprocess
import sys

from app.make.answer import one_sentence, say
from app.make.browsers import ready_browsers
from app.make.database import ready_database
from app.make.places import ROOT
from app.make.site import build

FEATURES = ROOT / "docs" / "features.md"
WORKERS = "2"  # as many as small machines have cores: a browser that waits for its turn loses keys


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description="Run the tests.")
    options.add_argument(
        "--features", action="store_true", help="what shows a feature; writes docs/features.md"
    )
    options.add_argument("--soak", action="store_true", help="only the long ones")
    chosen = options.parse_args()
    is_ci = os.environ.get("CI") == "true"
    with one_sentence():
        browsers = ready_browsers(must_be_there=is_ci)
        ready_database(must_be_there=is_ci)
        say("Building the web app for its tests")
        build()
    environment = dict(os.environ, FIRSTBELL_BROWSERS=" ".join(browsers))
    if chosen.soak:
        environment["FIRSTBELL_SOAK"] = "1"
    command = [*_pytest(chosen), *(["-p", "tests.no_skips"] if is_ci else [])]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False, env=environment).returncode)


def _pytest(chosen: argparse.Namespace) -> list[str]:
    command = [sys.executable, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal"]
    if chosen.features:
        return [*command, "-m", "feature", f"--features={FEATURES}", "tests"]
    if chosen.soak:
        return [*command, "-m", "kill or long"]
    return command


if __name__ == "__main__":
    main()
