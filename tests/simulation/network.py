"""The network of a simulated world: it loses, doubles and delays what it carries, and forgets nothing.

A request and its answer may be lost apart; a copy of a request may come at once, or hours later. What an app
asked for goes on at the endpoint when the app has ended.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, Protocol

import httpx

from tests.simulation.power import Power, apart

_LOSSES = (0.0, 0.0, 0.1, 0.3, 0.5)


class Call(NamedTuple):
    """A request, as bytes."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Server(Protocol):
    """Whoever answers calls."""

    async def answer(self, call: Call) -> Answer:
        """The answer; never raises."""


@dataclass
class Weather:
    """How bad it is. Shape: chances from 0 to 1. Units: `latest_s` until a late copy comes."""

    loses_requests: float = 0.0
    loses_answers: float = 0.0
    doubles: float = 0.0
    delays: float = 0.0
    latest_s: float = 4 * 3600.0
    is_down: bool = False

    def turn(self, random: Random) -> None:
        """It gets better or worse."""
        self.loses_requests, self.loses_answers = random.choice(_LOSSES), random.choice(_LOSSES)
        self.doubles, self.delays = random.choice((0.0, 0.2)), random.choice((0.0, 0.1, 0.4))
        self.is_down = random.random() < 0.1

    def clear(self) -> None:
        """From now on everything arrives once, and answers come."""
        self.loses_requests = self.loses_answers = self.doubles = self.delays = 0.0
        self.is_down = False


class Network:
    """The air between the devices and one endpoint."""

    def __init__(self, server: Server, weather: Weather, random: Random) -> None:
        self.server = server
        self.weather = weather
        self.pushes: list[Call] = []
        self.calls_carried = 0
        self.heard: Callable[[Call, Answer], Awaitable[None]] = _nobody_listens
        self._random = random
        self._on_the_way: set[asyncio.Task[None]] = set()

    async def carry(self, call: Call) -> Answer:
        """One call and its answer. Errors: httpx.ConnectError, httpx.ReadTimeout."""
        weather, random = self.weather, self._random
        self.calls_carried += 1
        if call.path == "/v1/sync" and b'"push":["' in call.body:
            self.pushes.append(call)
        await asyncio.sleep(random.uniform(0.01, 0.4))
        if random.random() < weather.delays:
            self.deliver_later(call, random.uniform(1.0, weather.latest_s))
        if weather.is_down or random.random() < weather.loses_requests:
            await asyncio.sleep(random.uniform(0.1, 20.0))
            raise httpx.ConnectError("lost on the way there")
        answer = await self._answered(call)
        if random.random() < weather.doubles:
            again = await self._answered(call)
            answer = random.choice([answer, again])
        if random.random() < weather.loses_answers:
            await asyncio.sleep(random.uniform(0.1, 20.0))
            raise httpx.ReadTimeout("lost on the way back")
        await asyncio.sleep(random.uniform(0.01, 0.4))
        return answer

    def deliver_later(self, call: Call, after_s: float) -> None:
        """A copy of a call comes to the endpoint much later; nobody waits for its answer."""

        async def late() -> None:
            await asyncio.sleep(after_s)
            await self._answered(call)

        self._alone(late())

    async def settle(self) -> None:
        """Waits until nothing is on the way any more."""
        while self._on_the_way:
            await asyncio.wait(list(self._on_the_way))

    async def _answered(self, call: Call) -> Answer:
        answers: list[Answer] = []

        async def ask() -> None:
            answer = await self.server.answer(call)
            await self.heard(call, answer)
            answers.append(answer)

        await asyncio.shield(self._alone(ask()))
        return answers[0]

    def _alone(self, work: Coroutine[object, object, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work, context=apart())
        self._on_the_way.add(task)
        task.add_done_callback(self._on_the_way.discard)
        return task


class _Body(httpx.AsyncByteStream):
    """A body that comes at once, and is read as one that comes in parts."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


class Air(httpx.AsyncBaseTransport):
    """One app's way onto the network."""

    def __init__(self, network: Network, power: Power) -> None:
        self._network = network
        self._power = power

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        call = Call(request.method, request.url.raw_path.decode("ascii"), _texts(request.headers), body)
        await self._power.step()
        answer = await self._network.carry(call)
        await self._power.step()
        return httpx.Response(answer.status, headers=list(answer.headers), stream=_Body(answer.body))


async def _nobody_listens(_: Call, _answer: Answer) -> None:
    """Until somebody does."""


def _texts(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple(headers.multi_items())
