"""GET /v1/heads: how far each of a device's circles has come, under one tag that changes with any."""

import asyncio
import hashlib
from typing import Final

from services.endpoint.office import Office
from services.endpoint.rows import Among, CircleRow, Device, MemberRow
from services.sync.wire import CircleHead, HeadsAnswer

LONGEST_WAIT_S: Final = 25
_LOOK_AGAIN_S: Final = 5.0  # another process may have written


async def heads(office: Office, caller: Device) -> HeadsAnswer:
    """The heads of now, in the order of ids."""
    async with office.store.reading() as rows:
        members = await rows.find(MemberRow, device=caller.id)
        mine = [member.circle for member in members if not member.is_left]
        found = await rows.find(CircleRow, id=Among(mine)) if mine else []
    circles = [CircleHead(id=row.id, head=row.head) for row in found]
    return HeadsAnswer(inc=office.incarnation, circles=circles)


def tag_of(answer: HeadsAnswer) -> str:
    """Its ETag."""
    whole = hashlib.sha256(answer.inc.encode())
    for circle in answer.circles:
        whole.update(circle.id + circle.head.to_bytes(8, "big"))
    return f'"{whole.hexdigest()[:22]}"'


async def news(office: Office, caller: Device, known_tag: str, wait_s: float) -> HeadsAnswer | None:
    """The heads once they differ from what the caller knows, or None when the time is over."""
    office.sync_rate.take(caller.id)
    clock = asyncio.get_running_loop().time
    until = clock() + min(wait_s, LONGEST_WAIT_S)
    while True:
        rung = office.bell.rung
        answer = await heads(office, caller)
        if tag_of(answer) != known_tag:
            return answer
        left_s = until - clock()
        if left_s <= 0 or office.bell.is_closed:
            return None
        ids = {caller.id, *(circle.id for circle in answer.circles)}
        await office.bell.wait(ids, rung, min(left_s, _LOOK_AGAIN_S))
