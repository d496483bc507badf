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
        _, id_ = await founder.do(founder.app.found(circle.name, GRANT))
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
            _, problem = await steward.do(steward.app.invite(circle.name, phone.keys, phone.role))
            world.note(f"{steward.name} invites {phone.name} to {circle.name}: {problem}")
            return True
    return False


def is_member(world: World, circle: Circle, phone: Phone) -> bool:
    """Whether the log says so."""
    assert circle.id is not None
    chain = world.observer.lineages[circle.id].chain
    return chain is not None and phone.keys is not None and phone.keys.id in chain.roster.members


def was_member(world: World, circle: Circle, phone: Phone) -> bool:
    """Whether it was taken out, perhaps before it knew that it was in."""
    assert circle.id is not None
    chain = world.observer.lineages[circle.id].chain
    is_known = chain is not None and phone.keys is not None and phone.keys.id in chain.origins
    return is_known and not is_member(world, circle, phone)


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


async def remove(world: World, circle: Circle, phone: Phone) -> bool:
    """A steward takes a phone out, unless it is the last one that could."""
    if (
        phone.keys is None
        or not is_member(world, circle, phone)
        or await is_last_steward(world, circle, phone)
    ):
        return False
    for steward in list(world.living()):
        if steward is not phone and steward.is_running and steward.app.is_steward(circle.name):
            _, problem = await steward.do(steward.app.remove(circle.name, phone.keys.id))
            world.note(f"{steward.name} removes {phone.name} from {circle.name}: {problem}")
            break
    return not is_member(world, circle, phone)


async def removed_everywhere(world: World, circles: list[Circle], phone: Phone) -> bool:
    """Whether a phone is out of all of these; nobody is taken out of some if it could not be of all."""
    if any([await is_last_steward(world, circle, phone) for circle in circles if circle.id]):
        return False
    return all([await remove(world, circle, phone) for circle in circles])


async def come_and_go(world: World) -> bool:
    """Phones that wait to be let in are, if somebody can; those that want out go; whether any was moved.

    A removed id never returns, so a phone that was removed, or that found out that it has a double, becomes a
    new device first, in every circle. When nothing else is left to do, those whom nobody brings back ask.
    """
    is_busy = False
    for phone in list(world.living()):
        if not phone.is_running:
            continue
        for name in list(phone.wants_out):
            is_busy |= await go(world, world.circles[name], phone)
        mine = [circle for circle in world.circles.values() if phone.name in circle.phones]
        if not phone.is_running:
            continue
        standings = {phone.app.standing(circle.name) for circle in mine}
        if standings & {Standing.CLONED, Standing.REMOVED}:
            await _become_new(world, phone, mine)
            is_busy = True
        for name in list(phone.waits_for):
            is_busy = True
            await _come(world, world.circles[name], phone)
    return is_busy or _ask_again(world)


def _ask_again(world: World) -> bool:
    """Has the person of a device that a restore has lost ask for it, if who added it is out; whether any.

    Nobody else need know of it, and it is a stranger at the endpoint, which therefore shows it no roster.
    """
    is_any = False
    for phone in world.living():
        if not phone.is_running or not phone.added_by:
            continue
        for circle in world.circles.values():
            chain = world.observer.lineages[circle.id].chain if circle.id else None
            is_here = phone.name in circle.phones and phone.is_in(circle.name)
            is_known = chain is not None and bool(
                {phone.device_id, phone.added_by} & set(chain.roster.members)
            )
            if is_here and not is_known:
                phone.waits_for.add(circle.name)
                is_any = True
    return is_any


async def go(world: World, circle: Circle, phone: Phone) -> bool:
    """A phone leaves a circle, and takes away what it has of it; whether it had not yet."""
    if circle.name not in phone.file_by_circle:
        phone.wants_out.discard(circle.name)
        circle.phones.remove(phone.name)
        return True
    _, problem = await phone.do(phone.app.leave(circle.name))
    world.note(f"{phone.name} leaves {circle.name}: {problem}")
    if problem == "" and circle.name in phone.file_by_circle:  # or it has gone meanwhile
        is_done, _ = await phone.do(phone.app.take_away(circle.name))
        if is_done:
            phone.wants_out.discard(circle.name)
            phone.forget(circle.name)
            circle.phones.remove(phone.name)
    return True


async def _become_new(world: World, phone: Phone, mine: list[Circle]) -> None:
    is_done, _ = await phone.do(phone.app.become_new_device())
    world.note(f"{phone.name} becomes a new device: {is_done}")
    phone.switch_off()
    await world.start(phone)
    phone.waits_for |= {circle.name for circle in mine}


async def _come(world: World, circle: Circle, phone: Phone) -> None:
    if was_member(world, circle, phone):
        await _become_new(world, phone, [one for one in world.circles.values() if phone.name in one.phones])
    if not is_member(world, circle, phone):
        await invite(world, circle, phone)
    if await let_in(world, circle, phone):
        phone.waits_for.discard(circle.name)
        circle.removed.discard(phone.name)
        await phone.sync()


async def is_last_steward(world: World, circle: Circle, phone: Phone) -> bool:
    """Whether nobody else could change the roster."""
    assert circle.id is not None
    chain = world.observer.lineages[circle.id].chain
    return chain is not None and chain.roster.stewards <= {phone.device_id}
