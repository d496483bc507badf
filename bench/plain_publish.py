"""The rival of our web build: the same app in the shape that `flet publish --no-cdn` gives it.

CanvasKit, nothing compressed, Python started when Flutter asks for it, no service worker. Three repairs let
it run at all: its bare address for Python is made whole, the packages ride in the archive, as no registry is
asked at run time, and its worker is told the address of the page, as ours is.
"""

import shutil
import tarfile
from io import BytesIO
from pathlib import Path

import flet_web
from flet.controls.types import RouteUrlStrategy, WebRenderer

from app.make.client import WEB
from app.make.kept import lay
from app.make.places import ASSETS
from app.make.stage import shipped_files
from app.make.wheels import browser_packages, packed_names


def plain_publish(site: Path) -> None:
    """Fill the folder with the plain shape."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(WEB, site)
    lay(ASSETS, site)
    with tarfile.open(site / "app.tar.gz", "w:gz") as archive:
        for name, file in shipped_files():
            _add(archive, name, file)
        for name, file in packed_names(browser_packages()):
            _add(archive, f"__pypackages__/{name}", file)
    flet_web.patch_index_html(
        index_path=str(site / "index.html"),
        base_href="/",
        app_name="Firstbell",
        pyodide=True,
        pyodide_script_path="main.py",
        pyodide_version="local",
        app_package_url="app.tar.gz",
        web_renderer=WebRenderer.CANVAS_KIT,
        route_url_strategy=RouteUrlStrategy.HASH,
        no_cdn=True,
    )
    flet_web.patch_font_manifest_json(manifest_path=str(site / "assets" / "FontManifest.json"))
    for name, bare, whole in (
        ("index.html", '"pyodide/pyodide.mjs"', 'new URL("pyodide/pyodide.mjs", document.baseURI).href'),
        (
            "python.js",
            '{ type: "module" }',
            '{ type: "module", name: JSON.stringify({ documentUrl: document.URL }) }',
        ),
    ):
        text = (site / name).read_text()
        assert bare in text, f"this flet-web writes another {name}; bench/plain_publish.py must learn it"
        (site / name).write_text(text.replace(bare, whole))


def _add(archive: tarfile.TarFile, name: str, file: Path) -> None:
    entry = tarfile.TarInfo(name)
    content = file.read_bytes()
    entry.size = len(content)
    archive.addfile(entry, BytesIO(content))
