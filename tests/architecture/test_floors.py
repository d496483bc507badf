"""The rule of the house as a test: imports point down or sideways, never up."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("app", "views", "services")

# Inside services each room may use only these other rooms (architecture.md, floors).
MAY_USE = {
    "planner": set[str](),
    "crypto": {"planner"},
    "vault": {"crypto", "planner"},
    "sync": {"vault", "crypto", "planner"},
    "desk": {"vault", "crypto", "planner"},
    "paper": {"crypto", "planner"},
    "endpoint": {"sync", "crypto", "planner"},
}
# The rules of a log are shared: an endpoint sees these modules of sync and planner and no others, and they
# themselves see no more. None of them can read what is sealed.
SHARED_WITH_ENDPOINT = {
    "sync": {
        "chain",
        "chain_rules",
        "entry",
        "log",
        "problem",
        "roster",
        "snapshot_rules",
        "statement",
        "wire",
        "wire_form",
        "wire_pairing",
    },
    "planner": {"canonical", "edit", "errors", "reading", "stamp", "words"},
    "crypto": None,
}
ONLY_IN = {
    "tinydb": "services/vault/",
    "cryptography": "services/crypto/",
    "httpx": "services/sync/",
    "fastapi": "services/endpoint/",
    "sqlalchemy": "services/endpoint/",
}
BROWSER_MODULES = {"js", "pyodide"}
FLET_FREE_VIEWS = ("_model.py", "tokens.py", "action.py")
BANNED_NAMES = {"utils", "helpers", "common", "manager", "handler", "data", "info", "base", "misc"}


def python_files() -> list[Path]:
    return sorted(p for floor in SHIPPED for p in (ROOT / floor).rglob("*.py"))


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield "relative", node.lineno
            elif node.module:
                yield node.module, node.lineno
                for alias in node.names:
                    yield f"{node.module}.{alias.name}", node.lineno


def complaints(path: Path) -> Iterator[str]:
    here = path.relative_to(ROOT).as_posix()
    floor = here.split("/")[0]
    room = here.split("/")[1] if floor == "services" and here.count("/") > 1 else ""
    for module, line in imports_of(path):
        top = module.split(".")[0]
        where = f"{here}:{line} imports {module}"
        if module == "relative":
            yield f"{here}:{line} imports relatively; name the floor"
        if floor == "services" and top in {"app", "views", "flet"}:
            yield f"{where}: services know no screen"
        if floor == "views" and top == "app":
            yield f"{where}: views do not know who puts them together"
        if floor == "views" and top == "flet" and (here.endswith(FLET_FREE_VIEWS) or "/strings/" in here):
            yield f"{where}: this room is free of flet"
        if room and top == "services" and module.count(".") > 1:
            other = module.split(".")[1]
            if other != room and other not in MAY_USE[room]:
                yield f"{where}: {room} may use only {sorted(MAY_USE[room]) or 'nothing'}"
        if shares_rules(here) and top == "services" and module.count(".") > 1:
            other, name = module.split(".")[1:3]
            shared = SHARED_WITH_ENDPOINT.get(other, set())
            if other != "endpoint" and shared is not None and name not in shared:
                yield f"{where}: the endpoint may not see it"
        if top in ONLY_IN and not here.startswith((ONLY_IN[top], "app/make/")):
            yield f"{where}: only {ONLY_IN[top]} may"
        if top in BROWSER_MODULES and not here.endswith("_browser.py"):
            yield f"{where}: browser modules live in files named *_browser.py"


def shares_rules(here: str) -> bool:
    """Whether this file is of the endpoint, or of what it shares with devices."""
    parts = Path(here).with_suffix("").parts
    shared = SHARED_WITH_ENDPOINT["sync"] or set()
    return parts[:2] == ("services", "endpoint") or (
        parts[:2] == ("services", "sync") and parts[-1] in shared
    )


def test_imports_point_down() -> None:
    found = [text for path in python_files() for text in complaints(path)]
    assert not found, "\n".join(found)


def test_the_rule_itself_notices_an_import_that_points_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "services" / "planner"
    room.mkdir(parents=True)
    bad = room / "x.py"
    bad.write_text("import flet\nfrom services.vault import journal\nimport tinydb\nimport js\n")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert len(list(complaints(bad))) >= 4


def test_the_endpoint_and_what_it_shares_may_not_see_what_is_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    for room, name in (("endpoint", "serve.py"), ("sync", "log.py")):
        folder = tmp_path / "services" / room
        folder.mkdir(parents=True)
        file = folder / name
        file.write_text(
            "from services.sync.content import read_content\nfrom services.planner.merge import merge\n"
        )
        assert len({text.split(" imports ")[0] for text in complaints(file)}) == 2
        file.write_text(
            "from services.sync.entry import Entry\nfrom services.planner.errors import NotPermitted\n"
        )
        assert not list(complaints(file))


def test_every_room_has_a_name_that_says_its_job() -> None:
    named_vaguely = [p.relative_to(ROOT).as_posix() for p in python_files() if p.stem in BANNED_NAMES]
    assert not named_vaguely


def lines_by_file() -> dict[str, int]:
    return {
        p.relative_to(ROOT).as_posix(): len(p.read_text(encoding="utf-8").splitlines())
        for p in python_files()
        if p.name != "__init__.py"
    }


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    assert not {name: n for name, n in lines_by_file().items() if n > 300}


def test_most_files_fit_on_a_screen_or_two() -> None:
    lengths = sorted(lines_by_file().values())
    assert lengths[len(lengths) // 2] <= 90
    assert lengths[len(lengths) * 9 // 10] <= 200
