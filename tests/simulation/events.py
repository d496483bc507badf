"""The things that happen in a world, one phone at a time, and how often each does."""

from collections.abc import Awaitable, Callable

from services.planner.edit import DELETED, NEW
from services.sync.roster_wish import RosterWish
from tests.simulation.ledger import Place
from tests.simulation.phone import Phone
from tests.simulation.world import Circle, World

SECOND, MINUTE, HOUR, YEAR = 1_000, 60_000, 3_600_000, 365 * 24 * 3_600_000
CLOCK_ERRORS = (0, 0, 30 * SECOND, 4 * MINUTE, HOUR, YEAR, 10 * YEAR)
KEPT, DOOMED = ("s1", "s2", "s3"), ("d1", "d2")
TYPES = {"shared": ("step", "title", "picture"), "private": ("note", "words", "picture")}


def circle_of(world: World, phone: Phone) -> Circle | None:
    """One of the circles that this phone has a planner of."""
    mine = [circle for circle in world.circles.values() if circle.name in phone.file_by_circle]
    return world.random.choice(mine) if mine else None


async def write_something(world: World, phone: Phone) -> None:
    """Somebody writes a field that everybody in the circle may write."""
    circle = circle_of(world, phone)
    if circle is None:
        return
    kind, *fields = TYPES[circle.kind]
    record = world.random.choice((*KEPT, *KEPT, *DOOMED))
    place = Place(circle.name, record, kind, world.random.choice((*fields, *fields, NEW)))
    if world.random.random() < 0.1:  # of a later version of the app
        place = place._replace(type="later_thing", field="words")
    await world.write(phone, place, world.ledger.fresh_value())


async def delete_something(world: World, phone: Phone) -> None:
    """Somebody takes a record away, or brings it back."""
    circle = circle_of(world, phone)
    if circle is None:
        return
    place = Place(circle.name, world.random.choice(DOOMED), TYPES[circle.kind][0], DELETED)
    is_deleted = world.random.random() < 0.7
    world.ledger.said.setdefault(place, [])
    await phone.do(phone.app.write(place, is_deleted))
    world.note(f"{phone.name} deletes {place.record}: {is_deleted}")


async def write_what_depends(world: World, phone: Phone) -> None:
    """Ticks by adults, the switch that allows them, and what the author may not write at all."""
    if "ann" not in phone.file_by_circle:
        return
    assert phone.keys is not None
    who = f"who:{phone.keys.id.hex()}"
    record, kind, field, value = world.random.choice(
        (
            (who, "who", "person", f"p {phone.name}"),
            ("day:2026-09-14", "day", "t.s1", ["done", f"p {phone.name}"]),
            ("day:2026-09-14", "day", "t.s1", ["skipped", f"p {phone.name}"]),
            ("pref", "pref", "adult_ticks", world.random.random() < 0.6),
            ("t1", "target", "words", f"target of {phone.name}"),
            ("m1", "mark", "am", "L"),
        )
    )
    await phone.do(phone.app.write(Place("ann", record, kind, field), value))
    world.note(f"{phone.name} writes {record}.{field} = {value}")


async def sync(world: World, phone: Phone) -> None:
    """A round."""
    _, problem = await phone.do(phone.app.sync())
    world.note(f"{phone.name} syncs: {problem}")


async def end_soon(world: World, phone: Phone) -> None:
    """The app will end in the middle of something."""
    assert phone.power is not None
    phone.power.go_out_after(world.random.randint(1, 120))
    world.note(f"{phone.name} will end soon")
    await phone.sync()


async def end_now(world: World, phone: Phone) -> None:
    """The app is swiped away, and begun again."""
    phone.switch_off()
    world.note(f"{phone.name} is switched off")
    await world.start(phone)


async def set_clock(world: World, phone: Phone) -> None:
    """The device's clock jumps."""
    phone.clock.error_ms = world.random.choice(CLOCK_ERRORS) * world.random.choice((1, -1))
    world.note(f"{phone.name} has its clock wrong by {phone.clock.error_ms / 1000} s")


async def restart_endpoint(world: World, _: Phone) -> None:
    """The endpoint is restarted."""
    await world.endpoint.open()
    world.note("the endpoint is restarted")


async def rotate(world: World, phone: Phone) -> None:
    """A steward begins a new epoch."""
    circle = circle_of(world, phone)
    if circle is not None and phone.app.is_steward(circle.name):
        await phone.do(phone.app.wish(circle.name, RosterWish(is_new_epoch=True)))
        world.note(f"{phone.name} begins a new epoch of {circle.name}")
        await phone.sync()


async def compact(world: World, phone: Phone) -> None:
    """A steward is asked for a snapshot."""
    circle = circle_of(world, phone)
    if circle is not None and phone.app.is_steward(circle.name):
        await phone.do(phone.app.compact(circle.name))
        world.note(f"{phone.name} compacts {circle.name}")
        await phone.sync()


async def change_weather(world: World, _: Phone) -> None:
    """It gets better or worse."""
    random, weather = world.random, world.weather
    weather.loses_requests, weather.loses_answers = random.uniform(0, 0.5), random.uniform(0, 0.5)
    weather.is_down = random.random() < 0.2


EVENTS: dict[Callable[[World, Phone], Awaitable[None]], float] = {
    write_something: 34,
    sync: 30,
    delete_something: 4,
    write_what_depends: 5,
    end_soon: 6,
    end_now: 3,
    set_clock: 5,
    restart_endpoint: 1,
    rotate: 3,
    compact: 3,
    change_weather: 4,
}
