"""Every call to an endpoint, as this device. The bearer token is asked for when needed and renewed once.

Errors of every call: EndpointUnreachable, EndpointBusy, EndpointRefused, ProtocolMismatch, DeviceRemoved.
Nothing is kept but the token, in memory. Specification: docs/spec/wire.md.
"""

import asyncio
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

import httpx
from pydantic import BaseModel

from services.crypto.canonical import to_base64url
from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import EndpointRefused
from services.sync.endpoint_call import Answered, EndpointCall
from services.sync.problem import Problem
from services.sync.statement import EraseOrder, sign_token
from services.sync.wire import (
    AboutAnswer,
    DeviceAnswer,
    DeviceRequest,
    HeadsAnswer,
    HostAnswer,
    HostRequest,
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
from services.sync.wire_form import EraseSent
from services.sync.wire_pairing import (
    HelloAnswer,
    Join,
    JoinAnswer,
    JoinRequest,
    JoinsAnswer,
    PairingAnswer,
    PairingRequest,
    WelcomeAnswer,
    WelcomeRequest,
)

LONG_POLL_S: Final = 25
_UNCHANGED: Final = 304
_NOTHING_YET: Final = 204

Answer = TypeVar("Answer", bound=BaseModel)


class Heads(NamedTuple):
    """How far the logs have come, and the tag by which to ask whether that changed."""

    answer: HeadsAnswer
    etag: str


class EndpointClient:
    """One endpoint, seen by one device or card. It is a `mailbox.Mailbox` too."""

    def __init__(self, http: httpx.AsyncClient, address: str, crypto: Crypto, device: DeviceKeys) -> None:
        self._call = EndpointCall(http, address)
        self._crypto = crypto
        self._device = device
        self._token = ""
        self._asking = asyncio.Lock()

    @property
    def origin(self) -> str:
        """The endpoint, as it is signed for."""
        return self._call.origin

    async def about(self) -> AboutAnswer:
        """What the endpoint says of itself; no token."""
        return (await self._call.ask("GET", "about")).as_(AboutAnswer)

    async def sync(self, request: SyncRequest) -> SyncAnswer:
        """Pushes and pulls any number of circles, in one round."""
        return await self._signed("POST", "sync", SyncAnswer, request)

    async def heads(self, etag: str = "", *, wait_s: int = 0) -> Heads | None:
        """How far the logs have come; None when nothing changed since `etag`, after at most `wait_s`."""
        headers = {"If-None-Match": etag} if etag else {}
        if wait_s:
            headers["Prefer"] = f"wait={wait_s}"
        answered = await self._authorised("GET", "heads", None, headers, wait_s)
        if answered.status == _UNCHANGED:
            return None
        return Heads(answered.as_(HeadsAnswer), answered.etag)

    async def spend_grant(self, grant: bytes) -> DeviceAnswer:
        """Makes this device known by a one-use grant; no token."""
        sent = DeviceRequest(grant=grant, sign=self._device.sign.public, kem=self._device.kem.public)
        return (await self._call.ask("POST", "devices", sent)).as_(DeviceAnswer)

    async def host(self, rosters: Sequence[bytes], entries: Sequence[bytes] = ()) -> HostAnswer:
        """Has a whole log kept there."""
        sent = HostRequest(rosters=list(rosters), entries=list(entries))
        return await self._signed("POST", "circles", HostAnswer, sent)

    async def reoffer(self, circle: bytes, entries: Sequence[bytes]) -> ReofferAnswer:
        """Entries again, in their old order, after the endpoint was restored."""
        path = f"circles/{to_base64url(circle)}/reoffer"
        return await self._signed("POST", path, ReofferAnswer, ReofferRequest(entries=list(entries)))

    async def put_snapshot(self, circle: bytes, covers: int, parts: Sequence[bytes]) -> SnapshotAnswer:
        """Parts of a snapshot, all or some."""
        path = f"circles/{to_base64url(circle)}/snapshot"
        sent = SnapshotRequest(covers=covers, parts=list(parts))
        return await self._signed("POST", path, SnapshotAnswer, sent)

    async def erase(self, order: EraseOrder) -> None:
        """Has a circle deleted by a signed order."""
        sent = EraseSent(circle=order.circle, day=order.day, by=order.by, sig=order.sig)
        await self._authorised("DELETE", f"circles/{to_base64url(order.circle)}", sent)

    async def leave(self) -> None:
        """Takes this device off the endpoint, everywhere."""
        await self._authorised("DELETE", "device")
        self._token = ""

    async def me(self) -> MeAnswer:
        """Everything that is kept there about this device."""
        return await self._signed("GET", "me", MeAnswer)

    async def open_pairing(self, hello: bytes, ttl_s: int, *, is_typed: bool) -> str:
        """See `Mailbox`."""
        sent = PairingRequest(hello=hello, ttl_s=ttl_s, is_typed=is_typed)
        return (await self._signed("POST", "pairings", PairingAnswer, sent)).ch

    async def inviter_hello(self, channel: str) -> bytes:
        """See `Mailbox`; no token."""
        return (await self._call.ask("GET", f"pairings/{channel}")).as_(HelloAnswer).hello

    async def put_join(self, channel: str, hello: bytes, mac: bytes) -> JoinAnswer:
        """See `Mailbox`; no token."""
        sent = JoinRequest(hello=hello, mac=mac)
        return (await self._call.ask("PUT", f"pairings/{channel}/join", sent)).as_(JoinAnswer)

    async def joins(self, channel: str) -> list[Join]:
        """See `Mailbox`."""
        return (await self._signed("GET", f"pairings/{channel}/joins", JoinsAnswer)).joins

    async def put_welcome(self, channel: str, slot: int, welcome: bytes, mac: bytes) -> None:
        """See `Mailbox`."""
        sent = WelcomeRequest(slot=slot, welcome=welcome, mac=mac)
        await self._authorised("PUT", f"pairings/{channel}/welcome", sent)

    async def welcome(self, channel: str, slot: int, key: bytes) -> WelcomeAnswer | None:
        """See `Mailbox`; the slot's key stands for a token."""
        path = f"pairings/{channel}/welcome?slot={slot}"
        answered = await self._call.ask("GET", path, token=to_base64url(key))
        return None if answered.status == _NOTHING_YET else answered.as_(WelcomeAnswer)

    async def close_pairing(self, channel: str) -> None:
        """See `Mailbox`."""
        await self._authorised("DELETE", f"pairings/{channel}")

    async def _signed(
        self, method: str, path: str, model: type[Answer], sent: BaseModel | None = None
    ) -> Answer:
        return (await self._authorised(method, path, sent)).as_(model)

    async def _authorised(
        self,
        method: str,
        path: str,
        sent: BaseModel | None = None,
        headers: dict[str, str] | None = None,
        wait_s: int = 0,
    ) -> Answered:
        token = await self._token_but("")
        try:
            return await self._call.ask(method, path, sent, token=token, headers=headers, wait_s=wait_s)
        except EndpointRefused as problem:
            if problem.problem != Problem.UNAUTHENTICATED.value:
                raise
        token = await self._token_but(token)
        return await self._call.ask(method, path, sent, token=token, headers=headers, wait_s=wait_s)

    async def _token_but(self, old: str) -> str:
        """The token, asked for anew unless there is another than the old one."""
        async with self._asking:
            if self._token == old:
                self._token = ""
                self._token = await self._new_token()
            return self._token

    async def _new_token(self) -> str:
        device = self._device.id
        asked = TokenRequest(device=device)
        nonce = (await self._call.ask("POST", "token", asked)).as_(NonceAnswer).nonce
        sig = await sign_token(self._crypto, self._device, self.origin, nonce)
        proof = TokenRequest(device=device, nonce=nonce, sig=sig)
        return to_base64url((await self._call.ask("POST", "token", proof)).as_(TokenAnswer).token)
