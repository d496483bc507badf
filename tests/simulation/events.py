"""The things that happen in a world, one phone at a time, and how often each does."""

from collections.abc import Awaitable, Callable

from services.planner.edit import DELETED, NEW
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from tests.simulation.households import come_and_go, go, is_last_steward, remove, removed_everywhere
from tests.simulation.ledger import Place
from tests.simulation.phone import Phone
from tests.simulation.world import Circle, World

SECOND, MINUTE, HOUR, YEAR = 1_000, 60_000, 3_600_000, 365 * 24 * 3_600_000
CLOCK_ERRORS = (0, 0, 30 * SECOND, 4 * MINUTE, HOUR, YEAR, 10 * YEAR)
KEPT, DOOMED = ("s1", "s2"), ("d1",)
TYPES = {"shared": ("step", "title", "picture"), "private": ("note", "words", "picture")}


def circle_of(world: World, phone: Phone) -> Circle | None:
    """One of the circles that this phone has a planner of."""
    here = set(phone.file_by_circle) - phone.wants_out
    mine = [circle for circle in world.circles.values() if circle.name in here]
    return world.random.choice(mine) if mine else None


async def write_something(world: World, phone: Phone) -> None:
    """Somebody writes a field that everybody in the circle may write."""
    circle = circle_of(world, phone)
    if circle is None:
        return
    kind, *fields = TYPES[circle.kind]
    record = world.random.choice((*KEPT, *KEPT, *KEPT, *DOOMED))
    place = Place(circle.name, record, kind, world.random.choice((*fields, *fields, *fields, NEW)))
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
        _, problem = await phone.do(phone.app.wish(circle.name, RosterWish(is_new_epoch=True)))
        world.note(f"{phone.name} begins a new epoch of {circle.name}: {problem}")


async def compact(world: World, phone: Phone) -> None:
    """A steward is asked for a snapshot."""
    circle = circle_of(world, phone)
    if circle is not None and phone.app.is_steward(circle.name):
        await phone.do(phone.app.compact(circle.name))
        world.note(f"{phone.name} compacts {circle.name}")


async def change_weather(world: World, _: Phone) -> None:
    """It gets better or worse."""
    world.weather.turn(world.random)


async def make_stewards(world: World, phone: Phone) -> None:
    """A steward makes all devices of its role stewards, so that losing one loses no circle."""
    circle = circle_of(world, phone)
    if circle is None or not phone.app.is_steward(circle.name):
        return
    roster = phone.app.circle(circle.name).store.state.chain.roster
    alike = [id_ for id_, member in roster.members.items() if member.role is phone.role]
    _, problem = await phone.do(phone.app.make_stewards(circle.name, alike))
    world.note(f"{phone.name} makes {len(alike)} stewards of {circle.name}: {problem}")


async def lose_phone(world: World, phone: Phone) -> None:
    """A phone is lost; its person gets another, and somebody takes the lost one out."""
    circles = [circle for circle in world.circles.values() if phone.name in circle.phones]
    if world.counted["lost"] or not await removed_everywhere(world, circles, phone) or phone.is_gone:
        return
    world.counted["lost"] += 1
    phone.switch_off()
    phone.is_gone = True
    world.ledger.excuse(phone.name)
    world.note(f"{phone.name} is lost")
    another = world.phone(f"{phone.name} 2", phone.role)
    another.waits_for |= {circle.name for circle in circles}
    for circle in circles:
        circle.phones.append(another.name)


async def remove_somebody(world: World, phone: Phone) -> None:
    """A steward takes a phone out that does not know it yet; later it is let in again, as a new device."""
    circle = circle_of(world, phone)
    mine = [one for one in world.circles.values() if phone.name in one.phones]
    if any([await is_last_steward(world, one, phone) for one in mine if one.id]):
        return  # it would be a new device everywhere, and nobody could let it in
    if circle is not None and circle.id is not None and await remove(world, circle, phone):
        world.ledger.excuse(phone.name, circle.name)


async def copy_phone(world: World, phone: Phone) -> None:
    """A phone gets a double, which neither of them knows."""
    mine = [circle for circle in world.circles.values() if phone.name in circle.phones]
    is_in = [phone.app.standing(circle.name) is Standing.LIVE for circle in mine]
    if world.counted["copied"] or world.counted["left"] or is_in != [True]:
        return
    world.counted["copied"] += 1
    copy = world.copy_of(phone)
    for circle in world.circles.values():
        if phone.name in circle.phones:
            circle.phones.append(copy.name)
    world.ledger.double(phone.name)
    world.note(f"{phone.name} has a double")


async def back_up(world: World, _: Phone) -> None:
    """The operator makes a backup."""
    world.backup = world.endpoint.copy()
    world.note("the operator makes a backup")


async def restore(world: World, _: Phone) -> None:
    """The operator puts the backup in place."""
    if world.backup is not None:
        await world.restore(world.backup, is_said=True)
        world.backup = None
        world.note("the endpoint is restored")


async def leave(world: World, phone: Phone) -> None:
    """A person leaves a circle."""
    circle = circle_of(world, phone)
    if circle is None or world.counted["left"] or circle.founder == phone.name or len(circle.phones) < 3:
        return
    if circle.id is None or phone.app.standing(circle.name) is not Standing.LIVE:
        return
    if await is_last_steward(world, circle, phone) or phone.name.endswith("copy") or world.counted["copied"]:
        return
    world.counted["left"] += 1
    world.ledger.excuse(phone.name, circle.name)
    phone.wants_out.add(circle.name)
    await go(world, circle, phone)


async def add_own_tablet(world: World, phone: Phone) -> None:
    """Somebody brings a second device of their own, which needs no steward."""
    circle = circle_of(world, phone)
    if circle is None or world.counted["own"] or phone.app.standing(circle.name) is not Standing.LIVE:
        return
    world.counted["own"] += 1
    own = world.phone(f"{phone.name} own", phone.role)
    own.waits_for.add(circle.name)
    own.added_by = phone.device_id
    circle.phones.append(own.name)
    if await world.start(own) and own.keys is not None:
        _, problem = await phone.do(phone.app.invite(circle.name, own.keys, own.role))
        world.note(f"{phone.name} adds {own.name} to {circle.name}: {problem}")


async def join_again(world: World, _: Phone) -> None:
    """Those who are out try to come back in."""
    await come_and_go(world)


EVENTS: dict[Callable[[World, Phone], Awaitable[None]], float] = {
    write_something: 44,
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
    make_stewards: 1.5,
    lose_phone: 1,
    remove_somebody: 1,
    copy_phone: 0.5,
    back_up: 1.5,
    restore: 1.5,
    join_again: 2,
    leave: 0.7,
    add_own_tablet: 1,
}
