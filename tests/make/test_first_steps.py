"""What a newcomer's machine is told when it cannot run Firstbell."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.make import environment
from app.make.answer import BuildStopped
from app.make.places import ROOT

SH = "/bin/sh"


def find_python(path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Look for Python where only the programs in `path` are there."""
    command = [SH, str(ROOT / "app" / "make" / "find-python")]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env={"PATH": str(path), **more}
    )


def fake_python(folder: Path, name: str, version: str) -> Path:
    """A program that says it is this Python."""
    program = folder / name
    program.write_text(f"#!{SH}\necho {version}\n")
    program.chmod(0o755)
    return program


def test_a_machine_without_python_gets_one_sentence(tmp_path: Path) -> None:
    answer = find_python(tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.startswith(
        "Firstbell needs Python 3.11, 3.12, 3.13 or 3.14, and this machine has no Python"
    )
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("version", ["2.7.18", "3.9.2", "3.10.13", "3.15.0"])
def test_a_python_that_is_too_old_or_too_new_is_named(tmp_path: Path, version: str) -> None:
    fake_python(tmp_path, "python3", version)
    answer = find_python(tmp_path)
    assert answer.returncode == 1
    assert f"this is Python {version}" in answer.stderr


def test_a_newer_python_beside_an_old_one_is_found(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "3.9.2")
    newer = fake_python(tmp_path, "python3.13", "3.13.1")
    assert find_python(tmp_path).stdout.strip() == str(newer)


def test_a_wished_python_that_is_not_there_is_named(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "3.12.0")
    answer = find_python(tmp_path, PYTHON="python3.99")
    assert "PYTHON is 'python3.99', and there is no such Python here" in answer.stderr


def test_a_python_without_ensurepip_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lock").write_text("")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "first_missing", lambda: "ensurepip")
    with pytest.raises(BuildStopped, match=r"comes without ensurepip\. Install that part"):
        environment.make(tmp_path / "lock", tmp_path / "stamp")
    assert not (tmp_path / ".venv").exists()


def test_a_full_disk_during_the_install_gets_one_sentence() -> None:
    command = [
        sys.executable,
        "-c",
        "print('ERROR: [Errno 28] No space left on device'); raise SystemExit(1)",
    ]
    with pytest.raises(BuildStopped, match="The disk is full"):
        environment.carry_out(command, environment.NO_NETWORK, total=1)


def test_a_machine_without_network_gets_one_sentence() -> None:
    command = [sys.executable, "-c", "print('ERROR: no route'); raise SystemExit(1)"]
    with pytest.raises(BuildStopped, match=r"could not be fetched; is there a network\?.*no route"):
        environment.carry_out(command, environment.NO_NETWORK, total=1)


def test_a_second_run_installs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lock").write_text("nothing==1\n")
    (tmp_path / "stamp").write_text(hashlib.sha256(b"nothing==1\n").hexdigest())
    environment.make(tmp_path / "lock", tmp_path / "stamp")
    assert capsys.readouterr().out == ""


def test_make_alone_lists_every_verb() -> None:
    listed = subprocess.run(
        ["make"], cwd=ROOT, check=True, capture_output=True, text=True, env=os.environ
    ).stdout
    for verb in ("run", "web", "test", "check", "bench", "features", "soak", "apk", "ipa", "lock", "clean"):
        assert f"make {verb} " in listed
