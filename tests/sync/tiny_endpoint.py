"""A small endpoint for the client's tests: the calls, a mailbox, and whatever answer it was told to give.

`POST /mood` puts one answer in front of the next call to a path; `GET /calls` says which calls came.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from pydantic import BaseModel

from services.crypto.canonical import from_base64url, to_base64url
from services.planner.errors import EndpointRefused, InputRejected
from services.sync.problem import Problem
from services.sync.statement import verify_token
from services.sync.wire import (
    AboutAnswer,
    DeviceAnswer,
    DeviceRequest,
    HeadsAnswer,
    HostAnswer,
    HostRequest,
    Limits,
    MeAnswer,
    NonceAnswer,
    ReofferAnswer,
    ReofferRequest,
    SnapshotAnswer,
    SnapshotRequest,
    SyncAnswer,
    SyncRequest,
    TokenAnswer,
    TokenRequest,
)
from services.sync.wire_form import EraseSent, problem_answer, to_json
from services.sync.wire_pairing import (
    HelloAnswer,
    JoinRequest,
    JoinsAnswer,
    PairingAnswer,
    PairingRequest,
    WelcomeRequest,
)
from tests.crypto.samples import CountedRandom
from tests.sync.circle import NOW_MS, PUPIL, CountedCrypto
from tests.sync.mailbox_memory import MemoryMailbox

VERSION = {"sync-version": "1"}
INC = "5f0c"
SLOW = "/v1/slow"


class TinyEndpoint:
    """One ASGI application, for one device: the pupil's."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.calls: list[str] = []
        self.mailbox = MemoryMailbox(lambda: NOW_MS, origin=origin)
        self.token = b""
        self._moods: dict[str, list[dict[str, Any]]] = {}
        self._random = CountedRandom("tiny endpoint")
        self._nonces: set[bytes] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = b""
        while True:
            event = await receive()
            body += event.get("body", b"")
            if not event.get("more_body"):
                break
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        query = scope["query_string"].decode()
        status, more, said = await self._answer(scope["method"], scope["path"], query, headers, body)
        sent = [(name.encode(), value.encode()) for name, value in more.items()]
        await send({"type": "http.response.start", "status": status, "headers": sent})
        await send({"type": "http.response.body", "body": said})

    async def _answer(
        self, method: str, path: str, query: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if path == "/mood":
            mood = json.loads(body)
            self._moods.setdefault(mood["path"], []).append(mood)
            return 204, {}, b""
        if path == "/calls":
            calls, self.calls = self.calls, []
            return 200, {}, json.dumps(calls).encode()
        self.calls.append(f"{method} {path}{'?' + query if query else ''}")
        if self._moods.get(path):
            mood = self._moods[path].pop(0)
            return mood["status"], mood["headers"], mood["body"].encode() * mood.get("times", 1)
        try:
            return await self._call(method, path.removeprefix("/v1/"), query, headers, body)
        except EndpointRefused as refused:
            return _problem(Problem(refused.problem))

    async def _call(
        self, method: str, path: str, query: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if headers.get("sync-version") != "1":
            return _problem(Problem.VERSION)
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        parts = path.split("/")
        if parts[0] == "pairings" and parts[1:]:
            free = await self._free_pairing(method, parts[1], parts[2:], query, bearer, body)
            if free is not None:
                return free
        match method, path:
            case "GET", "about":
                return _ok(AboutAnswer(versions=(1, 1), limits=Limits(), inc=INC, now=NOW_MS))
            case "POST", "token":
                return await self._token(TokenRequest.model_validate_json(body))
            case "POST", "devices":
                DeviceRequest.model_validate_json(body)
                return _ok(DeviceAnswer(device=PUPIL.id))
        if not self.token or bearer != to_base64url(self.token):
            return _problem(Problem.UNAUTHENTICATED)
        return await self._signed_call(method, parts, headers, body)

    async def _signed_call(
        self, method: str, parts: list[str], headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        match method, parts:
            case "POST", ["sync"]:
                asked = SyncRequest.model_validate_json(body)
                answers = [{"id": to_base64url(each.id), "head": each.cursor} for each in asked.circles]
                whole = {"now": NOW_MS, "inc": INC, "circles": answers}
                return _ok(SyncAnswer.model_validate_json(json.dumps(whole)))
            case "GET", ["heads"]:
                if headers.get("if-none-match") == '"7"':
                    return 304, VERSION | {"etag": '"7"'}, b""
                held = headers.get("prefer", "")
                return 200, VERSION | {"etag": '"7"'}, to_json(HeadsAnswer(inc=INC + held, circles=[]))
            case "POST", ["circles"]:
                hosted = HostRequest.model_validate_json(body)
                return _ok(HostAnswer(id=hosted.rosters[0][:16], head=len(hosted.entries) + 1, floor=0))
            case "POST", ["circles", _, "reoffer"]:
                taken = len(ReofferRequest.model_validate_json(body).entries)
                return _ok(ReofferAnswer(taken=taken, head=taken))
            case "POST", ["circles", _, "snapshot"]:
                parts_sent = SnapshotRequest.model_validate_json(body)
                return _ok(SnapshotAnswer(head=9, floor=parts_sent.covers, staged=len(parts_sent.parts)))
            case "DELETE", ["circles", circle]:
                assert EraseSent.model_validate_json(body).circle == from_base64url(circle)
                return 204, VERSION, b""
            case "DELETE", ["device"]:
                self.token = b""
                return 204, VERSION, b""
            case "GET", ["me"]:
                return _ok(MeAnswer(device=PUPIL.id))
        return await self._pairing(method, parts, body)

    async def _token(self, asked: TokenRequest) -> tuple[int, dict[str, str], bytes]:
        if asked.nonce is None or asked.sig is None:
            nonce = self._random(32)
            self._nonces.add(nonce)
            return _ok(NonceAnswer(nonce=nonce, now=NOW_MS))
        assert asked.nonce in self._nonces
        self._nonces.remove(asked.nonce)
        await verify_token(
            CountedCrypto(), PUPIL.sign.public, self.origin, asked.device, asked.nonce, asked.sig
        )
        self.token = self._random(32)
        return _ok(TokenAnswer(token=self.token, until=NOW_MS + 86_400_000))

    async def _free_pairing(
        self, method: str, channel: str, rest: list[str], query: str, bearer: str, body: bytes
    ) -> tuple[int, dict[str, str], bytes] | None:
        match method, rest:
            case "GET", []:
                return _ok(HelloAnswer(hello=await self.mailbox.inviter_hello(channel)))
            case "PUT", ["join"]:
                join = JoinRequest.model_validate_json(body)
                return _ok(await self.mailbox.put_join(channel, join.hello, join.mac))
            case "GET", ["welcome"]:
                slot = int(query.removeprefix("slot="))
                try:
                    key = from_base64url(bearer)
                except InputRejected:
                    return _problem(Problem.UNAUTHENTICATED)
                welcome = await self.mailbox.welcome(channel, slot, key)
                return (204, VERSION, b"") if welcome is None else _ok(welcome)
        return None

    async def _pairing(self, method: str, parts: list[str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        match method, parts:
            case "POST", ["pairings"]:
                asked = PairingRequest.model_validate_json(body)
                channel = await self.mailbox.open_pairing(asked.hello, asked.ttl_s, is_typed=asked.is_typed)
                return _ok(PairingAnswer(ch=channel))
            case "GET", ["pairings", channel, "joins"]:
                return _ok(JoinsAnswer(joins=await self.mailbox.joins(channel)))
            case "PUT", ["pairings", channel, "welcome"]:
                sent = WelcomeRequest.model_validate_json(body)
                await self.mailbox.put_welcome(channel, sent.slot, sent.welcome, sent.mac)
                return 204, VERSION, b""
            case "DELETE", ["pairings", channel]:
                await self.mailbox.close_pairing(channel)
                return 204, VERSION, b""
        return _problem(Problem.NOT_FOUND)


def _ok(answer: BaseModel) -> tuple[int, dict[str, str], bytes]:
    return 200, VERSION | {"content-type": "application/json"}, to_json(answer)


def _problem(problem: Problem) -> tuple[int, dict[str, str], bytes]:
    headers = VERSION | {"content-type": "application/problem+json"}
    return problem.status, headers, to_json(problem_answer(problem))


Asgi = Callable[[Any, Any, Any], Awaitable[None]]
