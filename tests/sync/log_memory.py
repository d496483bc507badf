"""One circle's log as an endpoint in memory keeps it, and which of its entries a reader gets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.sync.entry import Entry, Kind
from services.sync.log import LogState


@dataclass
class Log:
    """One circle's log as it is kept."""

    state: LogState
    entries: dict[int, Entry] = field(default_factory=dict)
    base: tuple[int, int] = (0, -1)
    staged: list[Entry] = field(default_factory=list)

    def known(self) -> dict[bytes, int]:
        return {entry.hash: seq for seq, entry in self.entries.items()}

    def put(self, state: LogState, entries: Sequence[Entry]) -> None:
        for seq, entry in enumerate(entries, state.head - len(entries) + 1):
            self.entries[seq] = entry
        self.state = state

    def after(self, cursor: int, acked: set[int], most: int) -> tuple[list[tuple[int, bytes]], bool]:
        """What a reader at this cursor has not read, and whether there is more. Units: `most` is in bytes."""
        chosen: list[int] = []
        if cursor < self.state.floor:
            chosen = [
                seq
                for seq, entry in sorted(self.entries.items())
                if cursor < seq <= self.state.floor and entry.frame.kind is Kind.ROSTER
            ]
            chosen += range(self.base[0], self.base[1] + 1)
        size = sum(len(self.entries[seq].raw) for seq in chosen)
        is_first = not chosen
        for seq in range(max(cursor, self.state.floor) + 1, self.state.head + 1):
            if seq in chosen or seq in acked:
                continue
            size += len(self.entries[seq].raw)
            if size > most and not is_first:
                return [(seq, self.entries[seq].raw) for seq in chosen], True
            chosen.append(seq)
            is_first = False
        return [(seq, self.entries[seq].raw) for seq in chosen], False
