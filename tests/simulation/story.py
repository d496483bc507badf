"""What happens in a world, drawn at random: people write, apps sync and end, clocks jump, networks fail.

A story has a shape (who is there, which circles, how bad the weather), then a number of events some of which
go on while the next begin, and at the end good weather and every promise.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, astuple, dataclass
from operator import add

from services.planner.words import Role
from tests.simulation import promises
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.erasure import check_erasure
from tests.simulation.events import EVENTS, write_something
from tests.simulation.households import found, join
from tests.simulation.phone import Phone
from tests.simulation.virtual_loop import run_virtually
from tests.simulation.world import Circle, Where, World, new_world

Event = Callable[[World, Phone], Awaitable[None]]


@dataclass(frozen=True)
class Counted:
    """What schedules were, all together."""

    schedules: int = 0
    edits: int = 0
    entries: int = 0
    calls: int = 0
    crashes: int = 0
    restores: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(*map(add, astuple(self), astuple(other)))

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {name}" for name, count in asdict(self).items())


def tell(seed: int, where: Where = EndpointHere) -> Counted:
    """One whole schedule, the same for a seed. Errors: Broken, with the seed and what happened last."""
    return run_virtually(lambda: _told(seed, where))


async def _told(seed: int, where: Where) -> Counted:
    world = await new_world(seed, where)
    try:
        await begin(world)
        await happen(world, world.random.randint(20, 90))
        await promises.settle(world)
        await promises.check_all(world)
        await check_erasure(world)
    except Exception as broken:
        broken.add_note(f"seed {seed}; the last of what happened:\n" + "\n".join(world.trace[-80:]))
        raise
    return Counted(
        schedules=1,
        edits=world.ledger.written,
        entries=sum(len(one.log) for one in world.observer.lineages.values()),
        calls=world.network.calls_carried,
        crashes=sum(phone.crashes for phone in world.phones.values()),
        restores=world.restores,
    )


async def begin(world: World) -> None:
    """Phones are bought, circles founded, people invited, and then the weather turns."""
    random = world.random
    roles = [Role.PUPIL, Role.PARENT, Role.MENTOR]
    random.shuffle(roles)
    people = [world.phone(role.value, role) for role in roles[: random.choice((2, 3, 3, 3))]]
    if random.random() < 0.3:
        people.append(world.phone("second", random.choice(people).role))
    await _planner(world, "ann", "shared", people)
    if random.random() < 0.3:
        mentor = world.phones.get("mentor") or world.phone("mentor", Role.MENTOR)
        await _planner(world, "ben", "shared", [mentor, world.phone("ben", Role.PUPIL)])
    if random.random() < 0.2 and "pupil" in world.phones:
        own = [world.phones["pupil"], world.phone("tablet", Role.PUPIL)]
        await _planner(world, "just me", "private", own)
    world.weather.turn(random)


async def _planner(world: World, name: str, kind: str, people: list[Phone]) -> None:
    founder, *others = people
    circle = world.circles[name] = Circle(name, kind, founder.name, [founder.name])
    await world.start(founder)
    await founder.do(founder.app.begin_planner(name, kind))
    if world.random.random() < 0.4:  # a planner of its own, long before anybody joins
        for _ in range(world.random.randint(1, 5)):
            await write_something(world, founder)
    await found(world, circle)
    for phone in others:
        if world.random.random() < 0.2 and await world.start(phone):  # brings a planner of its own
            await phone.do(phone.app.begin_planner(name, kind))
            await write_something(world, phone)
        await join(world, circle, phone)


async def happen(world: World, events: int) -> None:
    """So many events, one after the other or while another goes on."""
    random = world.random
    going: set[asyncio.Task[None]] = set()
    for _ in range(events):
        event = random.choices(list(EVENTS), list(EVENTS.values()))[0]
        task = asyncio.create_task(_one(world, event))
        going.add(task)
        if random.random() < 0.6:
            await asyncio.wait([task])
            promises.watch(world)
        else:
            await asyncio.sleep(random.choice((0.05, 1.0, 30.0)))
        if random.random() < 0.1:
            await asyncio.sleep(random.choice((60.0, 3600.0)))
        for done in [one for one in going if one.done()]:
            going.discard(done)
            done.result()
    for task in going:
        await task


async def _one(world: World, event: Event) -> None:
    phone = world.random.choice(list(world.living()))
    if await world.start(phone):
        await event(world, phone)
