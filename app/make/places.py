"""Where the build finds things and where it puts them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
SHELL = ROOT / "app" / "site"  # the web shell's own files
ASSETS = ROOT / "assets"
BUILD = ROOT / "build"
CACHE = BUILD / "cache"  # results of build steps, each under the hash of what went into it
SITE = BUILD / "web"

SHIPPED = ("main.py", "app", "views", "services")
NOT_SHIPPED = ("app/make", "app/site", "services/endpoint")
