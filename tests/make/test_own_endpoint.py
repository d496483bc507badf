"""The endpoint that `make run` has beside the app."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.make.answer import BuildStopped
from app.make.own_endpoint import endpoint_home, is_loopback, own_endpoint
from app.make.web_app import web_app
from services.crypto.canonical import from_base64url, to_base64url
from services.endpoint.server import office_of_app
from tests.sync.circle import MENTOR

ADDRESS = "http://127.0.0.1:8550"


def visit(run: Any, tmp_path: Path, address: str = ADDRESS) -> dict[str, httpx.Response]:
    """The server with the endpoint beside a site: what a few addresses answer."""
    (tmp_path / "index.html").write_text("<title>Firstbell</title>")
    endpoint = own_endpoint(address, tmp_path / "home" / "endpoint")

    async def story() -> dict[str, httpx.Response]:
        transport = httpx.ASGITransport(web_app(tmp_path, endpoint=endpoint))
        async with (
            endpoint.router.lifespan_context(endpoint),
            httpx.AsyncClient(transport=transport, base_url=address) as client,
        ):
            return {path: await client.get(path) for path in ("/", "/v1/about", "/v1/nothing", "/v10")}

    answers: dict[str, httpx.Response] = run(story())
    return answers


def test_it_answers_on_the_apps_own_origin(run: Any, tmp_path: Path) -> None:
    answers = visit(run, tmp_path)
    assert "Firstbell" in answers["/"].text
    assert answers["/v1/about"].json()["versions"] == [1, 1]
    assert answers["/v1/nothing"].headers["content-type"] == "application/problem+json"
    assert answers["/v10"].headers["content-type"].startswith("text/plain")
    assert all("content-security-policy" in answer.headers for answer in answers.values())


def test_a_grant_is_said_to_this_machine_alone_until_it_is_spent(
    run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit(run, tmp_path, "http://192.0.2.7:8550")
    assert capsys.readouterr().out == ""
    visit(run, tmp_path)
    grant = capsys.readouterr().out.split()[-1]
    assert len(from_base64url(grant)) == 32
    endpoint = own_endpoint(ADDRESS, tmp_path / "home" / "endpoint")
    asked = {
        "grant": grant,
        "sign": to_base64url(MENTOR.sign.public),
        "kem": to_base64url(MENTOR.kem.public),
    }

    async def spend() -> int:
        transport = httpx.ASGITransport(endpoint)
        async with (
            endpoint.router.lifespan_context(endpoint),
            httpx.AsyncClient(transport=transport, base_url=ADDRESS, headers={"sync-version": "1"}) as client,
        ):
            again = capsys.readouterr().out.split()[-1]
            assert again != grant, "an unspent one is replaced"
            asked["grant"] = again
            return (await client.post("/v1/devices", json=asked)).status_code

    assert run(spend()) == 200
    visit(run, tmp_path)
    assert capsys.readouterr().out == ""


def test_devices_may_know_it_by_either_name_of_this_machine(tmp_path: Path) -> None:
    settings = office_of_app(own_endpoint(ADDRESS, tmp_path)).settings
    assert {ADDRESS, "http://localhost:8550"} <= set(settings.origins)
    assert [is_loopback(one) for one in ("http://[::1]:1", "http://localhost:1", "http://10.0.0.1:1")] == [
        True,
        True,
        False,
    ]


def test_it_keeps_its_rows_where_firstbell_is_at_home(tmp_path: Path) -> None:
    assert endpoint_home({"FIRSTBELL_HOME": "/somewhere"}) == Path("/somewhere/endpoint")
    assert endpoint_home({}) == Path.home() / ".firstbell" / "endpoint"
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildStopped, match="FIRSTBELL_HOME names another"):
        own_endpoint(ADDRESS, tmp_path / "file" / "endpoint")
