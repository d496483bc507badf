"""A planner that is on the joining device already, and comes along: its circle is founded in the hello.

    joining    bring            two rosters, kept nowhere: the first, and one that adds the inviting device
    inviting   welcomed_by      the rosters hold, and this is what they found
    inviting   take_in          after an adult approved: the endpoint keeps them now
    joining    found_brought    after the welcome's proof held: the circle is this planner's

If the proof does not hold the two rosters are thrown away, with nothing in their circle. Why:
docs/adr/0081-a-planner-is-brought-in-the-hello.md.
"""

from dataclasses import dataclass

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner import stamp
from services.planner.edit import Wish
from services.planner.errors import InputRejected
from services.planner.merge import edits_of
from services.planner.words import Role
from services.sync.chain import begin, verified_chain
from services.sync.circle_documents import changed_documents
from services.sync.circle_kept import CircleKept, Own, Place
from services.sync.circle_store import CircleStore
from services.sync.clocking import stamp_end
from services.sync.endpoint_port import Endpoint
from services.sync.entry import Last, read_entry
from services.sync.epoch_keys import About, open_keys
from services.sync.hello import Brought, WelcomedCircle
from services.sync.log import Accepted, begin_log, judge
from services.sync.roster_wish import Device, MadeRoster, RosterWish, first_roster, next_roster
from services.sync.waiting import Outbox, as_rows
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.layout import registers
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Kept, Replacement


@dataclass(frozen=True, slots=True)
class Bringing:
    """A circle that is only founded once the other side is known to be true. Privacy: holds its keys."""

    first: MadeRoster
    second: MadeRoster

    @property
    def brought(self) -> Brought:
        """What travels in the hello."""
        return Brought(self.second.keys.about.kind, (self.first.entry.raw, self.second.entry.raw))


async def bring(
    crypto: Crypto,
    device: DeviceKeys,
    role: Role,
    about: About,
    inviter: tuple[Device, Role],
    ts_ms: int,
) -> Bringing:
    """The rosters of a circle with this device and the one that invites it."""
    first = await first_roster(crypto, device, role, about, ts_ms)
    last = Last(first.entry.frame.n, first.entry.hash)
    wish = RosterWish(add=(inviter,))
    second = await next_roster(crypto, device, first.chain, first.keys, wish, last, last.n + 1, ts_ms)
    return Bringing(first, second)


async def bringing_again(crypto: Crypto, device: DeviceKeys, brought: Brought) -> Bringing:
    """What this device offered to bring before it was restarted, from the hello in which it travelled."""
    first, second = [read_entry(raw) for raw in brought.rosters]
    chains = begin(first), await verified_chain(crypto, brought.rosters)
    keys = [await open_keys(crypto, chain, device.id, device.kem.seed) for chain in chains]
    return Bringing(MadeRoster(first, chains[0], keys[0]), MadeRoster(second, chains[1], keys[1]))


async def welcomed_by(
    crypto: Crypto, device: DeviceKeys, role: Role, url: str, brought: Brought
) -> WelcomedCircle:
    """What a brought circle is, as a welcome would name it. Nothing is kept, here or there.

    Errors: InputRejected("brings") when it is no circle with this device in it; AuthenticationFailed,
    HeaderUnknown, KeyMissing, NotPermitted for rosters that do not hold.
    """
    chain = await verified_chain(crypto, brought.rosters)
    member = chain.roster.members.get(device.id)
    if member is None or member.role is not role:
        raise InputRejected("brings", "without this device")
    about = (await open_keys(crypto, chain, device.id, device.kem.seed)).about
    if about.kind is not brought.kind:
        raise InputRejected("brings", "another kind")
    return WelcomedCircle(chain.circle, about.kind, about.planner, url, chain.hash)


async def take_in(
    crypto: Crypto, device: DeviceKeys, role: Role, endpoint: Endpoint, brought: Brought
) -> WelcomedCircle:
    """Has a brought circle kept by the endpoint. What is given back is joined, and named in the welcome.

    Errors: as `welcomed_by`; EndpointError and its kin.
    """
    welcomed = await welcomed_by(crypto, device, role, endpoint.origin, brought)
    await endpoint.host(brought.rosters)
    return welcomed


async def found_brought(
    crypto: Crypto, circles: KeptCircles, journal: Journal, bringing: Bringing, url: str
) -> CircleStore:
    """The circle is this planner's now; everything in it is pushed in the next rounds.

    Errors: those of the vault.
    """
    made = (bringing.first.entry, bringing.second.entry)
    verdict = judge(begin_log(made[0]), made[1])
    assert isinstance(verdict, Accepted)
    kept = CircleKept(
        Place(bringing.second.chain.circle, url),
        log=verdict.state,
        rosters=tuple(NumberedEntry(seq, entry.raw) for seq, entry in enumerate(made, 1)),
        own=Own(
            n=made[1].frame.n,
            accepted=tuple(entry.hash for entry in made),
            compacted_ms=made[0].frame.ts_ms,
            devices=(stamp_end(circles.device.id.hex()),),
        ),
    )

    def step(tables: Kept) -> Replacement:
        outbox = Outbox(tables.outbox)
        outbox.put_back(
            as_rows(
                Wish(one.record, one.type, one.field, one.value, stamp.parse(one.stamp).ms, None)
                for one in edits_of(registers(tables.base))
            )
        )
        return Replacement(outbox=outbox.changes(), meta=changed_documents(None, kept), is_whole=True)

    store = CircleStore(crypto, circles, journal, kept)
    await store.keep_keys(bringing.second.keys, kept.log)
    await journal.settle(step)
    store.keys, store.base = bringing.second.keys, {}
    return store
