"""An entry of this device's own, built from what waits: wishes as edits, or the next roster of a wish.

Nothing is built from a clock that nobody has compared, nor before everything was pulled after a refusal.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.edit import Wish
from services.planner.merge import Registers
from services.sync.circle_kept import Inflight
from services.sync.clocking import CircleClock, entry_ms, stamped
from services.sync.content import Content, batches
from services.sync.entry import Frame, Kind, seal_entry
from services.sync.epoch_keys import CircleKeys
from services.sync.log import LogState
from services.sync.roster_wish import NOBODY, RosterWish, next_roster
from services.sync.waiting import as_rows


@dataclass(frozen=True, slots=True)
class Builder:
    """What an entry is built from, at one moment. Units: `local_ms` is this device's clock.

    Shape: `former` as in `stamped`.
    """

    crypto: Crypto
    device: DeviceKeys
    state: LogState
    keys: CircleKeys
    base: Registers
    clock: CircleClock
    local_ms: int
    n: int
    former: Collection[str] = ()

    @property
    def now_ms(self) -> int:
        """Circle time."""
        return self.clock.now_ms(self.local_ms)

    def frame(self, kind: Kind, ts_ms: int) -> Frame:
        """The frame of this device's next entry."""
        last = self.state.lasts.get(self.device.id, NOBODY)
        chain = self.state.chain
        return Frame(kind, chain.circle, self.device.id, self.n, chain.epoch, ts_ms, last.hash, chain.hash)

    async def edits(self, wishes: Sequence[Wish], most: int) -> Inflight:
        """The first of these wishes, as many as one entry takes, at most `most`."""
        asked = wishes[:most]
        device_hex = self.device.id.hex()
        edits = next(batches(stamped(asked, self.clock, self.local_ms, self.base, device_hex, self.former)))
        frame = self.frame(Kind.EDITS, entry_ms(edits, self.now_ms))
        entry = await seal_entry(self.crypto, self.device, frame, self.keys.current, Content(edits).to_text())
        return Inflight(entry, as_rows(asked[: len(edits)]))

    async def roster(self, wish: RosterWish) -> Inflight:
        """The next roster. Errors: InputRejected("roster") for what no rule allows, NotPermitted."""
        last = self.state.lasts.get(self.device.id, NOBODY)
        made = await next_roster(
            self.crypto, self.device, self.state.chain, self.keys, wish, last, self.n, self.now_ms
        )
        return Inflight(made.entry, {})
