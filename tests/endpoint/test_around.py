"""What stands around every call: versions, rates, headers, other origins, faults, logs, metrics."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from prometheus_client import generate_latest

from services.crypto.canonical import to_base64url
from services.endpoint.limits import Rate
from services.endpoint.logs import JsonLines
from services.endpoint.refusal import Refusal
from services.endpoint.rows import Rows
from services.endpoint.settings import Settings
from services.endpoint.store_memory import MemoryStore
from services.planner.errors import StorageUnavailable
from services.sync.problem import Problem
from services.sync.wire import MOST_REQUEST_BYTES
from tests.endpoint.house import Clock, House, name_of, opened
from tests.sync.circle import MENTOR, PUPIL, family

CANARY = "zebra-canary-7Q"


def at_home(run: Any, story: Any, **settings: Any) -> None:
    """Runs a story with an endpoint in memory."""

    async def whole() -> None:
        async with opened(MemoryStore(), **settings) as house:
            await story(house)

    run(whole())


def test_who_speaks_another_version_is_asked_to_update(run) -> None:
    async def story(house: House) -> None:
        phone = house.phone(PUPIL)
        asked = {"device": to_base64url(PUPIL.id)}
        assert await phone.problem("POST", "/v1/token", asked, sync_version="2") == (426, "version")
        assert await phone.problem("POST", "/v1/token", asked, sync_version="") == (426, "version")
        about = (await house.http.get("/v1/about")).json()
        assert (about["versions"], about["limits"]["entry_bytes"]) == ([1, 1], 256 * 1024)

    at_home(run, story, contact="sync@example.org")


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer x", "Basic eDp5", f"Bearer {'A' * 43}", "Bearer é"]
)
def test_without_a_token_there_is_nothing(run, authorization: str) -> None:
    async def story(house: House) -> None:
        await house.hosted(family(), MENTOR)
        sent = {"authorization": authorization.encode(), "Sync-Version": "1"}
        for method, path in (("GET", "/v1/me"), ("GET", "/v1/heads"), ("DELETE", "/v1/device")):
            answer = await house.http.request(method, path, headers=sent)
            assert (answer.status_code, name_of(answer.json())) == (401, "unauthenticated")

    at_home(run, story)


def test_who_asks_too_often_is_told_how_long_to_wait(run) -> None:
    async def story(house: House) -> None:
        mentor = await house.granted(MENTOR)
        for _ in range(3):
            await mentor.call("POST", "/v1/sync", {"circles": []})
        answer = await mentor.call("POST", "/v1/sync", {"circles": []}, 429)
        assert name_of(answer.json()) == "rate"
        wait_s = int(answer.headers["retry-after"])
        assert answer.json()["retry_after_s"] == wait_s == 2
        house.clock.ms += wait_s * 1000
        await mentor.call("POST", "/v1/sync", {"circles": []})

    at_home(run, story, sync_per_minute=60, sync_burst=3)


def test_a_caseload_is_hosted_at_once_and_what_is_more_waits(run) -> None:
    async def story(house: House) -> None:
        mentor = await house.granted(MENTOR)
        odd = {"rosters": ["AAAA"], "entries": []}
        for _ in range(3):
            assert (await mentor.problem("POST", "/v1/circles", odd))[1] != "rate"
        assert await mentor.problem("POST", "/v1/circles", odd) == (429, "rate")
        await mentor.call("POST", "/v1/sync", {"circles": []})

    at_home(run, story, host_burst=3, host_per_minute=1, sync_burst=1)


@pytest.mark.parametrize(
    ("limit", "path", "body"),
    [
        ("token_per_minute", "/v1/token", {"device": to_base64url(PUPIL.id)}),
        ("token_per_minute_address", "/v1/token", {"device": to_base64url(PUPIL.id)}),
        ("pairing_per_hour_address", "/v1/devices", {"grant": "A" * 43, "sign": "A" * 43, "kem": "A" * 43}),
    ],
)
def test_what_needs_no_token_has_its_rates_too(run, limit: str, path: str, body: dict[str, str]) -> None:
    async def story(house: House) -> None:
        phone = house.phone(PUPIL)
        for _ in range(2):
            assert (await phone.call("POST", path, body, None)).status_code != 429
        assert await phone.problem("POST", path, body) == (429, "rate")

    at_home(run, story, **{limit: 2})


def test_an_organisation_opens_so_many_tickets_an_hour(run) -> None:
    async def story(house: House) -> None:
        mentor = await house.granted(MENTOR)
        asked = {"hello": "e30", "ttl_s": 60}
        for _ in range(20):
            await mentor.call("POST", "/v1/pairings", asked)
        assert await mentor.problem("POST", "/v1/pairings", asked) == (429, "rate")

    at_home(run, story, pairing_per_hour_org=20)


def test_a_rate_forgets_and_never_grows_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.endpoint.limits._MOST_KEPT", 10)
    clock = Clock()
    rate = Rate(60, 2, clock)
    for address in range(100):
        rate.take(address)
    assert len(rate._left_at) <= 10
    rate.take(99)
    with pytest.raises(Refusal) as refused:
        rate.take(99)
    assert refused.value.answer.problem is Problem.RATE
    clock.ms += 1000
    rate.take(99)


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (b"", 400, "bad-request"),
        (b"{", 400, "bad-request"),
        (b"[" * 100_000, 400, "bad-request"),
        (b'{"circles":[' + b'{"id":' * 50_000, 400, "bad-request"),
        (b'{"circles":[],"more":1}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAA","cursor":0}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAAAAAAAAAAAAAAAAAAAA","cursor":-1}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAAAAAAAAAAAAAAAAAAAA","cursor":1e400}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAAAAAAAAAAAAAAAAAAAA","cursor":99999999999999999999}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAAAAAAAAAAAAAAAAAAAA","cursor":NaN}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"AAAAAAAAAAAAAAAAAAAAAB","cursor":0}]}', 400, "bad-request"),
        (b'{"circles":[{"id":"\\ud800AAAAAAAAAAAAAAAAAAAAA","cursor":0}]}', 400, "bad-request"),
        (b'\xff\xfe{"circles":[]}', 400, "bad-request"),
        (b'{"circles":"' + CANARY.encode() + b'"}', 400, "bad-request"),
        (b'{"circles":[' + b" " * MOST_REQUEST_BYTES + b"]}", 413, "too-large"),
    ],
    ids=range(15),
)
def test_a_body_that_makes_no_sense_gets_no_echo(run, body: bytes, status: int, problem: str) -> None:
    async def story(house: House) -> None:
        mentor = await house.granted(MENTOR)
        headers = {
            "authorization": f"Bearer {mentor.token}",
            "Sync-Version": "1",
            "content-type": "application/json",
        }
        answer = await house.http.post("/v1/sync", content=body, headers=headers)
        assert (answer.status_code, name_of(answer.json())) == (status, problem)
        assert CANARY not in answer.text

    at_home(run, story)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1/sync", 405),
        ("GET", "/v1/pairings/12", 400),
        ("DELETE", "/v1/circles/short", 400),
        ("POST", "/v1/circles/" + "A" * 21 + "B/reoffer", 400),
        ("GET", "/docs", 404),
        ("GET", "/", 404),
    ],
)
def test_addresses_that_are_not_there(run, method: str, path: str, status: int) -> None:
    async def story(house: House) -> None:
        mentor = await house.granted(MENTOR)
        answer = await mentor.call(method, path, {} if method != "GET" else None, status)
        assert answer.headers["content-type"] == "application/problem+json"

    at_home(run, story)


def test_every_answer_keeps_itself_where_it_belongs(run) -> None:
    async def story(house: House) -> None:
        for path in ("/v1/about", "/v1/nothing", "/healthz"):
            headers = (await house.http.get(path)).headers
            assert headers["cache-control"] == "no-store"
            assert headers["content-security-policy"] == "frame-ancestors 'none'"
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["sync-version"] == "1"
            assert "access-control-allow-origin" not in headers
            assert headers["strict-transport-security"] == "max-age=31536000"
            bare = (await house.http.get(f"http://127.0.0.1{path}")).headers
            assert "strict-transport-security" not in bare, "RFC 6797: over TLS alone"

    at_home(run, story)


def test_only_configured_origins_may_ask_from_a_page(run) -> None:
    async def story(house: House) -> None:
        ours = "https://app.example.org"
        for origin, allowed in ((ours, ours), ("https://evil.example", None)):
            headers = {"origin": origin, "access-control-request-method": "POST"}
            answer = await house.http.options("/v1/sync", headers=headers)
            assert answer.headers.get("access-control-allow-origin") == allowed

    at_home(run, story, cors_origins="https://app.example.org")


class StormyStore(MemoryStore):
    """A store whose disk may go away, or whose code may have a fault."""

    fault: Exception | None = None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Rows]:  # type: ignore[override]  # a narrower yield is not needed
        async with super().writing() as rows:
            yield rows
            if self.fault is not None:
                raise self.fault


def test_when_the_disk_is_away_nothing_is_acknowledged_and_it_comes_back(run) -> None:
    async def whole() -> None:
        store = StormyStore()
        async with opened(store) as house:
            circle = family()
            mentor = await house.hosted(circle, MENTOR)
            tick = circle.put(circle.edits(MENTOR))
            asked = {
                "id": to_base64url(circle.state.chain.circle),
                "cursor": 3,
                "push": [to_base64url(tick.raw)],
            }
            store.fault = StorageUnavailable("full")
            answer = await mentor.call("POST", "/v1/sync", {"circles": [asked]}, 503)
            assert answer.json() == {"type": "about:blank", "title": "Service Unavailable", "status": 503} | {
                "retry_after_s": 2
            }
            store.fault = None
            assert (await mentor.sync(circle, 3, tick))["acks"] == [[tick.frame.n, 4]]

    run(whole())


def test_a_log_line_has_the_kind_of_a_fault_and_never_its_words() -> None:
    with pytest.raises(ValueError, match=CANARY) as caught:
        int(CANARY)
    exc_info = (caught.type, caught.value, caught.tb)
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, "a fault", (), exc_info)
    record.circles = 3
    line = json.loads(JsonLines().format(record))
    assert (line["event"], line["fault"], line["circles"]) == ("a fault", "ValueError", 3)
    assert line["where"][0].startswith("test_around.py:")
    assert CANARY not in json.dumps(line)


def test_metrics_count_calls_by_pattern_and_name_nobody(run) -> None:
    async def story(house: House) -> None:
        circle = family()
        mentor = await house.hosted(circle, MENTOR)
        await mentor.sync(circle, 3, circle.put(circle.edits(MENTOR)))
        path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/reoffer"
        await mentor.call("POST", path, {"entries": []})
        shown = generate_latest(house.office.metrics.registry).decode()
        assert 'firstbell_calls_total{call="/v1/circles/{circle}/reoffer",status="200"} 1.0' in shown
        assert "firstbell_entries_total 1.0" in shown
        assert to_base64url(circle.state.chain.circle) not in shown

    at_home(run, story)


def test_settings_come_from_the_environment() -> None:
    origins = "https://a.example, https://b.example"
    chosen = Settings.from_environment(
        {"FIRSTBELL_ORIGINS": origins, "FIRSTBELL_PORT": "9", "FIRSTBELL_HOME": ""}
    )
    assert (chosen.origins, chosen.port) == (("https://a.example", "https://b.example"), 9)
    for wrong in (
        {"FIRSTBELL_PORT": "x"},
        {"FIRSTBELL_ORIGINS": "*"},
        {"FIRSTBELL_CORS_ORIGINS": "https://a/b"},
    ):
        with pytest.raises(ValueError, match="validation error"):
            Settings.from_environment(wrong)
