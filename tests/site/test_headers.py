"""How the server sends the site: dense, safe, and kept for as long as is right."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from app.make.compress import compress
from app.make.headers import cache_rule, content_policy
from app.make.web_app import web_app

HASHED = "app-0123456789ab.pack"
TEXT = b"Firstbell " * 400


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    (folder / "client-0123456789ab").mkdir(parents=True)
    for name in ("index.html", "sw.js", HASHED, "client-0123456789ab/main.dart.wasm", "pictograms.svg"):
        (folder / name).write_bytes(TEXT)
    (folder / "short.txt").write_bytes(b"short")
    (folder / ".made-from").write_text("0123456789ab")
    compress(folder)
    (tmp_path / "secret.txt").write_text("not of the site")
    return folder


Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(site: Path, run: Callable[[Any], Any]) -> Ask:
    """Asks the server for a path, in this process."""

    def asking(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(web_app(site, ["https://sync.example"]))
            async with httpx.AsyncClient(transport=transport, base_url="http://firstbell") as client:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers={"accept-encoding": "identity"} | named)

        answer: httpx.Response = run(once())
        return answer

    return asking


def test_the_address_alone_gives_the_page(ask: Ask) -> None:
    assert ask("/").content == TEXT
    assert ask("/").headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("accepted", ["gzip, deflate, br, zstd", "br", "br;q=1.0, gzip;q=0.5"])
def test_a_browser_that_reads_brotli_gets_brotli(ask: Ask, site: Path, accepted: str) -> None:
    answer = ask("/index.html", accept_encoding=accepted)
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) == (site / "index.html.br").stat().st_size
    assert answer.content == TEXT
    assert brotli.decompress((site / "index.html.br").read_bytes()) == TEXT


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0"])
def test_a_browser_that_reads_only_gzip_gets_gzip(ask: Ask, site: Path, accepted: str) -> None:
    answer = ask("/index.html", accept_encoding=accepted)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == TEXT == gzip.decompress((site / "index.html.gz").read_bytes())


@pytest.mark.parametrize("accepted", ["", "identity", "deflate", "gzip;q=0"])
def test_whoever_reads_neither_gets_the_file_itself(ask: Ask, accepted: str) -> None:
    answer = ask("/index.html", accept_encoding=accepted)
    assert "content-encoding" not in answer.headers
    assert answer.content == TEXT


def test_caches_on_the_way_are_told_that_the_answer_depends_on_the_encoding(ask: Ask) -> None:
    assert ask("/index.html").headers["vary"] == "accept-encoding"
    assert ask("/index.html", accept_encoding="br").headers["etag"] != ask("/index.html").headers["etag"]


@pytest.mark.parametrize("path", [HASHED, "client-0123456789ab/main.dart.wasm"])
def test_a_file_with_its_hash_in_the_name_is_kept_for_good(ask: Ask, path: str) -> None:
    assert ask(f"/{path}").headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["", "index.html", "sw.js", "pictograms.svg"])
def test_everything_else_is_asked_for_again(ask: Ask, path: str) -> None:
    assert ask(f"/{path}").headers["cache-control"] == "no-cache"


def test_a_name_that_only_looks_hashed_is_not_kept_for_good() -> None:
    for name in ("app-0123.js", "icons/icon-192.png", "boot-0123456789abcd.js", "-0123456789ab"):
        assert cache_rule(name) == "no-cache", name


def test_what_has_not_changed_is_not_sent_again(ask: Ask) -> None:
    tag = ask("/index.html", accept_encoding="br").headers["etag"]
    answer = ask("/index.html", accept_encoding="br", if_none_match=tag)
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["cache-control"] == "no-cache"
    assert ask("/index.html", if_none_match=tag).status_code == 200


def test_a_head_is_answered_without_the_body(ask: Ask) -> None:
    answer = ask("/index.html", "HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(TEXT))


@pytest.mark.parametrize("path", ["/", "/sw.js", f"/{HASHED}", "/not/there"])
def test_every_answer_carries_the_policy_and_its_companions(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["content-security-policy"] == content_policy(["https://sync.example"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers


def test_the_policy_lets_no_script_of_the_page_itself_run_and_no_other_origin_in() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_policy().split("; "))
    assert rules["default-src"] == "'self'"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert rules["connect-src"] == "'self' data: blob:"
    assert rules["object-src"] == rules["frame-ancestors"] == "'none'"
    assert "http" not in content_policy()


def test_an_endpoint_is_only_ever_talked_to() -> None:
    rules = [rule for rule in content_policy(["https://sync.example"]).split("; ") if "sync.example" in rule]
    assert rules == ["connect-src 'self' https://sync.example data: blob:"]


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/client-0123456789ab/../../secret.txt"]
)
def test_nothing_outside_the_site_is_reached(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert "not of the site" not in answer.text


@pytest.mark.parametrize("path", ["/.made-from", "/nowhere", "/client-0123456789ab", "/%00", "/index.html/"])
def test_an_address_with_nothing_behind_it_gets_a_sentence(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert answer.text == "There is nothing at this address."
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_site_is_only_read(ask: Ask, method: str) -> None:
    assert ask("/index.html", method).status_code == 405


def test_small_files_have_no_twins(site: Path) -> None:
    assert not (site / "short.txt.br").exists()


def test_an_endpoint_beside_the_site_comes_first(site: Path, run: Callable[[Any], Any]) -> None:
    async def hello(_request: Request) -> JSONResponse:
        return JSONResponse({"protocol": 1})

    async def once() -> httpx.Response:
        app = web_app(site, beside=[Mount("/v1", routes=[Route("/hello", hello)])])
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://firstbell"
        ) as client:
            return await client.get("/v1/hello")

    answer: httpx.Response = run(once())
    assert answer.json() == {"protocol": 1}
    assert "content-security-policy" in answer.headers
