"""A pupil's phone is lost, and the paper is there: the recovery card adds one new phone, and is replaced.

The card may ask for a token, read what it is named in, add one pupil's device in a new epoch, and make a new
card. Where the pupil leads, as in what is the pupil's alone, the new phone leads too and can take out the
lost one. Nobody else is asked, and nobody else can do it. Source: docs/spec/round.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.crypto.port import Crypto
from services.crypto.recovery_card import RecoveryCard, new_card
from services.planner.errors import EndpointRefused, FirstbellError, InputRejected, KeyMissing
from services.planner.words import Role
from services.sync.chain import Chain, verified_chain
from services.sync.client import EndpointClient
from services.sync.entry import Kind, read_entry
from services.sync.epoch_keys import CircleKeys, open_keys
from services.sync.hello import WelcomedCircle
from services.sync.problem import Problem
from services.sync.pulled import Pulled
from services.sync.roster_wish import NOBODY, Device, RosterWish, next_roster
from services.sync.sharing import Sharing
from services.sync.wire import CircleRound, SyncRequest

_MOST_ANSWERS = 500


@dataclass(frozen=True, slots=True)
class Recovered:
    """The circles that this device is in now, and the card that is good from now on."""

    circles: tuple[WelcomedCircle, ...]
    card: RecoveryCard


async def recover(sharing: Sharing, card: RecoveryCard, url: str) -> Recovered:
    """Adds this device by a card, to every circle that names it. What is joined then is `Sharing.join`'s.

    Errors: KeyMissing when no circle names the card; EndpointError and its kin. Stopped halfway, the circles
    that were not reached still take the old card: whoever must not lose the others asks for them one by one.
    """
    fresh = new_card(sharing.crypto)
    named = await named_by(sharing, card, url)
    welcomed = [await recover_one(sharing, card, fresh, url, circle) for circle in named]
    return Recovered(tuple(welcomed), fresh)


async def named_by(sharing: Sharing, card: RecoveryCard, url: str) -> tuple[bytes, ...]:
    """The circles that a card opens at an endpoint; asking changes nothing.

    Errors: KeyMissing when there are none; InputRejected("endpoint"); EndpointError and its kin.
    """
    client = sharing.client(url, await card.keys(sharing.crypto))
    try:
        named = (await client.me()).recovers
    except EndpointRefused as problem:
        if problem.problem != Problem.UNAUTHENTICATED:
            raise
        named = []
    if not named:
        raise KeyMissing("no circle names this card")
    return tuple(named)


async def recover_one(
    sharing: Sharing, card: RecoveryCard, fresh: RecoveryCard, url: str, circle: bytes
) -> WelcomedCircle:
    """Adds this device to one circle by its card, and puts a fresh card in its place.

    Errors: InputRejected("card_here") for a device that is or was in it; EndpointError and its kin.
    """
    crypto, device, by = sharing.crypto, sharing.vault.device, await card.keys(sharing.crypto)
    client = sharing.client(url, by)
    chain, now_ms = await _chain(crypto, client, circle)
    if device.id in chain.origins:
        raise InputRejected("card_here")
    keys = await open_keys(crypto, chain, by.id, by.kem.seed)
    new = await fresh.keys(crypto)
    roster = chain.roster
    is_led_by_pupil = any(
        member.role is Role.PUPIL for id_, member in roster.members.items() if id_ in roster.stewards
    )
    wish = RosterWish(
        add=((Device(device.sign.public, device.kem.public), Role.PUPIL),),
        stewards=roster.stewards | {device.id} if is_led_by_pupil else None,
        card=Device(new.sign.public, new.kem.public),
    )
    made = await next_roster(crypto, by, chain, keys, wish, NOBODY, 1, now_ms)
    ask = CircleRound(id=circle, cursor=0, push=[made.entry.raw])
    (answer,) = (await client.sync(SyncRequest(circles=[ask]))).circles
    if not answer.acks:
        raise EndpointRefused(answer.problem.type if answer.problem else "no-answer")
    return _welcomed(made.keys, made.chain, client.origin)


async def found_again(sharing: Sharing, url: str, fresh: RecoveryCard) -> tuple[list[WelcomedCircle], bool]:
    """Circles that this device was added to without hearing of it, and whether the fresh card is in them.

    Errors: EndpointError and its kin.
    """
    crypto, device = sharing.crypto, sharing.vault.device
    client = sharing.client(url, device)
    try:
        owned = (await client.me()).circles
    except EndpointRefused as problem:
        if problem.problem != Problem.UNAUTHENTICATED:
            raise
        return [], False
    kept = [sharing.kept(journal) for journal in sharing.journals()]
    known = {one.place.id for one in kept if one is not None}
    new = await fresh.keys(crypto)
    found, has_card = [], False
    for circle in (one.id for one in owned if one.role == Role.PUPIL and one.id not in known):
        chain, _ = await _chain(crypto, client, circle)
        keys = await open_keys(crypto, chain, device.id, device.kem.seed)
        found.append(_welcomed(keys, chain, client.origin))
        has_card |= chain.roster.recovery is not None and chain.roster.recovery.id == new.id
    return found, has_card


def _welcomed(keys: CircleKeys, chain: Chain, url: str) -> WelcomedCircle:
    return WelcomedCircle(chain.circle, keys.about.kind, keys.about.planner, url, chain.hash)


async def _chain(crypto: Crypto, client: EndpointClient, circle: bytes) -> tuple[Chain, int]:
    """The rosters of a circle, verified from its id on, and its time."""
    pulled, now_ms = Pulled(), 0
    for _ in range(_MOST_ANSWERS):
        ask = CircleRound(id=circle, cursor=pulled.reach(pulled.floor))
        answer = await client.sync(SyncRequest(circles=[ask]))
        (one,) = answer.circles
        now_ms, pulled.floor = one.now or answer.now, one.floor or 0
        is_news = [pulled.add(seq, raw) for seq, raw in one.entries]
        if not (one.more and any(is_news)):
            break
    chain = await _with_rosters(crypto, [raw for _, raw in pulled.all()])
    if chain is None or chain.circle != circle:
        raise EndpointRefused("log")
    return chain, now_ms


async def _with_rosters(crypto: Crypto, raws: Sequence[bytes]) -> Chain | None:
    chain: Chain | None = None
    for raw in raws:
        try:
            if read_entry(raw).frame.kind is Kind.ROSTER:
                chain = await verified_chain(crypto, [raw], chain)
        except FirstbellError:
            continue  # set aside by everybody
    return chain
