"""One circle as this device keeps it: in its planner's journal, its keys in the key file, its base in memory.

Every change is one flush, shared with the ticks of the moment, and counts in memory only once it is durable.
Keys are kept before what was read with them; whoever has more keys than entries has lost nothing.
"""

from dataclasses import replace

from services.crypto.canonical import Json, from_base64url, to_base64url
from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.merge import Registers
from services.sync.alarm import Alarm
from services.sync.circle_documents import changed_documents, circle_in
from services.sync.circle_kept import NEVER, CircleKept, Inflight, Standing
from services.sync.entry import Last, read_entry
from services.sync.epoch_keys import About, CircleKeys, CircleKind, open_keys
from services.sync.going_back import as_old_as_sent
from services.sync.log import LogState
from services.sync.reading import Reader
from services.sync.settled_reading import Loss, landed, refused, replacement, with_alarms
from services.sync.waiting import Outbox, without
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.layout import registers
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Kept, Replacement, Rows


class CircleStore:
    """Errors of whatever changes something: VaultLocked, VaultReadOnly, StorageFull, StorageUnavailable."""

    def __init__(self, crypto: Crypto, circles: KeptCircles, journal: Journal, kept: CircleKept) -> None:
        self.crypto = crypto
        self.circles = circles
        self.journal = journal
        self.kept = kept
        self.keys: CircleKeys | None = None
        self.base: Registers = registers(journal.kept().base)

    @property
    def device(self) -> DeviceKeys:
        """The keys of this device."""
        return self.circles.device

    @property
    def state(self) -> LogState | None:
        """Where its log stands; None until the first entry is read."""
        return self.kept.log

    async def open_keys(self) -> None:
        """The circle's keys: those of the key file, and what the latest roster says beyond them.

        Errors: KeyMissing when it names this device no more; AuthenticationFailed, InputRejected.
        """
        if self.state is None or self.kept.place.standing is not Standing.LIVE:
            return
        kept = self.circles.all().get(to_base64url(self.kept.place.id))
        known, roster = _keys_in(kept)
        if known is None or roster != self.state.chain.hash:
            device = self.device
            known = await open_keys(self.crypto, self.state.chain, device.id, device.kem.seed, known)
        self.keys = known

    async def change(self, after: CircleKept, back: Rows | None = None) -> None:
        """Keeps this; `back` are wishes that go back to the outbox."""
        before = self.kept

        def step(kept: Kept) -> Replacement:
            outbox = Outbox(kept.outbox)
            outbox.put_back(back or {})
            return Replacement(outbox=outbox.changes(), meta=changed_documents(before, after))

        if after is not before:
            await self.journal.settle(step)
            self.kept = after

    async def fly(self, inflight: Inflight) -> bool:
        """Keeps an entry before it is sent. False when what it carries was taken back meanwhile."""
        before = self.kept
        own = replace(before.own, n=inflight.entry.frame.n)
        after = replace(before, inflight=inflight, own=own)
        is_kept = False

        def step(kept: Kept) -> Replacement:
            nonlocal is_kept
            outbox = Outbox(kept.outbox)
            is_kept = outbox.holds(inflight.wishes)
            if not is_kept:
                return Replacement()
            outbox.drop(inflight.wishes)
            return Replacement(outbox=outbox.changes(), meta=changed_documents(before, after))

        await self.journal.settle(step)
        if is_kept:
            self.kept = after
        return is_kept

    async def alarm(self, alarm: Alarm) -> None:
        """Counts one for the adults."""
        await self.change(with_alarms(self.kept, {alarm: 1}))

    async def refuse(self, kept: CircleKept) -> None:
        """Inflight was refused: it is remembered, and its wishes wait again, as they are in `kept`."""
        after, back = refused(kept)
        await self.change(after, back)

    async def take(
        self,
        reader: Reader,
        after: CircleKept,
        lost: Loss | None,
        *,
        is_whole: bool,
        holds_more: bool = False,
    ) -> tuple[Last, ...]:
        """Keeps what was read. Gives the own entries in it that this device never made.

        `after` is what is kept but for what follows from reading; `lost` what a base in place of another
        lacks, of which this device's own waits anew. `holds_more`: its base has more than the log, which a
        snapshot says to the others next.
        """
        before = self.kept
        found = landed(after, reader.own, reader.former)
        now = found.kept
        back = without(lost.own if lost else {}, now.inflight.wishes if now.inflight else {})
        if is_whole or reader.rosters:
            now = replace(now, rosters=(*(() if is_whole else now.rosters), *reader.rosters))
        now = replace(now, log=reader.state)
        if is_whole and reader.snapshot is None:
            founded_ms = read_entry(reader.rosters[0].raw).frame.ts_ms
            now = replace(now, own=replace(now.own, compacted_ms=founded_ms), gone={})
        if reader.snapshot is not None and reader.state is not None:
            gone = {f"{key.record} {key.type}": str(stamp) for key, stamp in reader.snapshot.gone.items()}
            now = replace(now, gone=gone, own=replace(now.own, compacted_ms=reader.state.time_ms))
        if holds_more:
            now = replace(now, own=replace(now.own, compacted_ms=NEVER))
        if reader.keys is not None and reader.keys is not self.keys:
            await self.keep_keys(reader.keys, reader.state)

        def step(kept: Kept) -> Replacement:
            return replacement(
                kept, before, now, reader, found.wishes, back, is_whole=is_whole or reader.is_rebased
            )

        await self.journal.settle(step)
        self.kept, self.base, self.keys = now, reader.base, reader.keys
        return found.unknown

    async def keep_keys(self, keys: CircleKeys, state: LogState | None) -> None:
        """Keeps keys in the key file, in both generations."""
        assert state is not None
        place = self.kept.place
        epochs: dict[str, Json] = {
            str(epoch): to_base64url(key) for epoch, key in sorted(keys.by_epoch.items())
        }
        await self.circles.keep(
            to_base64url(place.id),
            {
                "url": place.url,
                "file": self.journal.file_id,
                "kind": keys.about.kind.value,
                "planner": to_base64url(keys.about.planner),
                "roster": to_base64url(state.chain.hash),
                "epochs": epochs,
            },
        )

    async def end(self, standing: Standing, *, day: int = 0, by: bytes = b"") -> None:
        """This device reads the circle no more: keys go, what is here stays, what was not sent waits."""
        now, back = refused(await as_old_as_sent(self.crypto, self.keys, self.kept))
        now = replace(now, place=replace(now.place, standing=standing, day=day, by=by))
        await self.change(now, back)
        if standing is not Standing.EXPIRED:
            await self.circles.forget(to_base64url(self.kept.place.id))
            self.keys = None

    async def raw(self) -> tuple[NumberedEntry, ...]:
        """The entries that are kept as they came. Errors: VaultDamaged."""
        return await self.journal.raw()


async def store_of(crypto: Crypto, circles: KeptCircles, journal: Journal) -> CircleStore | None:
    """The circle of a planner; None when it has none. Errors: as `CircleStore.open_keys`."""
    kept = circle_in(journal.kept().meta)
    if kept is None:
        return None
    store = CircleStore(crypto, circles, journal, kept)
    await store.open_keys()
    return store


def _keys_in(kept: Json) -> tuple[CircleKeys | None, bytes]:
    match kept:
        case {"kind": str(kind), "planner": str(planner), "roster": str(roster), "epochs": dict(epochs)}:
            by_epoch = {int(epoch): from_base64url(str(key)) for epoch, key in epochs.items()}
            about = About(CircleKind(kind), from_base64url(planner))
            return CircleKeys(by_epoch, about), from_base64url(roster)
        case _:
            return None, b""
