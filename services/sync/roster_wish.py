"""Making rosters: the first of a circle, and the next one from a wish.

A wish says what somebody wants ("remove these", "add this phone") and not how the roster shall look, so that
it is simply carried out again when another steward was quicker. Takeover by the first mentor or parent, the
new epoch of a removal, and sealing the key to everybody follow by themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from services.crypto.device_keys import DeviceKeys, device_id
from services.crypto.port import KEY_BYTES, Crypto
from services.planner.access import RULES_VERSION
from services.planner.errors import InputRejected
from services.planner.words import Role
from services.sync.chain import Chain, begin, follow
from services.sync.chain_rules import with_takeover
from services.sync.entry import ZERO_HASH, ZERO_ID, Entry, Frame, Kind, Last, sign_roster
from services.sync.epoch_keys import About, CircleKeys, commitment, seal_about, seal_back, seal_to
from services.sync.roster import Member, Recovery, Roster

NOBODY: Final = Last(0, ZERO_HASH)


@dataclass(frozen=True, slots=True)
class Device:
    """The public half of a device or card."""

    sign: bytes
    kem: bytes


@dataclass(frozen=True, slots=True)
class RosterWish:
    """What shall be different. Shape: `stewards` is the whole set; None leaves a thing as it is."""

    add: tuple[tuple[Device, Role], ...] = ()
    remove: frozenset[bytes] = frozenset()
    stewards: frozenset[bytes] | None = None
    card: Device | None = None
    is_card_dropped: bool = False
    may_self_add: bool | None = None
    expires: str | None = None
    is_new_epoch: bool = False


@dataclass(frozen=True, slots=True)
class MadeRoster:
    """A roster entry, the chain that ends in it, and the keys that its maker has then."""

    entry: Entry
    chain: Chain
    keys: CircleKeys


def is_fulfilled(chain: Chain, wish: RosterWish) -> bool:
    """Whether somebody was quicker and everything is as wished already."""
    roster = chain.roster
    card = device_id(wish.card.sign, wish.card.kem) if wish.card else None
    return (
        all(device_id(device.sign, device.kem) in roster.members for device, _ in wish.add)
        and not wish.remove & roster.members.keys()
        and wish.stewards in (None, roster.stewards)
        and (card is None or (roster.recovery is not None and roster.recovery.id == card))
        and not (wish.is_card_dropped and roster.recovery)
        and wish.may_self_add in (None, roster.may_self_add)
        and wish.expires in (None, roster.expires)
        and not wish.is_new_epoch
    )


def carried_over(known: Chain, other: Chain, me: bytes) -> tuple[RosterWish, ...]:
    """What makes another end of a chain as it was wished in the one that is known: who came in, who went out.

    After a restore two may each have gone on from the same roster; then the endpoint has one end. A steward
    carries all over; any other member the devices of its own that it had let in, one by one.
    """
    came = [member for id_, member in known.roster.members.items() if id_ not in other.origins]
    back = other.roster.members.keys() & (known.origins.keys() - known.roster.members.keys())
    add = tuple((Device(member.sign, member.kem), member.role) for member in came)
    if me in other.roster.stewards:
        return (RosterWish(add=add, remove=frozenset(back)),) if add or back else ()
    role, may_add = other.roster.members[me].role, other.roster.may_self_add
    own = [member for member in came if member.role is role and known.origins[member.id].added_by == me]
    return tuple(RosterWish(add=((Device(one.sign, one.kem), role),)) for one in own if may_add)


async def first_roster(
    crypto: Crypto, device: DeviceKeys, role: Role, about: About, ts_ms: int, card: Device | None = None
) -> MadeRoster:
    """The roster that founds a circle, signed by its one member, who is its steward."""
    key = crypto.random(KEY_BYTES)
    founder = Member(device.sign.public, device.kem.public, role, b"", is_steward=True)
    bare = Roster(
        circle=ZERO_ID,
        epoch=1,
        prev=ZERO_HASH,
        rules=RULES_VERSION,
        commit=b"",
        about=b"",
        members={founder.id: founder},
        recovery=Recovery(card.sign, card.kem, b"") if card else None,
    )
    roster = await _sealed(crypto, bare, key, about, frozenset(bare.members))
    frame = Frame(Kind.ROSTER, ZERO_ID, device.id, 1, 1, ts_ms, ZERO_HASH, ZERO_HASH)
    entry = await sign_roster(crypto, device, frame, roster.to_text())
    return MadeRoster(entry, begin(entry), CircleKeys({1: key}, about))


async def next_roster(
    crypto: Crypto,
    device: DeviceKeys,
    chain: Chain,
    keys: CircleKeys,
    wish: RosterWish,
    last: Last,
    n: int,
    ts_ms: int,
) -> MadeRoster:
    """The next roster by this device (or card), as the wish has it.

    `last` is the signer's last accepted entry in this log, or `NOBODY`; `n` a number it has never used.
    Errors: InputRejected("roster") for what no rule allows, NotPermitted for a signer who may sign nothing.
    """
    before = chain.roster
    bare = _wished(chain, wish)
    new_epoch = bare.epoch > before.epoch
    key = crypto.random(KEY_BYTES) if new_epoch else keys.current
    if new_epoch or before.is_first:
        fresh = frozenset(bare.members)
        roster = await _sealed(crypto, bare, key, keys.about, fresh)
        if new_epoch:
            roster = replace(roster, back=await seal_back(crypto, roster, key, keys.current))
    else:
        fresh = frozenset(bare.members) - frozenset(before.members)
        roster = replace(bare, members=await _members(crypto, bare, key, fresh))
    frame = Frame(Kind.ROSTER, chain.circle, device.id, n, roster.epoch, ts_ms, last.hash, chain.hash)
    entry = await sign_roster(crypto, device, frame, roster.to_text())
    by_epoch = {**keys.by_epoch, roster.epoch: key}
    return MadeRoster(entry, follow(chain, entry), CircleKeys(by_epoch, keys.about))


def _wished(chain: Chain, wish: RosterWish) -> Roster:
    before = chain.roster
    if wish.is_card_dropped and wish.card:
        raise InputRejected("roster", "a card both new and dropped")
    members = {id_: member for id_, member in before.members.items() if id_ not in wish.remove}
    for device, role in wish.add:
        member = Member(device.sign, device.kem, role, b"")
        members.setdefault(member.id, member)
    if wish.stewards is not None:
        members = {id_: replace(member, is_steward=id_ in wish.stewards) for id_, member in members.items()}
    card = Recovery(wish.card.sign, wish.card.kem, b"") if wish.card else before.recovery
    if wish.is_card_dropped:
        card = None
    needs_epoch = len(before.members.keys() - members.keys()) > 0 or card != before.recovery
    return replace(
        before,
        circle=chain.circle,
        prev=chain.hash,
        epoch=before.epoch + (needs_epoch or wish.is_new_epoch),
        members=with_takeover(before, members),
        recovery=card,
        may_self_add=before.may_self_add if wish.may_self_add is None else wish.may_self_add,
        expires=wish.expires or before.expires,
    )


async def _sealed(crypto: Crypto, bare: Roster, key: bytes, about: About, fresh: Iterable[bytes]) -> Roster:
    card = bare.recovery
    return replace(
        bare,
        commit=commitment(bare.circle, key),
        about=await seal_about(crypto, bare, key, about),
        members=await _members(crypto, bare, key, fresh),
        recovery=replace(card, key=await seal_to(crypto, bare, card, key)) if card else None,
    )


async def _members(crypto: Crypto, bare: Roster, key: bytes, fresh: Iterable[bytes]) -> dict[bytes, Member]:
    sealed = {id_: await seal_to(crypto, bare, bare.members[id_], key) for id_ in sorted(fresh)}
    return {
        id_: replace(member, key=sealed[id_]) if id_ in sealed else member
        for id_, member in bare.members.items()
    }
