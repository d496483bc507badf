"""The ear of the tests of privacy hears what it is there for."""

import asyncio
import base64

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from tests.endpoint.listening import Listening, readable_in

WORD = "Quillfeather?"


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_is_found_however_it_is_written(before: str) -> None:
    text = f"{before}{WORD} and more"
    raw = text.encode()
    for heap in (raw, raw[::-1], text.encode("utf-16-le"), raw.hex().encode(), base64.b64encode(raw)):
        assert readable_in(heap, [WORD, "Zanzibar"]) == [WORD]
    assert readable_in(base64.urlsafe_b64encode(raw), [WORD]) == [WORD]
    assert readable_in(b"Quill feather", [WORD]) == []


def test_heads_and_bodies_are_heard_both_ways() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Request(scope, receive).body()
        await PlainTextResponse("five", headers={"x": "six"})(scope, receive, send)

    ear = Listening(app)

    async def call() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(ear), base_url="http://a") as http:
            await http.post("/one?two", content="three", headers={"x": "four"})

    asyncio.run(call())
    said = ["one", "two", "three", "four", "five", "six"]
    assert readable_in(bytes(ear.heard), [*said, "seven"]) == said
