"""What must hold in every world, by the names that docs/threat-model.md and the tests use.

    I1   members that have read equally far have the same state
    I2   what an app acknowledged is not lost
    I3   an edit leaves the outbox only because the log took it, or the person replaced it
    I4   a value that somebody saw and replaced does not come back
    I5   nothing stops: in good weather every app gets everything out and in, whatever was met on the way
    I6   a request that comes again changes nothing
    I7   a removed device opens nothing of a later epoch
    I8   nobody outside the rosters opens anything
    I9   changed and moved entries are refused
    I10  wrong PIN, damaged and newer are told apart and write nothing
    I11  after erasure nobody has the circle's bytes or keys
    I12  the endpoint never holds a word

`watch` is asked while things happen, `settle` in good weather at the end, `check_all` after that.
"""

from tests.simulation import refusals
from tests.simulation.broken import Broken
from tests.simulation.households import come_and_go
from tests.simulation.said_and_kept import (
    no_replaced_value_shows,
    said_and_taken,
    same_state_at_same_place,
    still_held,
)
from tests.simulation.who_reads import no_word_at_the_endpoint, nobody_else_reads
from tests.simulation.world import World

ROUNDS_AT_MOST = 40


def watch(world: World) -> None:
    """I1 and I3, for everybody who is at rest right now."""
    for circle in world.circles.values():
        same_state_at_same_place(world, circle)
    for phone in world.living():
        if phone.is_running and phone.is_idle:
            still_held(world, phone.name)


async def settle(world: World) -> None:
    """Good weather, until nobody has anything to say any more."""
    world.weather.clear()
    world.note("the weather clears")
    for phone in world.living():
        if phone.power is not None:
            phone.power.go_out_after(None)
    await world.network.settle()
    for _ in range(ROUNDS_AT_MOST):
        for phone in list(world.living()):
            await world.start(phone)
            await phone.sync()
        if not await come_and_go(world) and await _is_quiet(world):
            return
    raise Broken(f"I5: after {ROUNDS_AT_MOST} rounds in good weather: {await _unrest(world)}")


async def check_all(world: World) -> None:
    """Every promise of a world at rest."""
    for circle in world.circles.values():
        same_state_at_same_place(world, circle)
    for phone in world.living():
        said_and_taken(world, phone)
    no_replaced_value_shows(world)
    await refusals.nothing_happens_twice(world)
    await refusals.changed_and_moved_entries_are_refused(world)
    await refusals.files_say_what_is_wrong_with_them(world)
    await nobody_else_reads(world)
    await no_word_at_the_endpoint(world)


async def _is_quiet(world: World) -> bool:
    return not await _unrest(world)


async def _unrest(world: World) -> list[str]:
    unrest = []
    for circle in world.circles.values():
        if circle.id is None:
            continue
        head = await world.endpoint.head(circle.id)
        for name in circle.phones:
            phone = world.phones[name]
            if phone.is_gone or name in circle.removed:
                continue
            if not phone.is_running:
                unrest.append(f"{name} does not start")
            elif not phone.app.is_at(circle.name, head):
                unrest.append(f"{name} is not at {head} of {circle.name}: {phone.app.how_it_is(circle.name)}")
    return unrest
