"""`make lock`: resolves pyproject.toml into the two lock files, for every Python and platform we run on.

`requirements.lock` is what `make run` installs; `requirements-dev.lock` adds what tests and checks need.
Neither names the place that packages come from: each machine has its own.
"""

import subprocess
import sys

from app.make.answer import BuildStopped, one_sentence, step
from app.make.places import LOCK, ROOT

DEV_LOCK = ROOT / "requirements-dev.lock"
_RESOLVE = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--generate-hashes"]
_RESOLVE += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--upgrade"]


def main() -> None:
    """The command."""
    with one_sentence():
        with step(LOCK.name):
            _resolve("--extra", "build", "--extra", "endpoint", "--output-file", str(LOCK))
        with step(DEV_LOCK.name):
            _resolve("--all-extras", "--constraint", str(LOCK), "--output-file", str(DEV_LOCK))


def _resolve(*options: str) -> None:
    done = subprocess.run([sys.executable, "-m", *_RESOLVE, *options], cwd=ROOT, check=False)
    if done.returncode:
        raise BuildStopped("The dependencies could not be resolved; the lines above say which.")


if __name__ == "__main__":
    main()
