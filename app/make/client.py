"""Flutter's prebuilt client from the flet-web wheel, mended so that it asks nobody else for anything."""

import json
import re
import shutil
from importlib.metadata import version
from pathlib import Path

import flet_web

from app.make import fallback_fonts, material_icons
from app.make.answer import BuildStopped
from app.make.compress import compress
from app.make.kept import digest, kept

WEB = Path(flet_web.__file__).parent / "web"
MAKE = Path(__file__).parent
_PROGRAM = ("main.dart.js", "main.dart.mjs", "main.dart.wasm")
_ENGINE = (
    "canvaskit/canvaskit.js",
    "canvaskit/canvaskit.wasm",
    "canvaskit/chromium/canvaskit.js",
    "canvaskit/chromium/canvaskit.wasm",
    "canvaskit/skwasm.js",
    "canvaskit/skwasm.wasm",
    "canvaskit/skwasm_heavy.js",
    "canvaskit/skwasm_heavy.wasm",
)
_RIVE = re.compile(rb"https://[^\"' ]*?rive-app/flutter-native-wasm@[0-9.]+/")
_NO_RIVE = b"no-rive/"
RIVE_PATH = "no-rive/wasm/rive_native.js"  # from the page's own address


def client(icon_names: frozenset[str]) -> Path:
    """A folder with the client and its compressed twins, drawing these Material icons."""
    code = [
        MAKE / name
        for name in ("client.py", "fallback_fonts.py", "text_fonts.py", "material_icons.py", "compress.py")
    ]
    key = digest(version("flet-web"), *code, *sorted(icon_names))
    return kept("drawing client", key, lambda place: _make(place, icon_names))


def loader() -> str:
    """Flutter's loader script and the list of its builds, without the part that starts it."""
    bootstrap = (WEB / "flutter_bootstrap.js").read_text()
    builds = re.search(r"^_flutter\.buildConfig = .*;$", bootstrap, re.MULTILINE)
    if not builds:
        raise BuildStopped("This flet-web starts in another way; app/make/client.py must learn it.")
    script = re.sub(r"^//# sourceMappingURL=.*$", "", (WEB / "flutter.js").read_text(), flags=re.MULTILINE)
    return f"{script}\n{builds.group()}\n"


def _make(place: Path, icon_names: frozenset[str]) -> None:
    for name in (*_PROGRAM, *_ENGINE):
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(WEB / name, target)
    shutil.copytree(
        WEB / "assets", place / "assets", ignore=shutil.ignore_patterns("flutter_math_fork", "media_kit")
    )
    for name in ("main.dart.js", "main.dart.wasm"):
        _forget_rive(place / name)
    _write_font_manifest(place / "assets")
    material_icons.subset(place / "assets" / "fonts" / "MaterialIcons-Regular.otf", icon_names)
    fallback_fonts.write(place / "fallback", (place / "main.dart.js").read_text())
    compress(place)


def _forget_rive(program: Path) -> None:
    """Point the client's request for Rive, made at every start, at a path of ours of the same length."""
    code = program.read_bytes()
    found = set(_RIVE.findall(code))
    if len(found) != 1:
        raise BuildStopped(f"This {program.name} names Rive {len(found)} times; look at app/make/client.py.")
    old = found.pop()
    room = len(old) - len(_NO_RIVE)
    program.write_bytes(code.replace(old, b"./" * (room // 2) + b"/" * (room % 2) + _NO_RIVE))


def _write_font_manifest(assets: Path) -> None:
    fonts = json.loads((assets / "FontManifest.json").read_text())
    kept_fonts = [
        font for font in fonts if font["family"] == "MaterialIcons"
    ]  # no mathematics, no second icon set
    kept_fonts.append({"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]})
    (assets / "FontManifest.json").write_text(json.dumps(kept_fonts))
