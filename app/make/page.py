"""index.html and the scripts it loads."""

import html
import re
from pathlib import Path

from app.make.brand import ICONS, brand
from app.make.client import RIVE_PATH, loader
from app.make.kept import digest
from app.make.places import SHELL
from app.make.runtime import PACKAGES

# One script, in this order; each part may use what stands above it.
_BOOT = ("calm.js", "channel.js", "link.js", "python.js", "updates.js", "readers.js", "flutter.js")


def write_page(site: Path, client: str, runtime: str, app: str, base: str) -> None:
    """Write index.html and its scripts; `client` and `runtime` are folders, `app` a file of the site."""
    boot = "\n".join((SHELL / "boot" / name).read_text() for name in _BOOT)
    words = {key: html.escape(text) for key, text in brand().items()}
    css = _fill((SHELL / "page.css").read_text(), words)
    page = _fill(
        (SHELL / "index.html").read_text(),
        words
        | {
            "base": html.escape(base),
            "css": css,
            "picture": _picture(),
            "able": _hashed(site, "able", (SHELL / "able.js").read_text()),
            "boot": _hashed(site, "boot", f'{loader()}{{\n"use strict";\n{boot}\n}}\n'),
            "client": f"{client}/",
            "worker": f"{runtime}/worker.js",
            "packages": f"{runtime}/{PACKAGES}",
            "app": app,
        },
    )
    (site / "index.html").write_text(page)
    (site / RIVE_PATH).parent.mkdir(parents=True)
    (site / RIVE_PATH).write_text((SHELL / "no-rive.js").read_text())


def _hashed(site: Path, name: str, script: str) -> str:
    file = f"{name}-{digest(script)}.js"
    (site / file).write_text(script)
    return file


def _picture() -> str:
    """The icon's own drawing, inside the page, so that the first paint waits for nothing."""
    drawing = re.sub(r"<!--.*?-->\s*", "", (ICONS / "icon.svg").read_text(), flags=re.DOTALL)
    return drawing.replace("<svg ", '<svg aria-hidden="true" ', 1).strip()


def _fill(template: str, words: dict[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda found: words[found[1]], template)
