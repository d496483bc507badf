"""What travels to a phone or a browser, and what never does."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.make.needs import browser_needs, direct_needs
from app.make.places import ROOT
from app.make.stage import shipped_files

# What Flet's mobile builds carry (August 2026). A range that starts above one of them breaks `make apk`.
ON_PHONES = {"cryptography": "48.0.0", "msgpack": "1.1.2"}
# In the browser these come with Pyodide or with the page, not from a registry.
GIVEN_BY_THE_BROWSER = {"js", "pyodide", "pyodide_js", "flet_js"}


def names() -> list[str]:
    return [name for name, _ in shipped_files()]


def test_the_shipped_tree_holds_the_app_and_its_floors() -> None:
    assert {name.split("/")[0] for name in names()} == {"main.py", "app", "views", "services"}
    assert "main.py" in names()
    assert "app/shell.py" in names()


@pytest.mark.parametrize(
    "left", ["tests/", "bench/", "docs/", "build/", "app/make/", "app/site/", "services/endpoint/"]
)
def test_what_only_the_workshop_needs_stays_there(left: str) -> None:
    assert not [name for name in names() if name.startswith(left)]


def test_no_traces_of_this_machine_are_shipped() -> None:
    assert not [
        name for name in names() if "__pycache__" in name or name.endswith((".pyc", ".lock", ".toml"))
    ]


def asked_by(package: str) -> list[str]:
    return [str(need) for need in direct_needs()] if package == "firstbell" else requires(package) or []


def third_party_imports() -> Iterator[tuple[str, str]]:
    own = {"app", "views", "services", "main"}
    for name, file in shipped_files():
        if not name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(file.read_bytes())):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            for module in modules:
                top = module.split(".")[0]
                if top not in own | GIVEN_BY_THE_BROWSER and top not in sys.stdlib_module_names:
                    yield top, name


def test_every_package_the_shipped_code_imports_is_a_dependency_of_the_project() -> None:
    asked = {canonicalize_name(need.name) for need in direct_needs()}
    packages = packages_distributions()
    missing = {
        f"{name} imports {top}"
        for top, name in third_party_imports()
        if not asked & {canonicalize_name(package) for package in packages.get(top, [top])}
    }
    assert not missing


def test_the_browser_gets_no_cryptography_package_for_it_has_its_own() -> None:
    assert not {"cryptography", "cffi", "pycparser"} & set(browser_needs())


def test_the_browser_gets_all_that_the_app_runs_on() -> None:
    assert {"flet", "msgpack", "pydantic", "pydantic-core", "tinydb", "httpx", "segno", "tzdata"} <= set(
        browser_needs()
    )


@pytest.mark.parametrize("package", ON_PHONES)
def test_a_phone_can_use_the_version_it_has(package: str) -> None:
    lines = [line for name in ("flet", "firstbell") for line in asked_by(name)]
    needs = [need for need in map(Requirement, lines) if canonicalize_name(need.name) == package]
    assert needs, f"nobody asks for {package}"
    assert all(need.specifier.contains(ON_PHONES[package]) for need in needs), f"{needs} leave phones out"


def test_pydantic_may_be_as_old_as_the_core_that_phones_have() -> None:
    # pydantic asks for one exact core: 2.13.5 for 2.46.5, and 2.14.0 for 2.50.0, newer than on phones.
    need = next(need for need in direct_needs() if need.name == "pydantic")
    assert need.specifier.contains("2.13.5")


def test_the_phone_build_leaves_out_what_the_web_build_leaves_out() -> None:
    flet = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["flet"]
    excluded = set(flet["app"]["exclude"])
    tops = {place.name for place in ROOT.iterdir() if not place.name.startswith(".")}
    shipped = {"main.py", "app", "views", "services", "assets", "pyproject.toml"}
    assert {"app/make", "app/site", "services/endpoint"} <= excluded
    assert tops - shipped - excluded == set(), (
        "a new place at the top: say in [tool.flet.app] that it stays home"
    )
