"""Makes `.venv` and fills it from a lock file, with the standard library alone: nothing else is there yet.

Called as: python -m app.make.environment LOCK STAMP
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from app.make.answer import DISK_FULL, BuildStopped, one_sentence, say
from app.make.places import ROOT

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
_SHOW_EVERY = 10  # packages

NO_ENSUREPIP = (
    "This Python cannot make an environment: it comes without {missing}. "
    "Install that part (on Debian and Ubuntu: apt install python{version}-venv) and run this again."
)
NO_NETWORK = "The packages could not be fetched; is there a network? Run this again when there is. ({last})"
NOT_MADE = "The environment could not be made in {place}. ({last})"


def make(lock: Path, stamp: Path) -> None:
    """Bring `.venv` to what the lock file says; the stamp remembers which one it was."""
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if runs() and stamp.exists() and stamp.read_text() == wanted:
        stamp.touch()
        return
    if not runs():
        missing = first_missing()
        if missing:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise BuildStopped(NO_ENSUREPIP.format(missing=missing, version=version))
        say(f"Making .venv with Python {sys.version.split()[0]}")
        carry_out([sys.executable, "-m", "venv", "--clear", str(VENV)], NOT_MADE, total=0)
    total = sum("==" in line for line in lock.read_text().splitlines())
    say(f"Installing up to {total} packages from {lock.name}")
    install = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--require-hashes", "--no-input"]
    install += ["--disable-pip-version-check", "--progress-bar", "off", "--no-compile", "-r", str(lock)]
    carry_out(install, NO_NETWORK, total)
    stamp.write_text(wanted)


def runs() -> bool:
    """Whether `.venv` has a Python that starts and is not too old."""
    ask = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))"
    try:
        return subprocess.run([str(PYTHON), "-c", ask], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def first_missing() -> str | None:
    """The part of Python that an environment needs and this one lacks."""
    return next((part for part in ("venv", "ensurepip") if importlib.util.find_spec(part) is None), None)


def carry_out(command: list[str], sentence: str, total: int) -> None:
    """Run it, count the packages it takes up, and put its last words into the sentence if it stops."""
    last, count = "no reason was given", 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        for line in running.stdout or ():
            last = line.strip() or last
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                count += 1
                if count % _SHOW_EVERY == 0:
                    say(f"  {count} of {total}")
            if "No space left on device" in line:
                raise BuildStopped(DISK_FULL)
    if running.returncode:
        raise BuildStopped(sentence.format(place=VENV, last=last))


def main() -> None:
    """The command."""
    lock, stamp = (ROOT / name for name in sys.argv[1:3])
    with one_sentence():
        make(lock, stamp)


if __name__ == "__main__":
    main()
