"""`make check`: format, lint, strict types and the floors, one after the other; the first fault stops."""

import subprocess
import sys

from app.make.answer import say
from app.make.places import ROOT

CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "floors": ["pytest", "-q", "tests/architecture"],
}


def main() -> None:
    """The command."""
    for name, command in CHECKS.items():
        say(f"check: {name}")
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
        if done.returncode:
            sys.exit(f"\nThe {name} check found something; the lines above say what.")


if __name__ == "__main__":
    main()
