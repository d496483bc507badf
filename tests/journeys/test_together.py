"""A mentor, a pupil and a parent on three devices, over the real endpoint in the same process."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import flet as ft
import httpx
import pytest

from services.sync.http_here import http_over
from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.ways import CANARY_NAME
from tests.sync.shared_house import ORIGIN, SharedHouse, Weather
from tests.vault.homes import Clock

Run = Callable[[Awaitable[Any]], Any]
TABLET = (1180, 820)


@dataclass
class Device:
    """A phone and the weather around it."""

    phone: Phone
    weather: Weather


def device(house: SharedHouse) -> Device:
    weather = Weather(httpx.ASGITransport(house.app))
    phone = Phone(now_ms=house.clock.now_ms, endpoint=ORIGIN)
    phone.network = lambda: lambda: http_over(weather)
    return Device(phone, weather)


@asynccontextmanager
async def house() -> AsyncIterator[SharedHouse]:
    async with SharedHouse(Clock(Phone.now_ms)).open() as opened:
        yield opened


async def makes_ticket(app: App, guest: str) -> str:
    """From the screen that lets somebody in to the code."""
    await app.tap(guest)
    await app.tap("Make a ticket")
    labels = [each.label or "" for each in app.controls() if isinstance(each, ft.Semantics)]
    said = [label for label in labels if label.startswith("The code to type: ")]
    assert said, app.texts()
    return said[0].removeprefix("The code to type: ").replace(" ", "").replace(",", " ")


async def uses_code(app: App, code: str) -> None:
    await app.tap("I have a code")
    await app.type("The code", code)
    if "Address of the sharing service" in app.names():
        await app.type("Address of the sharing service", ORIGIN)
    await app.tap("Next")
    await app.tap("Ask to join")


async def says_who(app: App, name: str) -> None:
    await app.type("Name or nickname", name)
    await app.tap("Next")
    await app.tap("No PIN")
    await app.tap("Next")


async def looks(app: App, on: Phone, ms: int = 2_000) -> None:
    on.timer.turn(ms)
    await app.settle()


@pytest.mark.feature("S1", "S3", "S9")
def test_a_tick_in_bed_reaches_the_caseload_and_the_parents_week(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, phone, home = device(around), device(around), device(around)
            async with firstbell(tablet.phone, *TABLET) as mentor:
                await begins_with_a_pupil(mentor, CANARY_NAME)
                await mentor.tap(f"{CANARY_NAME}. Nothing new")
                await mentor.tap("Let somebody in")
                assert mentor.says("Share for the first time")
                await mentor.type("The grant", grant)
                await mentor.type("Address of the sharing service", ORIGIN)
                await mentor.tap("Next")
                code = await makes_ticket(mentor, "The pupil")
                async with firstbell(phone.phone) as pupil:
                    await uses_code(pupil, code)
                    await says_who(pupil, CANARY_NAME)
                    assert pupil.says("Look at both screens")
                    await looks(mentor, tablet.phone)
                    await mentor.tap("Yes, add it")
                    await looks(pupil, phone.phone)
                    await pupil.tap("Go on")
                    assert pupil.says(f"Good morning, {CANARY_NAME}")

    run(journey())
