"""The roster chains of circles in use, remembered: a roster's hash names everything that led to it."""

from collections import OrderedDict
from typing import Final

from services.endpoint.rows import CircleRow, EntryRow, Rows
from services.sync import chain as rules
from services.sync.chain import Chain
from services.sync.entry import Kind, read_entry

_REMEMBERED: Final = 4096


class Chains:
    """Chains by the hash of their latest roster."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._by_hash: OrderedDict[bytes, Chain] = OrderedDict()
        self._most = most

    async def of(self, rows: Rows, circle: CircleRow) -> Chain:
        """The chain of a circle that is kept; its signatures were verified when it came."""
        chain = self._by_hash.get(circle.roster)
        if chain is None:
            chain = await self._read(rows, circle.id)
        assert chain.hash == circle.roster, "the rosters of a circle are not what its row says"
        self.remember(chain)
        return chain

    def remember(self, chain: Chain) -> None:
        """Keeps a chain for next time."""
        self._by_hash[chain.hash] = chain
        self._by_hash.move_to_end(chain.hash)
        while len(self._by_hash) > self._most:
            self._by_hash.popitem(last=False)

    async def _read(self, rows: Rows, circle: bytes) -> Chain:
        first, *others = await rows.find(EntryRow, circle=circle, kind=Kind.ROSTER.value)
        chain = rules.begin(read_entry(first.raw))
        for row in others:
            chain = rules.follow(chain, read_entry(row.raw))
        return chain
