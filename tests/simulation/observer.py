"""Somebody who has every key and reads every log as it grows: what the log took, and by which rules.

No device has this; it is the world's own knowledge, from the book of seeds.
"""

from dataclasses import dataclass, field

from services.planner.edit import Edit
from services.planner.errors import FirstbellError
from services.sync.chain import Chain, begin, follow
from services.sync.content import Snap, read_content
from services.sync.entry import Entry, Kind, open_entry, read_entry
from services.sync.epoch_keys import CircleKeys, open_keys
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.ledger import Ledger
from tests.simulation.quick_crypto import Book, QuickCrypto


@dataclass(frozen=True)
class Read:
    """One entry of a log as the observer read it. Shape: no edits when nobody could have read them."""

    seq: int
    entry: Entry
    edits: tuple[Edit, ...] = ()
    snap: Snap | None = None


@dataclass
class Lineage:
    """One circle's log from its beginning, also what snapshots have taken the place of."""

    name: str
    chain: Chain | None = None
    keys: CircleKeys | None = None
    log: list[Read] = field(default_factory=list)

    @property
    def head(self) -> int:
        return self.log[-1].seq if self.log else 0


class Observer:
    """Reads along at one endpoint."""

    def __init__(self, endpoint: EndpointHere, book: Book, ledger: Ledger) -> None:
        self._endpoint = endpoint
        self._book = book
        self._ledger = ledger
        self._crypto = QuickCrypto(bytes, book)
        self.lineages: dict[bytes, Lineage] = {}

    def watch(self, circle: bytes, name: str) -> None:
        """From now on reads along in this circle."""
        self.lineages.setdefault(circle, Lineage(name))

    async def look(self) -> None:
        """Reads what has come since it looked last."""
        for circle, lineage in self.lineages.items():
            for row in await self._endpoint.entries(circle, above=lineage.head):
                assert row.seq > lineage.head, "I6: a place was given twice"
                await self._read(lineage, row.seq, read_entry(row.raw))

    async def look_again(self) -> None:
        """After a restore: the logs are what the endpoint has now."""
        self._ledger.taken.clear()
        for circle, old in list(self.lineages.items()):
            head = await self._endpoint.head(circle)
            lineage = self.lineages[circle] = Lineage(old.name)
            for read in old.log:
                if read.seq <= head:
                    await self._read(lineage, read.seq, read.entry)

    async def _read(self, lineage: Lineage, seq: int, entry: Entry) -> None:
        read = await self._add(lineage, seq, entry)
        self._ledger.take(lineage.name, read.edits)

    async def _add(self, lineage: Lineage, seq: int, entry: Entry) -> Read:
        read = Read(seq, entry)
        if entry.frame.kind is Kind.ROSTER:
            lineage.chain = follow(lineage.chain, entry) if lineage.chain else begin(entry)
            member = next(iter(lineage.chain.roster.members.values()))
            seed = self._book[member.kem]
            lineage.keys = await open_keys(self._crypto, lineage.chain, member.id, seed, lineage.keys)
        else:
            assert lineage.keys is not None
            try:
                text = await open_entry(self._crypto, entry, lineage.keys.by_epoch[entry.frame.epoch])
                content = read_content(entry, text)
            except FirstbellError:  # a member sealed nonsense: nobody can read it
                pass
            else:
                edits = content.edits if entry.frame.kind is Kind.EDITS else ()
                read = Read(seq, entry, edits, content.snap)
        lineage.log.append(read)
        return read
