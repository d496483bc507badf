"""What the installed app is called and looks like: manifest, icons, pictures for the install sheet."""

import json
import shutil
from pathlib import Path

from app.make.places import ASSETS, SHELL

ICONS = ASSETS / "icon"
SCREENS = ASSETS / "screens"
RASTERS = {  # file: (drawing, pixels); made by `make art`, kept in the repository
    "icon-48.png": ("icon.svg", 48),
    "icon-192.png": ("icon.svg", 192),
    "icon-512.png": ("icon.svg", 512),
    "icon-apple-180.png": ("icon-maskable.svg", 180),
    "icon-maskable-192.png": ("icon-maskable.svg", 192),
    "icon-maskable-512.png": ("icon-maskable.svg", 512),
}
_SHORTCUTS = (
    ("Today", "today", "Today’s routine"),
    ("Targets", "targets", "What I am working on"),
    ("Help", "help", "People who help"),
)


def brand() -> dict[str, str]:
    """Names, sentences and colours of the first paint, from app/site/brand.json."""
    words: dict[str, str] = json.loads((SHELL / "brand.json").read_text())
    return words


def write_brand(site: Path) -> None:
    """Put manifest.json, icons/ and screens/ into the site."""
    shutil.copytree(ICONS, site / "icons", ignore=shutil.ignore_patterns("*.txt"))
    if SCREENS.exists():
        shutil.copytree(SCREENS, site / "screens")
    (site / "manifest.json").write_text(json.dumps(manifest(), indent=1, ensure_ascii=False))


def manifest() -> dict[str, object]:
    """The web app manifest. Addresses are relative, so that the site may live in a subfolder."""
    words = brand()
    return {
        "id": "./",
        "name": words["name"],
        "short_name": words["name"],
        "description": words["description"],
        "lang": "en-GB",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": words["ground"],
        "theme_color": words["ground"],
        "categories": ["education", "lifestyle"],
        "prefer_related_applications": False,
        "icons": [_icon(name) for name in RASTERS if "apple" not in name] + [_drawing()],
        "screenshots": [_screen(file) for file in sorted(SCREENS.glob("*.png"))],
        "shortcuts": [_shortcut(*words) for words in _SHORTCUTS],
    }


def _shortcut(name: str, route: str, description: str) -> dict[str, object]:
    return {"name": name, "description": description, "url": f"./#/{route}", "icons": [_icon("icon-192.png")]}


def _icon(name: str) -> dict[str, str]:
    pixels = RASTERS[name][1]
    purpose = "maskable" if "maskable" in name else "any"
    return {"src": f"icons/{name}", "sizes": f"{pixels}x{pixels}", "type": "image/png", "purpose": purpose}


def _drawing() -> dict[str, str]:
    return {"src": "icons/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}


def _screen(file: Path) -> dict[str, str]:
    """Its size from the PNG's own head; wide ones are for tablets and desks."""
    head = file.read_bytes()[16:24]
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:])
    form = "wide" if width > height else "narrow"
    label = file.stem.replace("-", " ").capitalize()
    size = f"{width}x{height}"
    place = f"screens/{file.name}"
    return {"src": place, "sizes": size, "type": "image/png", "form_factor": form, "label": label}
