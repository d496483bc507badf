"""What a round asks of an endpoint: the calls of `wire`, by one device. Nothing it answers is believed.

`client.EndpointClient` is one over HTTP. Errors of every call: EndpointUnreachable, EndpointBusy,
EndpointRefused, ProtocolMismatch, DeviceRemoved.
"""

from collections.abc import Sequence
from typing import Protocol

from services.sync.statement import EraseOrder
from services.sync.wire import (
    HeadsAnswer,
    HostAnswer,
    ReofferAnswer,
    SnapshotAnswer,
    SyncAnswer,
    SyncRequest,
)


class Endpoint(Protocol):
    """One endpoint, seen by one device."""

    @property
    def origin(self) -> str:
        """The endpoint, as this device has it configured."""

    async def sync(self, request: SyncRequest) -> SyncAnswer:
        """Pushes and pulls any number of circles."""

    async def heads(self, etag: str = "", *, wait_s: int = 0) -> tuple[HeadsAnswer, str] | None:
        """How far the logs have come, and the tag to ask by; None when nothing changed since `etag`."""

    async def host(self, rosters: Sequence[bytes], entries: Sequence[bytes] = ()) -> HostAnswer:
        """Has a whole log kept there."""

    async def reoffer(self, circle: bytes, entries: Sequence[bytes]) -> ReofferAnswer:
        """Entries again, in their old order."""

    async def put_snapshot(self, circle: bytes, covers: int, parts: Sequence[bytes]) -> SnapshotAnswer:
        """Parts of a snapshot."""

    async def erase(self, order: EraseOrder) -> None:
        """Has a circle deleted by a signed order."""
