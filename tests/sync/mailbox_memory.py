"""The ticket mailbox in memory: what an endpoint keeps, in the same order and within the same limits."""

from collections.abc import Callable
from dataclasses import dataclass, field

from services.crypto.canonical import to_base64url
from services.planner.errors import EndpointRefused, EndpointUnreachable
from services.sync.problem import Problem
from services.sync.wire_pairing import Join, JoinAnswer, WelcomeAnswer
from tests.crypto.samples import CountedRandom

MOST_JOINS = 3
ORIGIN = "https://endpoint.example"


@dataclass
class Channel:
    """What lies in one channel."""

    hello: bytes
    until_ms: int
    joins: list[Join] = field(default_factory=list)
    keys: list[bytes] = field(default_factory=list)
    welcomes: dict[int, WelcomeAnswer] = field(default_factory=dict)


class MemoryMailbox:
    """Implements `Mailbox`; `go_offline` is its weather."""

    def __init__(self, now_ms: Callable[[], int], seed: str = "mailbox", origin: str = ORIGIN) -> None:
        self.origin = origin
        self.channels: dict[str, Channel] = {}
        self._now_ms = now_ms
        self._random = CountedRandom(seed)
        self._is_offline = False

    def go_offline(self, is_offline: bool = True) -> None:
        """Nobody answers any more."""
        self._is_offline = is_offline

    async def open_pairing(self, hello: bytes, ttl_s: int, *, is_typed: bool) -> str:
        self._reach()
        channel = self._free_digits() if is_typed else to_base64url(self._random(16))
        self.channels[channel] = Channel(hello, self._now_ms() + ttl_s * 1000)
        return channel

    async def inviter_hello(self, channel: str) -> bytes:
        return self._open(channel).hello

    async def put_join(self, channel: str, hello: bytes, mac: bytes) -> JoinAnswer:
        found = self._open(channel)
        slot = len(found.joins)
        if slot >= MOST_JOINS:
            raise EndpointRefused(Problem.QUOTA.value)
        found.joins.append(Join(slot=slot, hello=hello, mac=mac))
        found.keys.append(self._random(32))
        return JoinAnswer(slot=slot, key=found.keys[slot])

    async def joins(self, channel: str) -> list[Join]:
        return list(self._open(channel).joins)

    async def put_welcome(self, channel: str, slot: int, welcome: bytes, mac: bytes) -> None:
        found = self._open(channel)
        if slot >= len(found.joins):
            raise EndpointRefused(Problem.NOT_FOUND.value)
        found.welcomes[slot] = WelcomeAnswer(welcome=welcome, mac=mac)

    async def welcome(self, channel: str, slot: int, key: bytes) -> WelcomeAnswer | None:
        found = self._open(channel)
        if slot >= len(found.keys) or found.keys[slot] != key:
            raise EndpointRefused(Problem.NOT_FOUND.value)
        return found.welcomes.get(slot)

    async def close_pairing(self, channel: str) -> None:
        self._reach()
        self.channels.pop(channel, None)

    def _reach(self) -> None:
        if self._is_offline:
            raise EndpointUnreachable()

    def _open(self, channel: str) -> Channel:
        self._reach()
        found = self.channels.get(channel)
        if found is None or self._now_ms() >= found.until_ms:
            raise EndpointRefused(Problem.NOT_FOUND.value)
        return found

    def _free_digits(self) -> str:
        while (channel := str(100 + int.from_bytes(self._random(2), "big") % 900)) in self.channels:
            pass
        return channel
