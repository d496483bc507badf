"""A steward who makes a snapshot, a newcomer who reads it, and what a log holds then."""

from services.planner.edit import NEW, Change
from services.planner.ids import RecordId
from services.sync.entry import Kind
from services.sync.roster_wish import RosterWish
from tests.sync.devices import Phone, phone
from tests.sync.endpoint_memory import MemoryEndpoint

DAY_MS = 24 * 3_600_000


async def compact(one: Phone) -> None:
    """A steward is asked for a snapshot."""
    one.here.turn.is_compaction_asked = True
    await one.round()


async def newcomer(endpoint: MemoryEndpoint, inviter: Phone, name: str = "tablet") -> Phone:
    """One more device of the inviter's role, which has read everything."""
    made = await phone(name, inviter.role, endpoint)
    await inviter.wish(RosterWish(add=((made.public, inviter.role),)))
    await made.join(inviter)
    await made.round()
    await made.round()
    return made


def kinds(endpoint: MemoryEndpoint, one: Phone) -> list[Kind]:
    return [entry.frame.kind for _, entry in sorted(endpoint.logs[one.here.id].entries.items())]


async def routine(one: Phone, name: str) -> None:
    """A routine, made."""
    record = RecordId(name)
    await one.journal.write(
        [Change(record, "routine", NEW, "routine"), Change(record, "routine", "title", name)]
    )
