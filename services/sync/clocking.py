"""The clock rule: which stamp a wish gets when it is pushed.

    now     what the circle's time is: this device's clock plus its offset, at least the latest entry's time
    ms      min(wall clock of the wish + the offset if it is more than a minute, now)
    floor   the greatest of: the stamp the wish replaced, this device's last accepted stamp for the field,
            also of the device that it was before it got other keys
    stamp   (ms, 0, me), or right after the floor; a wish that had one, and lost its place, takes it again
    ts      max(now, every stamp in the entry)

A stamp is provisional until it is pushed, so a wrong clock neither stops sync nor wins for ever: nothing it
stamped has been seen by anybody else. Only accepted stamps are floors. Found by simulation; keep it exactly.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.planner import stamp
from services.planner.edit import Edit, Wish
from services.planner.merge import RecordKey, Register, Registers
from services.planner.stamp import Stamp

SMALL_OFFSET_MS: Final = 60_000
HAD_A_STAMP: Final = -(2**52)
"""In place of the wall clock of a wish that a log once had. Its stamp of then is what it has seen."""
_NO_FIELDS: Final[Mapping[str, Register]] = {}


@dataclass(frozen=True, slots=True)
class CircleClock:
    """A circle's time as this device knows it. Units: `offset_ms` is what its own clock lacks."""

    offset_ms: int
    latest_ms: int = 0

    @classmethod
    def heard(cls, circle_ms: int, local_ms: int) -> "CircleClock":
        """From what an endpoint said when the device's clock stood at `local_ms`."""
        return cls(circle_ms - local_ms)

    def now_ms(self, local_ms: int) -> int:
        """Circle time."""
        return _in_range(max(local_ms + self.offset_ms, self.latest_ms))

    def moment_ms(self, wall_ms: int, now_ms: int) -> int:
        """When a wish of this wall clock was made, by circle time, and never after now."""
        offset_ms = self.offset_ms if abs(self.offset_ms) > SMALL_OFFSET_MS else 0
        return _in_range(min(wall_ms + offset_ms, now_ms))


def stamped(
    wishes: Iterable[Wish],
    clock: CircleClock,
    local_ms: int,
    base: Registers,
    device_hex: str,
    former: Collection[str] = (),
) -> tuple[Edit, ...]:
    """The wishes as edits of this device, in their order; at most one of each field."""
    now_ms = clock.now_ms(local_ms)
    mine = {stamp_end(device_hex), *former}

    def stamp_of(wish: Wish) -> Stamp:
        if wish.wall_ms == HAD_A_STAMP and wish.seen and wish.seen.endswith(stamp_end(device_hex)):
            return wish.seen
        return stamp.next_after(clock.moment_ms(wish.wall_ms, now_ms), _floor(wish, base, mine), device_hex)

    return tuple(Edit(wish.record, wish.type, wish.field, wish.value, stamp_of(wish)) for wish in wishes)


def entry_ms(edits: Iterable[Edit], now_ms: int) -> int:
    """The ts of an entry that holds these edits."""
    return max([now_ms, *(stamp.parse(edit.stamp).ms for edit in edits)])


def stamp_end(device_hex: str) -> str:
    """What a device's stamps end with."""
    return device_hex[: stamp.DEVICE_CHARACTERS]


def is_by(at: Stamp, ends: Collection[str]) -> bool:
    """Whether one of these devices gave the stamp."""
    return at[-stamp.DEVICE_CHARACTERS :] in ends


def _floor(wish: Wish, base: Registers, mine: Collection[str]) -> Stamp | None:
    settled = base.get(RecordKey(wish.record, wish.type), _NO_FIELDS).get(wish.field)
    if settled is None or not is_by(settled.stamp, mine):
        return wish.seen
    return max(settled.stamp, wish.seen or settled.stamp)


def _in_range(ms: int) -> int:
    return min(max(ms, 0), stamp.GREATEST_MS)
