"""A small world in good weather for directed cases: named people in one circle, and steps by hand."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from services.planner.words import Role
from tests.simulation import promises
from tests.simulation.households import found, join
from tests.simulation.ledger import Place
from tests.simulation.phone import Phone
from tests.simulation.virtual_loop import run_virtually
from tests.simulation.world import Circle, World, new_world

Made = TypeVar("Made")
ROLES = {"pupil": Role.PUPIL, "parent": Role.PARENT, "mentor": Role.MENTOR}
TITLE = Place("ann", "s1", "step", "title")


class Town:
    """The people of the circle "ann", the last of them its steward."""

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def ann(self) -> Circle:
        return self.world.circles["ann"]

    def __getitem__(self, name: str) -> Phone:
        return self.world.phones[name]

    async def writes(self, name: str, value: str, place: Place = TITLE) -> None:
        """Somebody writes, and the app says that it is kept."""
        assert await self.world.write(self[name], place, value)

    async def syncs(self, *names: str) -> None:
        """Each has a round."""
        for name in names:
            await self.world.start(self[name])
            await self[name].sync()

    def sees(self, name: str, place: Place = TITLE) -> object:
        """What somebody sees."""
        return self[name].app.visible(place)

    async def ends_well(self) -> None:
        """Good weather, and every promise."""
        await promises.settle(self.world)
        await promises.check_all(self.world)


async def town(*names: str, seed: int = 0) -> Town:
    """These people, in this order."""
    world = await new_world(seed)
    people = [world.phone(name, ROLES[name.split(" ")[0]]) for name in names]
    circle = world.circles["ann"] = Circle("ann", "shared", names[0], [names[0]])
    await world.start(people[0])
    await people[0].do(people[0].app.begin_planner("ann", "shared"))
    await found(world, circle)
    for phone in people[1:]:
        await join(world, circle, phone)
    made = Town(world)
    await made.syncs(*names, *names)
    return made


def agreed(world: World, circle: str) -> None:
    """Everybody in this circle has the very same of it."""
    names = [name for name in world.circles[circle].phones if name not in world.circles[circle].removed]
    bases = {name: world.phones[name].app.base(circle) for name in names}
    assert all(base == bases[names[0]] for base in bases.values()), bases


def told(story: Callable[[], Awaitable[Made]]) -> Made:
    """Runs a case to its end."""
    return run_virtually(story)
