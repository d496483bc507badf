"""A pupil's phone is lost, and the paper is there: the recovery card adds one new phone, and is replaced.

The card may ask for a token, read what it is named in, add one pupil's device in a new epoch, and make a new
card. Where the pupil leads, as in what is the pupil's alone, the new phone leads too and can take out the
lost one. Nobody else is asked, and nobody else can do it. Source: docs/spec/round.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.crypto.recovery_card import RecoveryCard, new_card
from services.planner.errors import EndpointRefused, FirstbellError, KeyMissing
from services.planner.words import Role
from services.sync.chain import Chain, verified_chain
from services.sync.client import EndpointClient
from services.sync.entry import Kind, read_entry
from services.sync.epoch_keys import open_keys
from services.sync.hello import WelcomedCircle
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
    that were not reached still take the old card.
    """
    crypto, device = sharing.crypto, sharing.vault.device
    by = await card.keys(crypto)
    client = sharing.client(url, by)
    fresh = new_card(crypto)
    named = (await client.me()).recovers
    if not named:
        raise KeyMissing("no circle names this card")
    welcomed = [await _recover(crypto, client, by, device, fresh, circle) for circle in named]
    return Recovered(tuple(welcomed), fresh)


async def _recover(
    crypto: Crypto,
    client: EndpointClient,
    by: DeviceKeys,
    device: DeviceKeys,
    fresh: RecoveryCard,
    circle: bytes,
) -> WelcomedCircle:
    chain, now_ms = await _chain(crypto, client, circle)
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
    about = made.keys.about
    return WelcomedCircle(circle, about.kind, about.planner, client.origin, made.chain.hash)


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
