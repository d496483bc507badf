"""The chain of a circle's rosters, from the one whose hash is the circle's id to the latest.

Following a chain is pure; the signature is verified first, by `signer_key`. Every device and every endpoint
that follows the same entries comes to the same chain, or refuses the same entry.

Errors: InputRejected("roster"), NotPermitted when the signer may sign nothing here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from services.crypto.port import Crypto
from services.planner.errors import InputRejected, NotPermitted
from services.planner.words import Role
from services.sync.chain_rules import check_step, newcomers
from services.sync.entry import ZERO_HASH, ZERO_ID, Entry, Kind, read_entry, verify_entry
from services.sync.roster import PREFIX_BYTES, Roster, read_roster


class Origin(NamedTuple):
    """How a device came into the circle."""

    added_by: bytes
    is_by_steward: bool
    role: Role


@dataclass(frozen=True, slots=True)
class Chain:
    """All rosters of a circle up to one of them.

    Shape: `hashes` of all its entries; `by_epoch` the latest roster of each epoch; `origins` of every device
    that ever was a member; `prefixes` of their ids and of all cards, which none may bear again.
    """

    circle: bytes
    roster: Roster
    hash: bytes
    hashes: frozenset[bytes]
    by_epoch: Mapping[int, Roster]
    origins: Mapping[bytes, Origin]
    prefixes: frozenset[bytes]

    @property
    def epoch(self) -> int:
        """The epoch of now."""
        return self.roster.epoch

    def devices_of(self, ids: Iterable[bytes]) -> frozenset[bytes]:
        """These members and every device that they added themselves, and so on: one person's devices."""
        found = set(ids)
        for id_, origin in self.origins.items():  # in the order in which they came
            if origin.added_by in found and not origin.is_by_steward:
                found.add(id_)
        return frozenset(found & self.roster.members.keys())


def begin(first: Entry) -> Chain:
    """The chain of a circle's first roster."""
    roster, frame = _roster_of(first), first.frame
    if not roster.is_first or frame.circle != ZERO_ID or frame.prev != ZERO_HASH:
        raise InputRejected("roster", "not a first one")
    if roster.epoch != 1 or frozenset(roster.members) != {frame.device} or not roster.stewards:
        raise InputRejected("roster", "not founded by its one member")
    return Chain(
        circle=first.hash,
        roster=roster,
        hash=first.hash,
        hashes=frozenset({first.hash}),
        by_epoch={1: roster},
        origins=_origins(None, roster, frame.device),
        prefixes=_prefixes(_fresh_ids(None, roster)),
    )


def follow(chain: Chain, entry: Entry) -> Chain:
    """The chain with one more roster, whose signature was verified."""
    before, after, frame = chain.roster, _roster_of(entry), entry.frame
    if not frame.circle == after.circle == chain.circle:
        raise InputRejected("roster", "of another circle")
    if after.prev != chain.hash:
        raise InputRejected("roster", "not the next one")
    check_step(before, after, frame.device)
    prefixes = _prefixes(_fresh_ids(before, after))
    if prefixes & chain.prefixes:
        raise InputRejected("roster", "an id that was there before")
    return replace(
        chain,
        roster=after,
        hash=entry.hash,
        hashes=chain.hashes | {entry.hash},
        by_epoch={**chain.by_epoch, after.epoch: after},
        origins={**chain.origins, **_origins(before, after, frame.device)},
        prefixes=chain.prefixes | prefixes,
    )


def signer_key(chain: Chain | None, entry: Entry) -> bytes:
    """The key that an entry must be signed by; without a chain it must be a first roster.

    Errors: NotPermitted when the device is no member, and for anything but a roster no card either.
    """
    roster = chain.roster if chain else _roster_of(entry)
    member = roster.members.get(entry.frame.device)
    if member is not None:
        return member.sign
    card = roster.recovery
    if chain and card and entry.frame.kind is Kind.ROSTER and card.id == entry.frame.device:
        return card.sign
    raise NotPermitted("not in the roster")


async def verified_chain(crypto: Crypto, raws: Iterable[bytes], chain: Chain | None = None) -> Chain:
    """The chain of roster entries from anywhere, every signature verified; or a known one, continued.

    Errors: AuthenticationFailed, HeaderUnknown, InputRejected, NotPermitted.
    """
    for raw in raws:
        entry = read_entry(raw)
        await verify_entry(crypto, entry, signer_key(chain, entry))
        chain = begin(entry) if chain is None else follow(chain, entry)
    if chain is None:
        raise InputRejected("roster", "none")
    return chain


def _roster_of(entry: Entry) -> Roster:
    if entry.frame.kind is not Kind.ROSTER:
        raise InputRejected("roster", "another kind of entry")
    roster = read_roster(entry.body)
    if entry.frame.epoch != roster.epoch or entry.frame.roster != roster.prev:
        raise InputRejected("roster", "frame and roster differ")
    return roster


def _origins(before: Roster | None, after: Roster, by: bytes) -> dict[bytes, Origin]:
    signer = (before or after).members.get(by)
    is_by_steward = signer is not None and signer.is_steward
    return {id_: Origin(by, is_by_steward, after.members[id_].role) for id_ in newcomers(before, after)}


def _fresh_ids(before: Roster | None, after: Roster) -> frozenset[bytes]:
    cards = {roster.recovery.id for roster in (before, after) if roster and roster.recovery}
    old_card = {before.recovery.id} if before and before.recovery else set[bytes]()
    return newcomers(before, after) | (cards - old_card)


def _prefixes(ids: frozenset[bytes]) -> frozenset[bytes]:
    return frozenset(id_[:PREFIX_BYTES] for id_ in ids)
