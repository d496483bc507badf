"""Who a device is: a grant makes its row, a signature over a nonce gets it a token, a token signs a call in.

    nonce = u64 ms ‖ 8 random bytes ‖ HMAC-SHA-256(secret, device ‖ both)[:16]

A nonce is kept nowhere: the HMAC shows that it came from here for this device, its time that it is fresh, and
a device's next must be greater than the last it used, so that none serves twice. Tokens are kept as SHA-256.
"""

import hashlib
import hmac
from typing import Final

from services.crypto.device_keys import device_id
from services.endpoint.days import day_text
from services.endpoint.office import Office
from services.endpoint.refusal import Refusal
from services.endpoint.rows import Among, CircleRow, Device, Grant, MemberRow
from services.planner.errors import AuthenticationFailed
from services.sync.problem import Problem
from services.sync.statement import verify_token
from services.sync.wire import (
    DeviceAnswer,
    DeviceRequest,
    MeAnswer,
    NonceAnswer,
    OwnCircle,
    TokenAnswer,
    TokenRequest,
)

TOKEN_BYTES: Final = 32
TOKEN_MS: Final = 24 * 60 * 60 * 1000
_NONCE_MS: Final = 2 * 60 * 1000
_BELIEVED_MS: Final = 60 * 1000  # another process may have given the device another token


async def register(office: Office, asked: DeviceRequest, address: str) -> DeviceAnswer:
    """Spends a grant. Errors: Refusal not-permitted when there is no such grant."""
    office.joining_rate.take(address)
    id_, today = device_id(asked.sign, asked.kem), office.today
    spent = secret_hash(asked.grant)
    async with office.store.writing() as rows:
        grants = await rows.find(Grant, hash=spent, lock=True)
        known = await rows.find(Device, id=id_)
        if not grants or grants[0].until_day < today:
            raise Refusal(Problem.NOT_PERMITTED, "no such grant")
        await rows.remove(Grant, hash=spent)
        org = grants[0].org
        await rows.change([device._replace(org=org) for device in known])
        await rows.add([Device(id_, asked.sign, asked.kem, org, today, today)], if_absent=True)
    for device in known:
        office.signed_in.forget(device.token_hash)
    return DeviceAnswer(device=id_)


async def token(office: Office, asked: TokenRequest, address: str) -> NonceAnswer | TokenAnswer:
    """A nonce, or for a signed one a token. Unknown devices get a nonce like any other. Errors: Refusal."""
    office.address_rate.take(address)
    office.token_rate.take(asked.device)
    now = office.now_ms()
    if asked.nonce is None and asked.sig is None:
        fresh = now.to_bytes(8, "big") + office.random(8)
        return NonceAnswer(nonce=fresh + _seal_of(office, asked.device, fresh), now=now)
    if asked.nonce is None or asked.sig is None:
        raise Refusal(Problem.BAD_REQUEST, "nonce and sig")
    new_token, until = office.random(TOKEN_BYTES), now + TOKEN_MS
    async with office.store.writing() as rows:
        found = await rows.find(Device, id=asked.device, lock=True)
        if not found or not _is_fresh(office, asked.device, asked.nonce, found[0].nonce):
            raise Refusal(Problem.UNAUTHENTICATED)
        await _verify(office, found[0], asked.nonce, asked.sig)
        await rows.change(
            [
                found[0]._replace(
                    token_hash=secret_hash(new_token),
                    token_until_ms=until,
                    nonce=asked.nonce,
                    seen_day=office.today,
                )
            ]
        )
    office.signed_in.forget(found[0].token_hash)
    return TokenAnswer(token=new_token, until=until)


async def signed_in(office: Office, sent: bytes) -> Device:
    """The device whose token this is. Errors: Refusal unauthenticated."""
    hashed, now = secret_hash(sent), office.now_ms()
    device, asked_ms = office.signed_in.get(hashed) or (None, 0)
    if device is None or now - asked_ms > _BELIEVED_MS:
        async with office.store.reading() as rows:
            device = next(iter(await rows.find(Device, token_hash=hashed)), None)
        if device is None:
            raise Refusal(Problem.UNAUTHENTICATED)
        office.signed_in.put(hashed, (device, now))
    if device.token_until_ms <= now:
        raise Refusal(Problem.UNAUTHENTICATED)
    return device


async def me(office: Office, caller: Device) -> MeAnswer:
    """Everything that is kept about a device, and for a card the circles that it recovers."""
    async with office.store.reading() as rows:
        members = [one for one in await rows.find(MemberRow, device=caller.id) if not one.is_left]
        circles = await rows.find(CircleRow, id=Among([one.circle for one in members])) if members else []
        chains = await office.chains.of(rows, circles)
        owned, recovers = [], []
        for circle in circles:
            roster = chains[circle.id].roster
            member = roster.members.get(caller.id)
            if member is None:
                recovers.append(circle.id)
                continue
            owned.append(
                OwnCircle(
                    id=circle.id,
                    role=member.role.value,
                    steward=member.is_steward,
                    head=circle.head,
                    bytes=circle.size_bytes,
                    expires=roster.expires,
                )
            )
    created, seen = day_text(caller.created_day), day_text(caller.seen_day)
    return MeAnswer(device=caller.id, created=created, last_seen=seen, circles=owned, recovers=recovers)


def secret_hash(secret: bytes) -> bytes:
    """How a secret is kept. It is random, 32 bytes long, so that one round is enough."""
    return hashlib.sha256(secret).digest()


def _seal_of(office: Office, device: bytes, fresh: bytes) -> bytes:
    return hmac.digest(office.secret, device + fresh, "sha256")[:16]


def _is_fresh(office: Office, device: bytes, nonce: bytes, used: bytes) -> bool:
    made_ms = int.from_bytes(nonce[:8], "big")
    is_ours = hmac.compare_digest(_seal_of(office, device, nonce[:16]), nonce[16:])
    return is_ours and nonce > used and 0 <= office.now_ms() - made_ms <= _NONCE_MS


async def _verify(office: Office, device: Device, nonce: bytes, sig: bytes) -> None:
    for origin in office.settings.origins:
        try:
            await verify_token(office.crypto, device.sign, origin, device.id, nonce, sig)
        except AuthenticationFailed:
            continue
        return
    raise Refusal(Problem.UNAUTHENTICATED)
