"""A member's device with a program of its own: whatever can be sealed and signed, it seals, signs and sends.

It has the keys of a real member. What it sends, the endpoint takes if it is in order outside; what is inside
only the other devices can judge.
"""

from collections.abc import Sequence

from services.crypto.canonical import encode
from services.crypto.device_keys import DeviceKeys
from services.endpoint.rows import Device
from services.endpoint.snapshots import snapshot
from services.planner.canonical import Value
from services.sync.chain import Chain
from services.sync.entry import Entry, Frame, Kind, Last, seal_entry
from services.sync.roster_wish import NOBODY
from services.sync.wire import CircleAnswer, SnapshotRequest
from tests.simulation.quick_crypto import QuickCrypto
from tests.simulation.world import World


class HostileMember:
    """Sends to one circle as one of its members."""

    def __init__(self, world: World, circle: str, keys: DeviceKeys) -> None:
        self._world = world
        self._id = world.circles[circle].id or b""
        self._keys = keys
        self._crypto = QuickCrypto(world.random.randbytes, world.book)

    async def send_edits(self, *edits: Sequence[Value], ts_ms: int | None = None) -> CircleAnswer:
        """Edits as they would stand in an honest entry, whatever they say."""
        return await self.send_text(encode({"edits": [list(edit) for edit in edits]}), ts_ms=ts_ms)

    async def send_text(
        self, text: bytes, *, kind: Kind = Kind.EDITS, ts_ms: int | None = None
    ) -> CircleAnswer:
        """Any text, sealed and signed as this member's next entry."""
        return await self.send(await self.sealed(text, kind=kind, ts_ms=ts_ms))

    async def send(self, entry: Entry) -> CircleAnswer:
        """Any entry."""
        answer = await self._world.endpoint.pushed(self._keys.id, self._id, entry.raw)
        await self._world.observer.look()
        return answer

    async def put_snapshot(self, covers: int, *parts: Entry) -> None:
        """A snapshot in the place of everything up to here, as a steward's device hands it in."""
        endpoint = self._world.endpoint
        async with endpoint.office.store.reading() as rows:
            (caller,) = await rows.find(Device, id=self._keys.id)
        asked = SnapshotRequest(covers=covers, parts=[part.raw for part in parts])
        await snapshot(endpoint.office, caller, self._id, asked)
        await self._world.observer.look()

    async def sealed(
        self, text: bytes, *, kind: Kind = Kind.EDITS, ts_ms: int | None = None, key: bytes | None = None
    ) -> Entry:
        """The entry of this text, not sent."""
        lineage = self._world.observer.lineages[self._id]
        assert lineage.chain is not None
        assert lineage.keys is not None
        frame = self.frame(lineage.chain, kind)._replace(
            ts_ms=self._world.true_ms() if ts_ms is None else ts_ms
        )
        return await seal_entry(self._crypto, self._keys, frame, key or lineage.keys.current, text)

    def frame(self, chain: Chain, kind: Kind) -> Frame:
        """The frame of its next entry."""
        last = self._last()
        usual = (kind, self._id, self._keys.id, last.n + 1, chain.epoch, 0, last.hash, chain.hash)
        return Frame(*usual, is_last_part=kind is Kind.SNAPSHOT)

    def _last(self) -> Last:
        mine = [
            read.entry
            for read in self._world.observer.lineages[self._id].log
            if read.entry.frame.device == self._keys.id
        ]
        return Last(mine[-1].frame.n, mine[-1].hash) if mine else NOBODY
