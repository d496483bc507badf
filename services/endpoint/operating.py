"""What an operator does beside serving: grants, sums, and deleting without a steward's order."""

from dataclasses import dataclass

from services.endpoint.circles import hold
from services.endpoint.erasing import delete_circle
from services.endpoint.office import Office
from services.endpoint.rows import CircleRow, Device, EntryRow, GoneRow, Grant, Org
from services.endpoint.tokens import TOKEN_BYTES, secret_hash

GRANT_DAYS = 30


@dataclass(frozen=True)
class Stats:
    """Sums over everything. Units: `size_bytes` of entries above their floors."""

    orgs: int
    devices: int
    circles: int
    entries: int
    size_bytes: int


async def grant(office: Office, org: str, most_circles: int | None = None) -> bytes:
    """A one-use grant for an organisation, which is made if it is new; or gets another quota."""
    secret = office.random(TOKEN_BYTES)
    async with office.store.writing() as rows:
        await rows.add([Org(org, most_circles or office.settings.org_circles)], if_absent=True)
        if most_circles is not None:
            await rows.change([Org(org, most_circles)])
        await rows.add([Grant(secret_hash(secret), org, office.today + GRANT_DAYS)])
    return secret


async def first_grant(office: Office, org: str) -> bytes | None:
    """A grant for the first device of an organisation, in the place of any before; None once it is here."""
    async with office.store.writing() as rows:
        if await rows.count(Device, org=org):
            return None
        await rows.remove(Grant, org=org)
    return await grant(office, org)


async def drop(office: Office, circle: bytes) -> bool:
    """Deletes a circle here. Devices keep theirs: only a steward's signed order reaches them."""
    async with office.store.writing() as rows:
        held = (await hold(rows, office.chains, [circle])).get(circle)
        if held is None:
            return False
        await delete_circle(rows, held, GoneRow(circle, office.today))
    await office.store.scrub()
    return True


async def stats(office: Office) -> Stats:
    """The sums."""
    async with office.store.reading() as rows:
        return Stats(
            orgs=await rows.count(Org),
            devices=await rows.count(Device),
            circles=await rows.count(CircleRow),
            entries=await rows.count(EntryRow),
            size_bytes=await rows.total(CircleRow, "size_bytes"),
        )
