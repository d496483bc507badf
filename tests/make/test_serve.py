"""The server's first words."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.make.answer import BuildStopped
from app.make.places import ROOT
from app.make.serve import chosen_port, endpoint_origins, serve


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<title>Firstbell</title>")
    return tmp_path


def test_it_says_where_it_is_once_it_answers_there(site: Path) -> None:
    command = [sys.executable, "-m", "app.make.serve", "--port", "0", "--site", str(site)]
    home = dict(os.environ, FIRSTBELL_HOME=str(site / "home"))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=home) as server:
        assert server.stdout is not None
        try:
            line = server.stdout.readline()
            assert line.startswith("Firstbell is at http://127.0.0.1:")
            with socket.create_connection(("127.0.0.1", int(line.rsplit(":", 1)[1])), timeout=5):
                pass
            assert server.stdout.readline().startswith("A mentor can keep planners together here with this")
        finally:
            server.terminate()
    assert server.wait() in (0, -15)


def test_whoever_ends_it_reads_no_fault(site: Path) -> None:
    command = [sys.executable, "-m", "app.make.serve", "--port", "0", "--site", str(site)]
    home = dict(os.environ, FIRSTBELL_HOME=str(site / "home"))
    out, error = subprocess.PIPE, subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=error, text=True, env=home) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        while not server.stdout.readline().startswith("A mentor can keep"):
            assert server.poll() is None
        server.send_signal(signal.SIGINT)
        assert server.wait() == 0
        assert server.stderr.read() == ""


def test_a_taken_port_gets_one_sentence(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildStopped, match=f"Port {port} is taken by another program; choose another"):
            serve(site, "127.0.0.1", port, [], site)


def test_an_address_that_is_not_ours_gets_one_sentence(site: Path) -> None:
    with pytest.raises(BuildStopped, match=r"This machine has no address 192\.0\.2\.1"):
        serve(site, "192.0.2.1", 0, [], site)


def test_without_a_built_site_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match="run `make web` first"):
        serve(tmp_path, "127.0.0.1", 0, [], tmp_path)


@pytest.mark.parametrize("nonsense", ["", "http", "-1", "65536", "80 80"])
def test_a_port_that_is_no_port_gets_one_sentence(nonsense: str) -> None:
    with pytest.raises(BuildStopped, match="must be a number from 0 to 65535"):
        chosen_port(nonsense)


def test_endpoints_are_taken_by_origin() -> None:
    assert endpoint_origins("https://a.example, http://[::1]:9000") == [
        "https://a.example",
        "http://[::1]:9000",
    ]
    assert endpoint_origins("") == []


@pytest.mark.parametrize("nonsense", ["a.example", "https://a.example/path", "https://a; script-src *", "*"])
def test_an_endpoint_that_would_widen_the_policy_is_turned_away(nonsense: str) -> None:
    with pytest.raises(BuildStopped, match="an origin looks like"):
        endpoint_origins(nonsense)
