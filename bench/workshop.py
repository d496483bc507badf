"""The workshop: a page on the app's origin whose worker runs our services in the browser's Python."""

import io
import zipfile
from pathlib import Path

from starlette.responses import FileResponse, Response

from app.make.places import ROOT
from app.make.stage import shipped_files
from app.make.wheels import browser_packages, packed_names

_HERE = Path(__file__).parent
_TYPE_BY_NAME = {"page.html": "text/html", "page.js": "text/javascript", "worker.js": "text/javascript"}


def workshop_file(site: Path, name: str) -> Response:
    """What stands at /bench/<name>."""
    if name in _TYPE_BY_NAME:
        return FileResponse(_HERE / "in_browser" / name, media_type=_TYPE_BY_NAME[name])
    if name == "python":
        found = [*site.glob("python-*/pyodide.mjs"), *site.glob("pyodide/pyodide.mjs")]
        return Response(found[0].parent.name, media_type="text/plain")
    if name == "code.zip":
        return Response(_code(), media_type="application/zip")
    return Response(status_code=404)


def _code() -> bytes:
    """Our services, this bench, and every package that travels with the app."""
    files = [(name, file) for name, file in shipped_files() if name.startswith("services/")]
    files += [(file.relative_to(ROOT).as_posix(), file) for file in sorted(_HERE.rglob("*.py"))]
    files += packed_names(browser_packages())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, file in files:
            archive.write(file, name)
    return packed.getvalue()
