"""A mentor, a pupil and a parent on three devices, over the real endpoint in the same process."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import flet as ft
import httpx

from app.syncing import AFTER_CHANGE_MS, JITTER_MS, LOOKING_MS
from services.endpoint.rows import Store
from services.endpoint.store_memory import MemoryStore
from services.sync.http_here import http_over
from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.ways import CANARY_NAME
from tests.sync.shared_house import ORIGIN, SharedHouse, Weather
from tests.vault.homes import Clock

Run = Callable[[Awaitable[Any]], Any]
TABLET = (1180, 820)
SOON_MS = AFTER_CHANGE_MS + JITTER_MS


@dataclass
class Device:
    """A phone and the weather around it."""

    phone: Phone
    weather: Weather


def device(house: SharedHouse) -> Device:
    weather = Weather(httpx.ASGITransport(house.wire))
    phone = Phone(now_ms=house.clock.now_ms, endpoint=ORIGIN)
    phone.network = lambda: lambda: http_over(weather)
    return Device(phone, weather)


@asynccontextmanager
async def house(store: Store | None = None) -> AsyncIterator[SharedHouse]:
    async with SharedHouse(Clock(Phone.now_ms), store or MemoryStore()).open() as opened:
        yield opened


def labels(app: App) -> list[str]:
    """What a screen reader says in place of pictures."""
    return [each.label for each in app.controls() if isinstance(each, ft.Semantics) and each.label]


def ticks(app: App) -> set[str]:
    """The steps that are ticked today, in the one planner that is here."""
    (journal,) = [one for one in app.rooms.keeper.vault.journals() if one.kind == "shared"]
    day = next(one for one in journal.records.values() if one.type == "day")
    return {field for field, value in day.fields.items() if field.startswith("t.") and value}


async def makes_ticket(app: App, guest: str) -> str:
    """From the screen that lets somebody in to the code."""
    await app.tap(guest)
    await app.tap("Make a ticket")
    said = [label for label in labels(app) if label.startswith("The code to type: ")]
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


async def ticks_the_morning(pupil: App) -> None:
    """Every step of it, one after the other."""
    while waiting := [name for name in pupil.names() if name.endswith(", now, not done yet. Tick")]:
        await pupil.tap(waiting[0])


async def is_let_in(mentor: App, tablet: Phone, joining: App, phone: Phone) -> None:
    """Three pictures are the same on both screens, and an adult says yes."""
    await looks(mentor, tablet)
    await mentor.tap("Yes, add it")
    await mentor.tap("Done")
    await looks(joining, phone)
    await joining.tap("Go on")


async def looks(app: App, on: Phone, ms: int = 2_000) -> None:
    on.timer.turn(ms)
    await app.settle()


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
                async with firstbell(phone.phone) as pupil, firstbell(home.phone) as parent:
                    await uses_code(pupil, code)
                    await says_who(pupil, CANARY_NAME)
                    assert pupil.says("Look at both screens")
                    await is_let_in(mentor, tablet.phone, pupil, phone.phone)
                    assert pupil.says(f"Good morning, {CANARY_NAME}")

                    await mentor.tap("Let somebody in")
                    code = await makes_ticket(mentor, "A parent or carer")
                    await parent.tap("I'm a parent or carer")
                    await uses_code(parent, code)
                    await says_who(parent, "Mum")
                    await is_let_in(mentor, tablet.phone, parent, home.phone)
                    assert parent.says(f"{CANARY_NAME}'s week")

                    phone.weather.is_offline = True
                    await ticks_the_morning(pupil)
                    await looks(pupil, phone.phone, SOON_MS)
                    phone.weather.is_offline = False
                    await looks(pupil, phone.phone, SOON_MS)
                    for app, on in ((mentor, tablet.phone), (parent, home.phone)):
                        await looks(app, on, LOOKING_MS)
                    assert "Today. 14 done" in parent.names(), parent.names()
                    assert ticks(mentor) == ticks(pupil) == ticks(parent)
                    assert len(ticks(mentor)) == 14
                    assert any("As of 7:10" in one for one in labels(mentor)), "adults see when it was heard"

    run(journey())
