"""Rosters as somebody else's program would make and sign them, and the circles they are offered to."""

from dataclasses import replace
from typing import Any

from services.crypto.device_keys import DeviceKeys
from services.planner.words import Role
from services.sync.entry import Entry, Kind, sign_roster
from services.sync.roster import Member, Recovery, Roster
from tests.crypto.finish import finish
from tests.sync.circle import MENTOR, PARENT, Circle, device_of, family

CARD, NEW_CARD = device_of("card"), device_of("new card")
BACK = bytes(104)


def member(device: DeviceKeys, role: Role, is_steward: bool = False) -> Member:
    return Member(device.sign.public, device.kem.public, role, bytes(80), is_steward)


def card(device: DeviceKeys) -> Recovery:
    return Recovery(device.sign.public, device.kem.public, bytes(80))


def grow(roster: Roster, *new: Member, without: DeviceKeys | None = None) -> dict[bytes, Member]:
    kept = {id_: one for id_, one in roster.members.items() if without is None or id_ != without.id}
    return kept | {one.id: one for one in new}


def entry_of(log: Circle, signer: DeviceKeys, text: bytes, **frame: Any) -> Entry:
    usual = log.frame(signer, Kind.ROSTER)._replace(**frame)
    return finish(sign_roster(log.crypto, signer, usual, text))


def put(circle: Circle, signer: DeviceKeys, **changes: Any) -> Entry:
    """A roster that this device would like to follow the latest."""
    chain = circle.state.chain
    roster = replace(chain.roster, circle=chain.circle, prev=chain.hash, **changes)
    return entry_of(circle, signer, roster.to_text(), epoch=roster.epoch)


def after_removal() -> Circle:
    circle = family()
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    return circle


NEXT: dict[str, Any] = {"epoch": 2, "back": BACK}
P, C, M = Role.PUPIL, Role.PARENT, Role.MENTOR
