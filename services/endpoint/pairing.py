"""The ticket mailbox: carries sealed letters between an inviting and a joining device, and believes neither.

A typed channel has 3 to 6 digits, so many that at least ten are free for each that is open. A ticket takes
three joins and no more, each one chance. Nobody is introduced by the endpoint: the code authenticates.
"""

from typing import Final

from services.crypto.canonical import to_base64url
from services.endpoint.office import Office
from services.endpoint.refusal import Refusal
from services.endpoint.rows import Between, Device, JoinRow, MemberRow, PairingRow, Rows
from services.endpoint.tokens import secret_hash
from services.sync.problem import Problem
from services.sync.wire_pairing import (
    HelloAnswer,
    Join,
    JoinAnswer,
    JoinRequest,
    JoinsAnswer,
    PairingAnswer,
    PairingRequest,
    WelcomeAnswer,
    WelcomeRequest,
)

MOST_JOINS: Final = 3
LONGEST_TYPED_S: Final = 30 * 60  # joins are taken for ten minutes, a welcome is found a little longer
_FREE_FOR_EACH: Final = 10
_DIGITS: Final = (3, 4, 5, 6)
_CHANNEL_BYTES: Final = 16
_KEY_BYTES: Final = 32


async def open_ticket(office: Office, caller: Device, asked: PairingRequest) -> PairingAnswer:
    """A channel for a ticket. Errors: Refusal."""
    if asked.is_typed and asked.ttl_s > LONGEST_TYPED_S:
        raise Refusal(Problem.BAD_REQUEST, "ttl_s")
    async with office.store.writing() as rows:
        office.pairing_rate.take(await _payer(rows, caller))
        await _drop_old(office, rows)
        scanned = to_base64url(office.random(_CHANNEL_BYTES)), 0
        ch, digits = await _free_channel(office, rows) if asked.is_typed else scanned
        until = office.now_ms() + asked.ttl_s * 1000
        await rows.add([PairingRow(ch, digits, caller.id, asked.hello, until)])
    return PairingAnswer(ch=ch)


async def hello(office: Office, ch: str, address: str) -> HelloAnswer:
    """What the inviting device says. Errors: Refusal not-found."""
    office.joining_rate.take(address)
    async with office.store.reading() as rows:
        return HelloAnswer(hello=(await _ticket(office, rows, ch)).hello)


async def join(office: Office, ch: str, asked: JoinRequest, address: str) -> JoinAnswer:
    """Somebody answers a ticket. Errors: Refusal not-found, also when it has had its joins."""
    office.joining_rate.take(address)
    key = office.random(_KEY_BYTES)
    async with office.store.writing() as rows:
        await _ticket(office, rows, ch, lock=True)
        slot = await rows.count(JoinRow, ch=ch)
        if slot >= MOST_JOINS:
            raise Refusal(Problem.NOT_FOUND)
        await rows.add([JoinRow(ch, slot, asked.hello, asked.mac, secret_hash(key))])
    return JoinAnswer(slot=slot, key=key)


async def joins(office: Office, caller: Device, ch: str) -> JoinsAnswer:
    """Who has answered. Errors: Refusal."""
    async with office.store.reading() as rows:
        await _own_ticket(office, rows, caller, ch)
        found = await rows.find(JoinRow, ch=ch)
    return JoinsAnswer(joins=[Join(slot=one.slot, hello=one.hello, mac=one.mac) for one in found])


async def welcome(office: Office, caller: Device, ch: str, asked: WelcomeRequest) -> None:
    """The inviting device's answer to one join. Errors: Refusal."""
    async with office.store.writing() as rows:
        await _own_ticket(office, rows, caller, ch)
        found = await rows.find(JoinRow, ch=ch, slot=asked.slot)
        if not found:
            raise Refusal(Problem.NOT_FOUND)
        await rows.change([found[0]._replace(welcome=asked.welcome, welcome_mac=asked.mac)])


async def welcomed(office: Office, ch: str, slot: int, key: bytes) -> WelcomeAnswer | None:
    """The answer to a join, for the one who has its key; None while there is none. Errors: Refusal."""
    async with office.store.reading() as rows:
        await _ticket(office, rows, ch)
        found = await rows.find(JoinRow, ch=ch, slot=slot)
    if not found or found[0].key_hash != secret_hash(key):
        raise Refusal(Problem.NOT_FOUND)
    sealed, mac = found[0].welcome, found[0].welcome_mac
    return None if sealed is None or mac is None else WelcomeAnswer(welcome=sealed, mac=mac)


async def close_ticket(office: Office, caller: Device, ch: str) -> None:
    """The inviting device is done with it. Errors: Refusal."""
    async with office.store.writing() as rows:
        await _own_ticket(office, rows, caller, ch)
        await _drop(rows, ch)


async def _ticket(office: Office, rows: Rows, ch: str, *, lock: bool = False) -> PairingRow:
    found = await rows.find(PairingRow, ch=ch, lock=lock)
    if not found or found[0].until_ms <= office.now_ms():
        raise Refusal(Problem.NOT_FOUND)
    return found[0]


async def _own_ticket(office: Office, rows: Rows, caller: Device, ch: str) -> None:
    if (await _ticket(office, rows, ch)).device != caller.id:
        raise Refusal(Problem.NOT_FOUND)


async def _payer(rows: Rows, caller: Device) -> str | bytes:
    """Whose allowance a ticket is taken from: the organisation's; a device that is nowhere may open none."""
    if caller.org is not None:
        return caller.org
    if not await rows.count(MemberRow, device=caller.id, is_left=False):
        raise Refusal(Problem.NOT_PERMITTED)
    return caller.id


async def _free_channel(office: Office, rows: Rows) -> tuple[str, int]:
    for digits in _DIGITS:
        if (await rows.count(PairingRow, digits=digits) + 1) * (_FREE_FOR_EACH + 1) <= 10**digits:
            while True:
                ch = f"{int.from_bytes(office.random(4), 'big') % 10**digits:0{digits}}"
                if not await rows.count(PairingRow, ch=ch):
                    return ch, digits
    raise Refusal(Problem.QUOTA)


async def _drop_old(office: Office, rows: Rows) -> None:
    for row in await rows.find(PairingRow, until_ms=Between(most=office.now_ms())):
        await _drop(rows, row.ch)


async def _drop(rows: Rows, ch: str) -> None:
    await rows.remove(JoinRow, ch=ch)
    await rows.remove(PairingRow, ch=ch)
