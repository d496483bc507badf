"""The roster chains of circles in use, remembered: a roster's hash names everything that led to it."""

from collections.abc import Iterable, Sequence
from typing import Final

from services.endpoint.remembered import Remembered
from services.endpoint.rows import Among, CircleRow, EntryRow, Rows
from services.sync import chain as rules
from services.sync.chain import Chain
from services.sync.entry import Kind, read_entry

_REMEMBERED: Final = 4096


class Chains:
    """Chains by the hash of their latest roster."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._by_hash: Remembered[bytes, Chain] = Remembered(most)

    async def of(self, rows: Rows, circles: Sequence[CircleRow]) -> dict[bytes, Chain]:
        """The chain of each of these circles; their signatures were verified when they came."""
        found = {circle.id: self._by_hash.get(circle.roster) for circle in circles}
        read = await self._read(rows, [id_ for id_, chain in found.items() if chain is None])
        chains = {id_: chain or read[id_] for id_, chain in found.items()}
        for circle in circles:
            assert chains[circle.id].hash == circle.roster, "the rosters are not what their circle says"
        self.remember(read.values())
        return chains

    def remember(self, chains: Iterable[Chain]) -> None:
        """Keeps chains for next time."""
        for chain in chains:
            self._by_hash.put(chain.hash, chain)

    async def _read(self, rows: Rows, circles: Sequence[bytes]) -> dict[bytes, Chain]:
        chains: dict[bytes, Chain] = {}
        if circles:
            for row in await rows.find(EntryRow, circle=Among(circles), kind=Kind.ROSTER.value):
                entry, chain = read_entry(row.raw), chains.get(row.circle)
                chains[row.circle] = rules.follow(chain, entry) if chain else rules.begin(entry)
        return chains
