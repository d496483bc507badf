"""The built site: whole, lean, and asking nobody else for anything."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.make.archive import names_in
from app.make.places import ROOT

TWINS = (".br", ".gz")


def one(built: Path, pattern: str) -> Path:
    """The one file or folder of this shape."""
    (found,) = [place for place in built.glob(pattern) if place.suffix not in TWINS]
    return found


def listed_files(built: Path) -> list[tuple[str, str, int]]:
    """What the service worker knows: path, hash, needed at every start."""
    text = (built / "sw.js").read_text().split("const FILES = ", 1)[1]
    files: list[tuple[str, str, int]] = json.loads(text[: text.index("];") + 1])
    return files


def test_the_page_holds_no_script_of_its_own_and_every_file_it_names_is_there(built: Path) -> None:
    page = (built / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert "{{" not in page
    assert not re.search(r"\son\w+=", page)
    named = re.findall(r'(?:src|href|data-[a-z]+)="([^"]+)"', page)
    for address in named:
        if address not in ("/",):
            assert (built / address).exists(), address


def test_no_file_we_wrote_names_another_origin(built: Path) -> None:
    texts = [built / "index.html", built / "sw.js", built / "manifest.json", one(built, "able-*.js")]
    texts += [one(built, "python-*") / "worker.js"]
    for file in texts:
        addresses = set(re.findall(r"https?://[^\s\"'`)<]+", file.read_text()))
        assert addresses <= {"http://www.w3.org/2000/svg"}, file.name


@pytest.mark.parametrize("program", ["main.dart.js", "main.dart.wasm"])
def test_the_client_has_forgotten_the_third_party_it_asked_at_every_start(built: Path, program: str) -> None:
    code = (one(built, "client-*") / program).read_bytes()
    assert b"rive-app" not in code
    assert code.count(b"/no-rive/") == 1
    assert (built / "no-rive" / "wasm" / "rive_native.js").exists()


def test_every_font_that_the_client_may_ask_for_has_an_answer(built: Path) -> None:
    client = one(built, "client-*")
    asked = set(re.findall(r'"((?:noto|roboto)[a-z0-9]*/v\d+/[^"]+)"', (client / "main.dart.js").read_text()))
    assert len(asked) > 500
    assert [path for path in asked if not (client / "fallback" / path).exists()] == []


def test_the_fonts_loaded_at_start_are_there_and_few(built: Path) -> None:
    assets = one(built, "client-*") / "assets"
    families = json.loads((assets / "FontManifest.json").read_text())
    assert [family["family"] for family in families] == ["MaterialIcons", "Roboto"]
    for family in families:
        for font in family["fonts"]:
            assert (assets / font["asset"]).exists()
    assert (assets / "fonts" / "MaterialIcons-Regular.otf").stat().st_size < 60_000


def test_what_nobody_runs_is_not_there(built: Path) -> None:
    names = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    for ending in (".symbols", ".map", ".exe", ".whl", "flutter_service_worker.js", ".pyc"):
        assert not [name for name in names if name.endswith(ending)], ending
    for part in ("wimp", "KaTeX", "experimental", "requirements", "pyproject"):
        assert not [name for name in names if part in name], part


def test_the_archives_carry_our_code_and_its_packages_and_nothing_of_the_workshop(built: Path) -> None:
    app = names_in(one(built, "app-*.pack").read_bytes())
    assert {"main.py", "app/shell.py"} <= set(app)
    assert not [
        name for name in app if name.startswith(("app/make", "app/site", "tests", "services/endpoint"))
    ]
    packages = names_in((one(built, "python-*") / "packages.pack").read_bytes())
    tops = {name.split("/")[0] for name in packages}
    assert {"flet", "msgpack", "pydantic", "pydantic_core", "tinydb", "httpx", "segno", "tzdata"} <= tops
    assert not {"cryptography", "fastapi", "starlette", "micropip"} & tops
    assert [name for name in packages if name.startswith("pydantic_core/") and name.endswith(".so")]
    assert not [name for name in packages if name in ("requirements.txt", "pyproject.toml")]


def test_python_loads_nothing_by_name_at_run_time(built: Path) -> None:
    lock = json.loads((one(built, "python-*") / "pyodide-lock.json").read_text())
    assert lock["packages"] == {}
    assert lock["info"]["python"].startswith("3.14")


def test_the_service_worker_knows_every_file_by_its_content(built: Path) -> None:
    files = listed_files(built)
    listed = {path: hashed for path, hashed, _ in files}
    there = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    assert set(listed) == {p for p in there if not p.endswith((*TWINS, ".made-from")) and p != "sw.js"}
    for path, hashed in listed.items():
        content = hashlib.sha256((built / path).read_bytes()).digest()
        assert base64.urlsafe_b64encode(content).decode().rstrip("=") == hashed, path


def test_a_first_visit_copies_only_what_every_start_needs(built: Path) -> None:
    files = listed_files(built)
    needed = [path for path, _, is_needed in files if is_needed]
    assert not [path for path in needed if "canvaskit" in path or "fallback" in path or "main.dart" in path]
    assert {"index.html", "manifest.json", one(built, "app-*.pack").name} <= set(needed)
    assert [path for path in needed if path.endswith("pyodide.asm.wasm")]
    assert [path for path in needed if path.startswith("pictograms/")]


def test_the_manifest_makes_it_installable_and_everything_it_names_is_there(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    assert manifest["name"] == "Firstbell"
    assert manifest["display"] == "standalone"
    icons = manifest["icons"] + [icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"]]
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in icons}
    assert [icon for icon in icons if icon["purpose"] == "maskable"]
    for picture in icons + manifest["screenshots"]:
        assert (built / picture["src"]).exists(), picture["src"]
    assert all(shortcut["url"].startswith("./#/") for shortcut in manifest["shortcuts"])


def test_every_large_text_has_its_compressed_twins(built: Path) -> None:
    for file in [*built.rglob("*.wasm"), *built.rglob("*.pack"), *built.rglob("main.dart.js")]:
        for twin in TWINS:
            assert Path(f"{file}{twin}").stat().st_size < file.stat().st_size * 0.7, file.name


def test_the_pngs_of_the_icon_are_no_older_in_looks_than_its_drawing() -> None:
    icons = ROOT / "assets" / "icon"
    seen = (icons / "drawn-from.txt").read_text().split()
    drawings = [
        hashlib.sha256((icons / name).read_bytes()).hexdigest() for name in ("icon.svg", "icon-maskable.svg")
    ]
    assert seen == drawings, "an icon's SVG changed: run `make art`"


def font(built: Path, family: str) -> set[int]:
    """The letters of the font that answers for a family of Flutter's fallback fonts."""
    file = next((one(built, "client-*") / "fallback" / family).rglob("*.woff2"))
    return set(TTFont(file).getBestCmap())


def test_what_people_type_beyond_our_fonts_has_real_letters(built: Path) -> None:
    assert set(map(ord, "ПривітΕλλάδαTiếngViệt→✓★")) <= font(built, "notosans")
    assert set(map(ord, "آجکامعمول")) <= font(built, "notosansarabic")
    assert set(map(ord, "😀🎮⚽")) <= font(built, "notocoloremoji")


def test_a_script_we_have_no_font_for_gets_a_font_of_one_box(built: Path) -> None:
    assert font(built, "notosansrunic") == {0x20}


@pytest.mark.parametrize(
    "language", ["Dydd Iau, tŷ, ŵyn, sïo", "Zażółć gęślą jaźń", "It’s “ready” – half-past… £5 €6"]
)
def test_our_own_fonts_hold_every_letter_of_our_languages(built: Path, language: str) -> None:
    for name in ("Lexend", "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"):
        letters = set(TTFont(built / "fonts" / f"{name}.ttf").getBestCmap())
        assert {letter for letter in language if ord(letter) not in letters} == set(), name


def test_urdu_has_every_letter_it_needs(built: Path) -> None:
    letters = set(TTFont(built / "fonts" / "NotoSansArabic.ttf").getBestCmap())
    assert set(map(ord, "ٹڈڑںےہھگچپژکی۔،؟۰۱۲۳")) <= letters
