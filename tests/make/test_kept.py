"""Build steps are done once for the same input, and never half."""

from pathlib import Path

import pytest

from app.make import kept as kept_module
from app.make.kept import digest, kept, lay


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept_module, "CACHE", tmp_path / "cache")
    return tmp_path / "cache"


def test_a_step_is_done_once_for_the_same_input() -> None:
    done: list[Path] = []
    first = kept("a step", "0123456789ab", done.append)
    assert kept("a step", "0123456789ab", done.append) == first
    assert len(done) == 1


def test_a_step_that_stops_leaves_nothing_behind(cache: Path) -> None:
    def stop(place: Path) -> None:
        (place / "half").write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept("a step", "0123456789ab", stop)
    assert list(cache.iterdir()) == []


def test_old_results_make_room_for_new_ones(cache: Path) -> None:
    for number in range(6):
        kept("a step", f"{number:012x}", lambda place: None)
    assert len(list(cache.iterdir())) == 3


def test_a_hash_knows_names_and_contents_but_not_what_python_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "a.py").write_text("a")
    before = digest(folder)
    (folder / "__pycache__" / "a.pyc").write_text("bytecode")
    assert digest(folder) == before
    (folder / "a.py").rename(folder / "b.py")
    assert digest(folder) != before


def test_a_kept_folder_is_laid_without_its_bytes_being_copied(tmp_path: Path) -> None:
    source = tmp_path / "source" / "deep"
    source.mkdir(parents=True)
    (source / "file").write_text("once")
    lay(tmp_path / "source", tmp_path / "target")
    laid = tmp_path / "target" / "deep" / "file"
    assert laid.read_text() == "once"
    assert laid.samefile(source / "file")
