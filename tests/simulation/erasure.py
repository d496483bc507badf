"""I11: a steward has a circle erased, and then nobody has its bytes or keys."""

from services.crypto.canonical import to_base64url
from services.sync.circle_kept import Standing
from tests.simulation.broken import Broken
from tests.simulation.world import Circle, World

_ROUNDS = 6


async def check_erasure(world: World) -> None:
    """Erases one circle, in good weather, and looks everywhere. The world is at its end then."""
    erased = [circle for circle in world.circles.values() if circle.id and await _erased(world, circle)]
    for circle in erased[:1]:
        await _everybody_hears(world, circle)
        await _nothing_is_left(world, circle)


async def _erased(world: World, circle: Circle) -> bool:
    for phone in world.living():
        if phone.is_running and phone.app.is_steward(circle.name):
            is_done, problem = await phone.do(phone.app.erase(circle.name))
            if not is_done or problem:
                raise Broken(f"I11: {phone.name} cannot erase {circle.name}: {problem}")
            circle.erased_by = phone.name
            return True
    return False


async def _everybody_hears(world: World, circle: Circle) -> None:
    for name in circle.phones:
        phone = world.phones[name]
        if phone.is_gone or name == circle.erased_by or not phone.app.circle(circle.name):
            continue
        for _ in range(_ROUNDS):
            await phone.sync()
        standing = phone.app.standing(circle.name)
        if standing is Standing.LIVE:
            raise Broken(f"I11: {name} does not believe that {circle.name} is erased")
        await phone.do(phone.app.take_away(circle.name))


async def _nothing_is_left(world: World, circle: Circle) -> None:
    assert circle.id is not None
    keys = world.observer.lineages[circle.id].keys
    assert keys is not None
    rows = await world.endpoint.rows_of(circle.id)
    if rows:
        raise Broken(f"I11: the endpoint still has {len(rows)} rows of {circle.name}")
    for name in circle.phones:
        phone = world.phones[name]
        if phone.is_gone or circle.name not in phone.file_by_circle:
            continue
        left = [kept for kept in phone.content if phone.file_by_circle[circle.name] in kept]
        if left:
            raise Broken(f"I11: {name} still has {left}")
        body = repr(phone.app.vault.body)
        if any(to_base64url(key) in body for key in keys.by_epoch.values()):
            raise Broken(f"I11: {name} still has a key of {circle.name}")
