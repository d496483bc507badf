"""The archive that carries Python into the browser."""

from pathlib import Path

from app.make.archive import names_in, pack


def test_the_same_files_give_the_same_archive_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n")
    (tmp_path / "b").write_bytes(b"\x00two")
    files = [("app/a.py", tmp_path / "a"), ("app/b.bin", tmp_path / "b")]
    assert pack(files) == pack(reversed(files))
    assert names_in(pack(files)) == ["app/a.py", "app/b.bin"]


def test_the_files_stand_one_after_another_behind_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n")
    (tmp_path / "b").write_bytes(b"\x00two")
    archive = pack([("a", tmp_path / "a"), ("b", tmp_path / "b")])
    assert archive.split(b"\n", 1)[1] == b"one\n\x00two"
