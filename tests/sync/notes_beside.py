"""Notes beside a planner: writing and reading them, and three people at home who share some."""

import contextlib
from collections.abc import AsyncIterator

from services.planner.edit import NEW, Change
from services.planner.ids import PlannerId, RecordId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.epoch_keys import CircleKind
from services.sync.pairing_port import Guest
from services.vault.journal import Journal
from tests.sync.shared_house import Phone, SharedHouse, lets_in
from tests.sync.test_membership import rounds, says_who

HOME, STAFF, PRIVATE = CircleKind.HOME, CircleKind.STAFF, CircleKind.PRIVATE
TYPE = {HOME: "lift", STAFF: "meeting", PRIVATE: "note"}


def planner(one: Phone) -> PlannerId:
    return PlannerId(one.journal.planner_id)


def notebook(one: Phone, kind: CircleKind) -> Journal:
    return next(journal for journal in one.vault.journals() if journal.kind == kind)


async def writes(one: Phone, kind: CircleKind, words: str) -> None:
    said = {NEW: TYPE[kind], "words": words}
    await notebook(one, kind).write(
        [Change(RecordId(words), TYPE[kind], name, value) for name, value in said.items()]
    )


async def begins_notes(one: Phone, kind: CircleKind, words: str) -> None:
    """As the first note of a notebook does it."""
    await one.vault.add_planner(kind, one.role, planner(one))
    await writes(one, kind, words)


def notes(one: Phone, kind: CircleKind) -> set[str]:
    return {record.id for record in notebook(one, kind).records.values()}


async def standing(one: Phone, kind: CircleKind) -> Standing:
    circle = await one.sharing.circle(notebook(one, kind))
    assert circle is not None
    return circle.standing


@contextlib.asynccontextmanager
async def at_home() -> AsyncIterator[tuple[SharedHouse, Phone, Phone, Phone]]:
    """A parent who began, a pupil, and another parent: all of them at home; the first leads."""
    async with SharedHouse().open() as house:
        mum = house.device(Role.PARENT, 1, has_page=True)
        await mum.begins()
        await mum.inviting().spend_grant(await house.grant())
        sam, dad = house.device(Role.PUPIL, 2), house.device(Role.PARENT, 3)
        await lets_in(mum.inviting(), Guest.PUPIL, sam)
        await lets_in(mum.inviting(), Guest.PARENT, dad)
        for one, name in ((mum, "mum"), (sam, "sam"), (dad, "dad")):
            await says_who(one, name)
        await rounds(mum, sam, dad)
        yield house, mum, sam, dad
