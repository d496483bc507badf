"""`make bench`: runs every bench, one after the other; names on the command line choose some."""

import subprocess
import sys

from app.make.answer import say
from app.make.places import ROOT


def main() -> None:
    """The command."""
    found = [file.stem for file in sorted((ROOT / "bench").glob("*.py")) if "def main(" in file.read_text()]
    unknown = set(sys.argv[1:]) - set(found)
    if unknown:
        sys.exit(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(found)}.")
    worst = 0
    for name in sys.argv[1:] or found:
        say(f"\n{name}")
        worst = max(
            worst, subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=ROOT, check=False).returncode
        )
    sys.exit(worst)


if __name__ == "__main__":
    main()
