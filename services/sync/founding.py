"""A planner gets a circle: founded here, or joined; until then its edits wait, and no endpoint is needed."""

from services.crypto.port import Crypto
from services.planner.words import Role
from services.sync.circle_documents import changed_documents, circle_in
from services.sync.circle_kept import CircleKept, Own, Place
from services.sync.circle_store import CircleStore, store_of
from services.sync.clocking import stamp_end
from services.sync.epoch_keys import About
from services.sync.log import begin_log
from services.sync.roster_wish import Device, first_roster
from services.sync.settled_reading import refused
from services.sync.waiting import Outbox
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Kept, Replacement


async def found(
    crypto: Crypto,
    circles: KeptCircles,
    journal: Journal,
    role: Role,
    about: About,
    url: str,
    ts_ms: int,
    card: Device | None = None,
) -> CircleStore:
    """A circle with this device alone in it; its endpoint hears of it in the next round.

    Units: `ts_ms` the endpoint's clock where it is known. Errors: those of the vault.
    """
    made = await first_roster(crypto, circles.device, role, about, ts_ms, card)
    kept = CircleKept(
        Place(made.chain.circle, url, is_hosted=False),
        log=begin_log(made.entry),
        rosters=(NumberedEntry(1, made.entry.raw),),
        own=Own(
            n=made.entry.frame.n,
            accepted=(made.entry.hash,),
            compacted_ms=ts_ms,
            devices=(stamp_end(circles.device.id.hex()),),
        ),
    )
    store = CircleStore(crypto, circles, journal, kept)
    await store.keep_keys(made.keys, kept.log)
    await journal.settle(lambda _: Replacement(meta=changed_documents(None, kept)))
    store.keys = made.keys
    return store


async def join(
    crypto: Crypto, circles: KeptCircles, journal: Journal, circle: bytes, url: str, promised: bytes
) -> CircleStore:
    """A circle that this device was added to; its log is read in the next round.

    What the planner holds stays, and what waits in it is pushed then. Shape: `promised` is the hash of a
    roster that the log must hold. Errors: those of the vault.
    """
    before = circle_in(journal.kept().meta)
    left, back = refused(before) if before else (None, {})
    me = stamp_end(circles.device.id.hex())
    devices = tuple(dict.fromkeys((*(left.own.devices if left else ()), me)))
    own = Own(sent=left.own.sent if left else {}, devices=devices)
    kept = CircleKept(Place(circle, url, promised=promised), own=own)

    def step(tables: Kept) -> Replacement:
        outbox = Outbox(tables.outbox)
        outbox.put_back(back)
        return Replacement(outbox=outbox.changes(), meta=changed_documents(None, kept))

    await journal.settle(step)
    store = await store_of(crypto, circles, journal)
    assert store is not None
    return store
