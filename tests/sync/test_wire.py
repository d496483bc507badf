"""The JSON of the calls: strict where we receive, forgiving where we are answered."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from services.crypto.canonical import to_base64url
from services.sync.problem import Problem
from services.sync.wire import (
    MOST_PUSHED,
    AboutAnswer,
    CircleAnswer,
    DeviceRequest,
    HostRequest,
    SnapshotRequest,
    SyncAnswer,
    SyncRequest,
    TokenRequest,
)
from services.sync.wire_form import EraseSent, LastSent, ProblemAnswer, problem_answer, to_json
from services.sync.wire_pairing import JoinRequest, PairingAnswer, PairingRequest
from tests.sync.circle import PUPIL, family

ENTRY = family().edits(PUPIL)
ID = to_base64url(PUPIL.id)
RAW = to_base64url(ENTRY.raw)
KEY = to_base64url(bytes(32))


def test_a_round_is_read_as_the_specification_shows_it() -> None:
    sent = {"circles": [{"id": ID, "cursor": 412, "push": [RAW]}, {"id": ID, "cursor": 77}], "max": 262144}
    request = SyncRequest.model_validate_json(json.dumps(sent))
    assert request.circles[0].push == [ENTRY.raw]
    assert request.circles[1].push == []
    assert json.loads(to_json(SyncRequest(circles=[request.circles[0]])))["circles"][0]["push"] == [RAW]


def test_one_tick_is_a_request_of_less_than_a_kilobyte() -> None:
    circle = SyncRequest.model_validate_json(
        json.dumps({"circles": [{"id": ID, "cursor": 412, "push": [RAW]}]})
    )
    assert len(to_json(circle)) < 750


def test_an_answer_is_read_and_what_a_later_endpoint_adds_is_passed_over() -> None:
    sent = {
        "now": 1789372801123,
        "inc": "5f0c",
        "later": 1,
        "circles": [
            {"id": ID, "acks": [[17, 413]], "entries": [[414, RAW]], "head": 414, "floor": 300, "epoch": 3},
            {
                "id": ID,
                "compact-please": True,
                "problem": {"type": "urn:firstbell:problem:new", "status": 418},
            },
        ],
    }
    answer = SyncAnswer.model_validate_json(json.dumps(sent))
    first, second = answer.circles
    assert (first.acks, first.entries, first.more) == ([(17, 413)], [(414, ENTRY.raw)], False)
    assert second.should_compact
    assert second.problem is not None
    assert second.problem.problem is None
    again = SyncAnswer.model_validate_json(to_json(answer))
    assert again == answer
    assert b"compact-please" in to_json(second)
    assert b"null" not in to_json(answer)


def test_a_problem_carries_what_its_name_promises() -> None:
    last = LastSent(n=7, hash=ENTRY.hash)
    wire = to_json(problem_answer(Problem.CHAIN_STALE, last=last))
    assert json.loads(wire) == {
        "type": "urn:firstbell:problem:chain-stale",
        "title": "chain-stale",
        "status": 409,
        "last": {"n": 7, "hash": to_base64url(ENTRY.hash)},
    }
    read = ProblemAnswer.model_validate_json(wire)
    assert (read.problem, read.last) == (Problem.CHAIN_STALE, last)
    order = EraseSent(circle=PUPIL.id, day=20_700, by=PUPIL.id, sig=bytes(64))
    erased = problem_answer(Problem.CIRCLE_ERASED, order=order, now=5, rosters=[ENTRY.raw], retry_after_s=1)
    assert ProblemAnswer.model_validate_json(to_json(erased)) == erased


REFUSED: list[tuple[type[BaseModel], Any]] = [
    (SyncRequest, {"circles": [], "more": 1}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": 1, "more": 1}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": -1}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": True}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": "1"}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": 2**53}]}),
    (SyncRequest, {"circles": [{"id": ID + "=", "cursor": 1}]}),
    (SyncRequest, {"circles": [{"id": ID[:-1] + "B", "cursor": 1}]}),
    (SyncRequest, {"circles": [{"id": "AA", "cursor": 1}]}),
    (SyncRequest, {"circles": [{"id": 7, "cursor": 1}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": 1, "push": [RAW] * (MOST_PUSHED + 1)}]}),
    (SyncRequest, {"circles": [{"id": ID, "cursor": 1}] * 201}),
    (SyncRequest, {"circles": [], "max": 0}),
    (TokenRequest, {}),
    (TokenRequest, {"device": ID, "nonce": ID}),
    (DeviceRequest, {"grant": KEY, "sign": KEY}),
    (HostRequest, {"rosters": []}),
    (SnapshotRequest, {"covers": 1, "parts": []}),
    (EraseSent, {"circle": ID, "day": 2**32, "by": ID, "sig": to_base64url(bytes(64))}),
    (EraseSent, {"circle": ID, "day": 1, "by": ID, "sig": to_base64url(bytes(63))}),
    (PairingRequest, {"hello": "e30", "ttl_s": 8 * 24 * 60 * 60}),
    (PairingRequest, {"hello": "", "ttl_s": 600}),
    (PairingAnswer, {"ch": "12"}),
    (PairingAnswer, {"ch": "../../etc/passwd/......"}),
    (JoinRequest, {"hello": "e30", "mac": ID}),
]


@pytest.mark.parametrize(("model", "sent"), REFUSED, ids=range(len(REFUSED)))
def test_a_request_of_another_form_is_refused(model: type[BaseModel], sent: Any) -> None:
    with pytest.raises(ValidationError):
        model.model_validate_json(json.dumps(sent))


@pytest.mark.parametrize(
    ("model", "sent"),
    [
        (TokenRequest, {"device": ID}),
        (TokenRequest, {"device": ID, "nonce": KEY, "sig": to_base64url(bytes(64))}),
        (DeviceRequest, {"grant": KEY, "sign": KEY, "kem": KEY}),
        (HostRequest, {"rosters": [RAW]}),
        (SnapshotRequest, {"covers": 1, "parts": [RAW]}),
        (PairingRequest, {"hello": "e30", "ttl_s": 600, "is_typed": True}),
        (PairingAnswer, {"ch": "417"}),
        (PairingAnswer, {"ch": ID}),
        (JoinRequest, {"hello": "e30", "mac": KEY}),
        (CircleAnswer, {"id": ID}),
        (
            AboutAnswer,
            {"versions": [1, 1], "limits": {}, "inc": "a", "now": 1, "contact": "dpo@school.example"},
        ),
    ],
)
def test_a_call_of_the_right_form_is_read(model: type[BaseModel], sent: Any) -> None:
    assert model.model_validate_json(json.dumps(sent))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@given(JSON)
def test_no_json_makes_anything_but_a_refusal(sent: Any) -> None:
    for model in (SyncRequest, TokenRequest, HostRequest, PairingRequest):
        with pytest.raises(ValidationError):
            model.model_validate_json(json.dumps(sent))
