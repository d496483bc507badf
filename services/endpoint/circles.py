"""Circles held for writing: their logs as the rules see them, and all that an accepted entry changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from services.endpoint.chains import Chains
from services.endpoint.days import day_number
from services.endpoint.rows import Among, CircleRow, Device, EntryRow, MemberRow, Rows
from services.planner.reading import as_day
from services.sync.chain import Chain
from services.sync.entry import Entry, Kind, Last
from services.sync.log import LogState
from services.sync.roster import Member, Recovery, Roster, read_roster


@dataclass(frozen=True, slots=True)
class Held:
    """A circle under its lock. Shape: `members` by device id, the card among them."""

    row: CircleRow
    state: LogState
    members: Mapping[bytes, MemberRow]

    def has(self, device: bytes) -> bool:
        """Whether this device or card reads here."""
        member = self.members.get(device)
        return member is not None and not member.is_left


async def hold(rows: Rows, chains: Chains, ids: Collection[bytes], *, lock: bool = True) -> dict[bytes, Held]:
    """These circles, as far as they are here. With `lock`, nobody else writes to them until the end."""
    found = await rows.find(CircleRow, id=Among(ids), lock=lock)
    members: dict[bytes, dict[bytes, MemberRow]] = {row.id: {} for row in found}
    for member in await rows.find(MemberRow, circle=Among(members)) if found else ():
        members[member.circle][member.device] = member
    chains_by_id = await chains.of(rows, found)
    return {
        row.id: Held(row, _state(row, chains_by_id[row.id], members[row.id]), members[row.id])
        for row in found
    }


class Tray:
    """Circles under their locks, with what was accepted since; `write` puts it all down at once."""

    def __init__(self, rows: Rows, chains: Chains, held: Mapping[bytes, Held], day: int) -> None:
        self.rows = rows
        self.held = dict(held)
        self._chains = chains
        self._day = day
        self._entries: list[EntryRow] = []
        self._rosters: list[Roster] = []
        self._before: dict[bytes, Held] = {}

    async def known(self, circle: bytes, entries: Iterable[Entry]) -> dict[bytes, int]:
        """The seq of those of these entries that stand in the circle's log already, by hash."""
        members = self.held[circle].members
        known: dict[bytes, int] = {}
        asked: dict[bytes, list[int]] = {}
        for entry in entries:
            last = members.get(entry.frame.device)
            if last is not None and entry.frame.n <= last.last_n:
                known[last.last_hash] = last.last_seq
                asked.setdefault(entry.frame.device, []).append(entry.frame.n)
        for device, numbers in asked.items():
            here = [row for row in self._entries if row.circle == circle and row.device == device]
            kept = await self.rows.find(EntryRow, circle=circle, device=device, n=Among(numbers))
            known |= {row.hash: row.seq for row in (*here, *kept)}
        return known

    def accept(self, circle: bytes, after: LogState, entries: Sequence[Entry]) -> None:
        """Takes in entries that the rules accepted; `after` is the log with them."""
        before = self.held[circle]
        self._before.setdefault(circle, before)
        first = after.head - len(entries) + 1
        self._entries += _entry_rows(circle, first, entries)
        if after.chain.hash != before.state.chain.hash:
            self._rosters.append(after.chain.roster)
        members = _members(before, after, {entry.frame.device: first + i for i, entry in enumerate(entries)})
        self.held[circle] = Held(_row(before.row, after), after, members)

    def base(self, circle: bytes, first: int, last: int) -> None:
        """Says which places hold the snapshot that the floor stands on."""
        held = self.held[circle]
        self.held[circle] = replace(held, row=held.row._replace(base_first=first, base_last=last))

    async def write(self) -> None:
        """Writes what was accepted."""
        pairs = [(before, self.held[circle]) for circle, before in self._before.items()]
        await self.rows.add(self._entries)
        await self.rows.change([after.row for _, after in pairs])
        new: list[MemberRow] = []
        changed: list[MemberRow] = []
        for before, after in pairs:
            new += [row for id_, row in after.members.items() if id_ not in before.members]
            kept = ((id_, row) for id_, row in after.members.items() if id_ in before.members)
            changed += [row for id_, row in kept if row != before.members[id_]]
            gone = before.members.keys() - after.members.keys()
            if gone:
                await self.rows.remove(MemberRow, circle=after.row.id, device=Among(gone))
        for roster in self._rosters:  # also who was taken out again at once can ask, and hear of it
            await self.rows.add(device_rows(roster, self._day), if_absent=True)
        await self.rows.change(changed)
        await self.rows.add(new)

    def remember(self) -> None:
        """After the end of the transaction: keeps the chains that it made."""
        self._chains.remember(self.held[circle].state.chain for circle in self._before)

    @property
    def accepted(self) -> int:
        """How many entries."""
        return len(self._entries)

    def news(self) -> set[bytes]:
        """Whom it concerns: circles with something new, and devices that came in or went out."""
        concerned = set(self._before)
        for circle, before in self._before.items():
            concerned |= before.members.keys() ^ self.held[circle].members.keys()
        return concerned


async def found_circle(
    rows: Rows, state: LogState, entries: Sequence[Entry], org: str, host: bytes, day: int
) -> CircleRow:
    """Writes a circle that was not here, with its whole log."""
    chain = state.chain
    parts = [seq for seq, entry in enumerate(entries, 1) if state.floor and seq > state.floor]
    bare = CircleRow(chain.circle, org, host, 0, 0, 1, b"", 0, 0)
    held = Held(bare, LogState(chain), {})
    members = _members(held, state, {entry.frame.device: seq for seq, entry in enumerate(entries, 1)})
    row = _row(bare, state)
    if parts:
        last = next(seq for seq in parts if entries[seq - 1].frame.is_last_part)
        row = row._replace(base_first=parts[0], base_last=last)
    await rows.add([row])
    await rows.add(_entry_rows(chain.circle, 1, entries))
    await rows.add(list(members.values()))
    for entry in entries:
        if entry.frame.kind is Kind.ROSTER:
            await rows.add(device_rows(read_roster(entry.body), day), if_absent=True)
    return row


def readers(roster: Roster) -> dict[bytes, Member | Recovery]:
    """Who has a key in it: the members, and the card."""
    card = {roster.recovery.id: roster.recovery} if roster.recovery else {}
    return {**roster.members, **card}


def device_rows(roster: Roster, day: int) -> list[Device]:
    """A row for each reader; a device is here only through an accepted roster or a grant."""
    return [Device(id_, one.sign, one.kem, None, day, day) for id_, one in sorted(readers(roster).items())]


def _state(row: CircleRow, chain: Chain, members: Mapping[bytes, MemberRow]) -> LogState:
    lasts = {id_: Last(one.last_n, one.last_hash) for id_, one in members.items() if one.last_n}
    return LogState(chain, row.head, row.floor, row.time_ms, row.size_bytes, lasts)


def _row(before: CircleRow, after: LogState) -> CircleRow:
    roster = after.chain.roster
    expires = as_day(roster.expires)
    return before._replace(
        head=after.head,
        floor=after.floor,
        epoch=roster.epoch,
        roster=after.chain.hash,
        time_ms=after.time_ms,
        size_bytes=after.size_bytes,
        expires_day=day_number(expires) if expires else None,
    )


def _members(before: Held, after: LogState, seq_by_device: Mapping[bytes, int]) -> dict[bytes, MemberRow]:
    members = {}
    for id_ in readers(after.chain.roster):
        row = before.members.get(id_) or MemberRow(after.chain.circle, id_)
        last = after.lasts.get(id_)
        if last is not None and id_ in seq_by_device:
            row = row._replace(last_n=last.n, last_hash=last.hash, last_seq=seq_by_device[id_])
        members[id_] = row
    return members


def _entry_rows(circle: bytes, first: int, entries: Sequence[Entry]) -> list[EntryRow]:
    return [
        EntryRow(
            circle, seq, entry.frame.device, entry.frame.n, entry.frame.kind.value, entry.hash, entry.raw
        )
        for seq, entry in enumerate(entries, first)
    ]
