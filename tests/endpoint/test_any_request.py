"""Requests made from the endpoint's own OpenAPI, sound and unsound ones: each gets an answer or a problem."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from services.crypto.canonical import to_base64url
from services.endpoint.app import app_of
from services.endpoint.office import Office
from services.endpoint.rows import Device, Store
from services.endpoint.store_memory import MemoryStore
from services.endpoint.tokens import secret_hash
from tests.endpoint.house import House, opened
from tests.sync.circle import MENTOR, family

SCHEMA = schemathesis.openapi.from_dict(app_of(Office(store=MemoryStore())).openapi())
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
CASES = st.one_of([one.as_strategy(generation_mode=mode) for one in OPERATIONS for mode in GenerationMode])
TOKEN = b"t" * 32


def test_every_call_of_the_specification_is_asked() -> None:
    assert {one.label for one in OPERATIONS} == {
        "GET /v1/about",
        "POST /v1/token",
        "POST /v1/sync",
        "GET /v1/heads",
        "POST /v1/devices",
        "POST /v1/circles",
        "POST /v1/circles/{circle}/reoffer",
        "POST /v1/circles/{circle}/snapshot",
        "DELETE /v1/circles/{circle}",
        "DELETE /v1/device",
        "GET /v1/me",
        "POST /v1/pairings",
        "GET /v1/pairings/{ch}",
        "DELETE /v1/pairings/{ch}",
        "PUT /v1/pairings/{ch}/join",
        "GET /v1/pairings/{ch}/joins",
        "PUT /v1/pairings/{ch}/welcome",
        "GET /v1/pairings/{ch}/welcome",
    }


def test_a_thousand_requests_get_no_fault(make_store: Callable[[str], Store]) -> None:
    ask_many(make_store("sqlite"), 1_000)


@pytest.mark.long
def test_ten_thousand_requests_get_no_fault(make_store: Callable[[str], Store]) -> None:
    ask_many(make_store("postgresql"), 10_000)


def ask_many(store: Store, requests: int) -> None:
    """That many requests to one endpoint, most of them by a device that is signed in."""
    with asyncio.Runner() as runner:
        inside = opened(store)
        house = runner.run(inside.__aenter__())
        try:

            @given(case=CASES, is_signed_in=st.sampled_from([True, True, True, False]))
            @settings(max_examples=requests, database=None, suppress_health_check=list(HealthCheck))
            def no_fault(case: Any, is_signed_in: bool) -> None:
                runner.run(ask(house, case, is_signed_in))

            runner.run(house.hosted(family(), MENTOR))
            no_fault()
        finally:
            runner.run(inside.__aexit__(None, None, None))


async def ask(house: House, case: Any, is_signed_in: bool) -> None:
    """One request, and what must hold of its answer."""
    sent = case.as_transport_kwargs(base_url=str(house.http.base_url))
    sent.pop("cookies")
    sent["headers"] = {name.lower(): value for name, value in sent["headers"].items()} | {"prefer": ""}
    if is_signed_in:
        sent["headers"] |= {"authorization": f"Bearer {to_base64url(TOKEN)}", "sync-version": "1"}
        until = house.clock.ms + 1000
        caller = Device(MENTOR.id, MENTOR.sign.public, MENTOR.kem.public, "school", 0, house.office.today)
        async with house.office.store.writing() as rows:
            await rows.add([caller], if_absent=True)
            await rows.change([caller._replace(token_hash=secret_hash(TOKEN), token_until_ms=until)])
    sent["headers"] = {name: value.encode("utf-8", "replace") for name, value in sent["headers"].items()}
    sent["content"] = sent.pop("data", None)
    answer = await house.http.request(**sent)
    assert answer.status_code < 500, (case.operation.label, answer.text)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
