"""A phone or a desk: its key store, its time zone, its language."""

import locale
import os
import sys
from collections.abc import Callable
from pathlib import Path

from services.vault.keystore_file import FileKeystore
from services.vault.ports import Keystore

HOME_ZONE = "Europe/London"  # where the schools are that we know; a planner keeps its own zone once begun


def keystore_for(folder: Path, random: Callable[[int], bytes]) -> Keystore:
    """The phone's own key store, or a file of its own on a desk."""
    if sys.platform in ("android", "ios"):
        from app.devices.keystore_phone import PhoneKeystore  # its package has parts that only a phone has

        return PhoneKeystore(random)
    return FileKeystore(folder, random)


def zone_here(localtime: Path = Path("/etc/localtime")) -> str:
    """The device's time zone by name. Phones' Pythons do not tell theirs, so it falls back to HOME_ZONE."""
    named = os.environ.get("TZ", "")
    if "/" in named and not named.startswith((":", "/")):
        return named
    parts = localtime.resolve().as_posix().split("/zoneinfo/") if localtime.exists() else []
    return parts[1] if len(parts) == 2 else HOME_ZONE


def language_here() -> str:
    """The device's language. Shape: `en-GB`."""
    return (locale.getlocale()[0] or "en_GB").replace("_", "-")
