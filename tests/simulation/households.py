"""How circles come to be and change: founded, joined, left by a phone that is lost, joined by the next."""

from services.sync.circle_kept import Standing
from tests.simulation.phone import Phone
from tests.simulation.world import GRANT, Circle, World

_TRIES = 60


async def found(world: World, circle: Circle) -> None:
    """A circle begins, and its endpoint hears of it."""
    founder = world.phones[circle.founder]
    await world.endpoint.grant(GRANT)
    for _ in range(_TRIES):
        await world.start(founder)
        _, id_ = await founder.do(founder.app.found(circle.name, circle.kind, GRANT))
        if id_ is not None and await world.endpoint.head(id_):
            circle.id = id_
            world.observer.watch(id_, circle.name)
            await world.observer.look()
            world.note(f"{founder.name} founds {circle.name}")
            return
    raise AssertionError(f"{circle.name} could not be founded")


async def invite(world: World, circle: Circle, phone: Phone) -> bool:
    """A steward wants a phone in, if there is one about."""
    if not await world.start(phone):
        return False
    for steward in list(world.living()):
        if steward.is_running and phone.keys is not None and steward.app.is_steward(circle.name):
            await steward.do(steward.app.invite(circle.name, phone.keys, phone.role))
            world.note(f"{steward.name} invites {phone.name} to {circle.name}")
            return True
    return False


def is_member(world: World, circle: Circle, phone: Phone) -> bool:
    """Whether the log says so."""
    assert circle.id is not None
    chain = world.observer.lineages[circle.id].chain
    return chain is not None and phone.keys is not None and phone.keys.id in chain.roster.members


async def let_in(world: World, circle: Circle, phone: Phone) -> bool:
    """A phone that the roster names learns which circle it is, as from a welcome letter."""
    if not is_member(world, circle, phone) or not await world.start(phone):
        return False
    assert circle.id is not None
    lineage = world.observer.lineages[circle.id]
    assert lineage.chain is not None
    is_done, _ = await phone.do(phone.app.join(circle.name, circle.kind, circle.id, lineage.chain.hash))
    if is_done and phone.name not in circle.phones:
        circle.phones.append(phone.name)
    world.note(f"{phone.name} joins {circle.name}: {is_done}")
    return is_done


async def join(world: World, circle: Circle, phone: Phone) -> None:
    """The whole of it, while the weather is good."""
    for _ in range(_TRIES):
        if not is_member(world, circle, phone):
            await invite(world, circle, phone)
        elif await let_in(world, circle, phone):
            await phone.sync()
            if phone.is_running and phone.app.standing(circle.name) is Standing.LIVE:
                return
        for one in list(world.living()):
            await world.start(one)
            await one.sync()
    raise AssertionError(f"{phone.name} could not join {circle.name}")
