"""Desk: where one role does its work over one planner. Verbs go in, an immutable planner comes out.

Every verb returns once its change is durable, and raises only a FirstbellError, after which nothing changed.
"""

import asyncio
from collections.abc import Callable, Sequence

from services.desk.changes import Fields, made, told
from services.planner.access import Author, may_write
from services.planner.edit import Change
from services.planner.errors import InputRejected, NotPermitted, VaultReadOnly
from services.planner.ids import PersonId, PlannerId, RecordId, new_id
from services.planner.planner import Planner, read_planner, with_readers
from services.planner.words import Role
from services.vault.journal import Journal

Listener = Callable[[Planner], None]
Readers = Callable[[], frozenset[str] | None]
"""The devices that read a planner, in hex; None where nobody knows."""


class Desk:
    """What all roles share. Privacy: holds the planner in plain text until it is closed."""

    def __init__(
        self,
        journal: Journal,
        role: Role,
        device_hex: str,
        random: Callable[[int], bytes],
        now_ms: Callable[[], int],
    ) -> None:
        self.role = role
        self.device_hex = device_hex
        self._journal = journal
        self._random = random
        self._now_ms = now_ms
        self._planner = read_planner(journal.records, device_hex)
        self._readers: Readers = lambda: None
        self._listeners: list[Listener] = []
        self._stop = journal.subscribe(self._hear)
        # For verbs that look at the planner to decide what to write; a tick never waits for it.
        self._in_turn = asyncio.Lock()

    @property
    def planner_id(self) -> PlannerId:
        """Which planner this is, for those who keep something about it elsewhere."""
        return PlannerId(self._journal.planner_id)

    @property
    def planner(self) -> Planner:
        """The planner as it is on the disk, and who of its people can see it now."""
        self._planner = with_readers(self._planner, self._readers())
        return self._planner

    def know_readers(self, readers: Readers) -> None:
        """From now on asks who reads the planner."""
        self._readers = readers

    @property
    def zone(self) -> str:
        """The name of the planner's time zone."""
        return self._planner.prefs.zone

    @property
    def is_read_only(self) -> bool:
        """Whether another tab or process is writing."""
        return self._journal.is_read_only

    def now_ms(self) -> int:
        """The clock of this device. Units: milliseconds since 1970 UTC."""
        return self._now_ms()

    def fresh_id(self) -> str:
        """An id for a record that is about to be made."""
        return new_id(self._random)

    def subscribe(self, fn: Listener) -> Callable[[], None]:
        """Calls `fn` with the planner after every durable change. Gives what stops it."""
        self._listeners.append(fn)

        def stop() -> None:
            if fn in self._listeners:
                self._listeners.remove(fn)

        return stop

    def close(self) -> None:
        """Drops the planner and everybody who listens."""
        self._stop()
        self._listeners.clear()
        self._readers = lambda: None
        self._planner = Planner()

    async def _write(self, changes: Sequence[Change]) -> None:
        """Writes what this role may write. Errors: NotPermitted, VaultReadOnly; and those of the journal."""
        if self.is_read_only:
            raise VaultReadOnly
        me = self._planner.me
        author = Author(self.role, self.device_hex, None if me is None else me.id)
        for change in changes:
            if not may_write(author, change, adult_ticks=self._planner.prefs.adult_ticks):
                raise NotPermitted(change.type)
        await self._journal.write(changes)

    def _said(self, record: RecordId, kind: str, fields: Fields) -> list[Change]:
        """Tells a record whose id is not random something; it is made if nobody has made it yet."""
        return (told if record in self._journal.records else made)(record, kind, fields)

    def _me(self) -> PersonId:
        """Who sits here. Errors: InputRejected("person") before anybody has said so."""
        if self._planner.me is None:
            raise InputRejected("person", "nobody yet")
        return self._planner.me.id

    def _must_have_been(self, record: str, kind: str) -> None:
        """Errors: InputRejected(kind) unless somebody once made this record."""
        known = self._journal.records.get(RecordId(record))
        if known is None or known.type != kind:
            raise InputRejected(kind, "never made")

    def _hear(self, changed: frozenset[RecordId]) -> None:
        self._planner = read_planner(self._journal.records, self.device_hex, self._planner, changed)
        planner = self.planner
        for listener in tuple(self._listeners):
            listener(planner)
