"""The lock files: the same install on every machine, from wherever that machine takes its packages."""

import re
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from app.make.answer import BuildStopped
from app.make.lock import DEV_LOCK
from app.make.lockfile import locked, locked_lines
from app.make.needs import browser_needs, direct_needs
from app.make.places import LOCK

LOCKS = (LOCK, DEV_LOCK)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_names_no_place_that_packages_come_from(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"://|--index|--extra-index|--find-links|\bfile:", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_has_one_version_and_its_hashes(lock: Path) -> None:
    for name, line in locked_lines(lock).items():
        assert line.count("==") == 1, name
        assert "--hash=sha256:" in line, name


def test_both_lock_files_agree() -> None:
    all_of_them = locked_lines(DEV_LOCK)
    assert {name: all_of_them.get(name) for name in locked_lines()} == locked_lines()


def test_the_lock_holds_all_that_the_project_and_the_browser_need() -> None:
    asked = {canonicalize_name(need.name) for need in direct_needs()} | set(browser_needs())
    assert asked <= set(locked_lines())


def test_a_package_that_is_not_locked_gets_a_sentence() -> None:
    with pytest.raises(BuildStopped, match="does not hold nonesuch; run `make lock`"):
        locked("nonesuch")


def test_the_pins_in_the_lock_lie_in_the_ranges_of_the_project() -> None:
    for need in direct_needs():
        version = locked(need.name).split("==")[1].split()[0]
        assert need.specifier.contains(version), f"{need} but {version} is locked"
