"""Putting what tests need on this machine: on Debian, as root, and nowhere else."""

import os
import shutil
import subprocess
from pathlib import Path

from app.make.answer import say, step


def may_install() -> bool:
    """Whether this is Debian and we are root."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def install(*packages: str) -> None:
    """Install these packages; what goes wrong is said, and found again when they are looked for."""
    carry_out("apt-get", "-qq", "update")
    carry_out("apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages)


def carry_out(*command: str) -> None:
    """Run one command of the system."""
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with step(" ".join(command[:3])):
        done = subprocess.run(command, check=False, env=quiet, capture_output=True, text=True)
    if done.returncode:
        say(f"  it answered: {(done.stderr.strip().splitlines() or ['nothing'])[-1]}")
