"""Deleting: a circle by its steward's signed order, a circle that ran out, and what is too old to be kept."""

from services.endpoint.circles import Held, hold
from services.endpoint.office import Office
from services.endpoint.pull import gone_answer
from services.endpoint.refusal import Refusal
from services.endpoint.rows import (
    Among,
    Between,
    CircleRow,
    Device,
    EntryRow,
    FloorRow,
    GoneRow,
    Grant,
    JoinRow,
    MemberRow,
    PairingRow,
    Rows,
    StagedRow,
)
from services.planner.errors import AuthenticationFailed, NotPermitted
from services.sync.problem import Problem
from services.sync.statement import EraseOrder, verify_erase
from services.sync.wire_form import EraseSent

KEPT_DAYS = 396  # thirteen months: what is gone, and devices that never come back
_MOST_AT_ONCE = 500


async def erase(office: Office, circle: bytes, sent: EraseSent) -> None:
    """Deletes a circle for good; the order is kept for those who come later. Errors: Refusal."""
    order = EraseOrder(circle=sent.circle, day=sent.day, by=sent.by, sig=sent.sig)
    async with office.store.writing() as rows:
        held = (await hold(rows, office.chains, [circle])).get(circle)
        if held is None:
            gone = await rows.find(GoneRow, circle=circle)
            if gone and gone[0].by:
                return  # asked again
            raise Refusal(gone_answer(gone))
        if order.day > office.today + 1 or order.circle != circle:
            raise Refusal(Problem.BAD_REQUEST, "another circle or day")
        try:
            await verify_erase(office.crypto, held.state.chain, order)
        except (AuthenticationFailed, NotPermitted) as problem:
            raise Refusal(Problem.NOT_PERMITTED, problem.code) from problem
        await delete_circle(rows, held, GoneRow(circle, office.today, order.by, order.sig, order.day))
    await office.store.scrub()
    office.bell.ring([circle, *held.members])


async def leave(office: Office, caller: Device) -> None:
    """Deletes a device's own row. Its entries stay with the circles, which it takes no part in any more."""
    async with office.store.writing() as rows:
        mine = await rows.find(MemberRow, device=caller.id)
        await rows.change([member._replace(is_left=True) for member in mine])
        await _delete_tickets(rows, [caller.id])
        await rows.remove(Device, id=caller.id)
    office.signed_in.forget(caller.token_hash)
    office.bell.ring(member.circle for member in mine)


async def tidy(office: Office) -> int:
    """Deletes what ran out or has been kept long enough. Returns how many circles ended."""
    today, ended = office.today, 0
    async with office.store.writing() as rows:
        over = await rows.find(CircleRow, _MOST_AT_ONCE, expires_day=Between(most=today - 1))
        held = await hold(rows, office.chains, [row.id for row in over]) if over else {}
        for one in held.values():
            await delete_circle(rows, one, GoneRow(one.row.id, today))
            ended += 1
        await rows.remove(GoneRow, day=Between(most=today - KEPT_DAYS))
        await rows.remove(Grant, until_day=Between(most=today - 1))
        stale = await rows.find(PairingRow, until_ms=Between(most=office.now_ms()))
        await _delete_channels(rows, [row.ch for row in stale])
        for device in await rows.find(Device, _MOST_AT_ONCE, seen_day=Between(most=today - KEPT_DAYS)):
            if not await rows.count(MemberRow, device=device.id):
                await rows.remove(Device, id=device.id)
    if ended:
        await office.store.scrub()
    return ended


async def delete_circle(rows: Rows, held: Held, gone: GoneRow) -> None:
    """Removes every row of a circle and the tickets of its members, and remembers that it was here."""
    circle = held.row.id
    for kind in (EntryRow, StagedRow, FloorRow, MemberRow):
        await rows.remove(kind, circle=circle)
    await rows.remove(CircleRow, id=circle)
    await _delete_tickets(rows, list(held.members))
    await rows.remove(GoneRow, circle=circle)
    await rows.add([gone])


async def _delete_tickets(rows: Rows, devices: list[bytes]) -> None:
    await _delete_channels(rows, [row.ch for row in await rows.find(PairingRow, device=Among(devices))])


async def _delete_channels(rows: Rows, channels: list[str]) -> None:
    if channels:
        await rows.remove(JoinRow, ch=Among(channels))
        await rows.remove(PairingRow, ch=Among(channels))
