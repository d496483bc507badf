"""`make art`: draws the icon's PNGs from its SVGs in Chromium. They are committed: no one else needs it."""

import base64
import hashlib

from playwright.sync_api import sync_playwright

from app.make.answer import one_sentence, step
from app.make.brand import ICONS, RASTERS
from app.make.places import ASSETS

DRAWINGS = ("icon.svg", "icon-maskable.svg")
_FLAGS = ["--no-sandbox", "--disable-gpu"]
# What `flet build` looks for, beside assets/ itself.
_PHONE = {"icon.png": ("icon-maskable.svg", 1024), "splash.png": ("icon.svg", 768)}


def main() -> None:
    """The command."""
    wanted = {ICONS / name: source for name, source in RASTERS.items()}
    wanted |= {ASSETS / name: source for name, source in _PHONE.items()}
    with one_sentence(), sync_playwright() as playwright, step("drawing the icon"):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS)
        for target, (source, pixels) in wanted.items():
            drawing = base64.b64encode((ICONS / source).read_bytes()).decode()
            page = browser.new_page(viewport={"width": pixels, "height": pixels})
            size = f'width="{pixels}" height="{pixels}"'
            page.set_content(
                f'<style>*{{margin:0}}</style><img {size} src="data:image/svg+xml;base64,{drawing}">'
            )
            target.write_bytes(page.screenshot(omit_background=True))
            page.close()
        browser.close()
        (ICONS / "drawn-from.txt").write_text("\n".join(_hash(name) for name in DRAWINGS) + "\n")


def _hash(name: str) -> str:
    return hashlib.sha256((ICONS / name).read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
