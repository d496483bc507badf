"""Where the messages of a pairing are left and found: at an endpoint, in memory, or as files.

A mailbox is believed nothing: whatever it gives back is proved or refused by `inviting` and `asking`.
Errors of every call: EndpointError and its kin.
"""

from typing import Protocol

from services.sync.wire_pairing import Join, JoinAnswer, WelcomeAnswer


class Mailbox(Protocol):
    """The ticket mailbox of one endpoint."""

    @property
    def origin(self) -> str:
        """The endpoint, as this device has it configured."""

    async def open_pairing(self, hello: bytes, ttl_s: int, *, is_typed: bool) -> str:
        """Leaves the inviting device's hello. Gives the channel: digits when `is_typed`."""

    async def inviter_hello(self, channel: str) -> bytes:
        """What the inviting device left there."""

    async def put_join(self, channel: str, hello: bytes, mac: bytes) -> JoinAnswer:
        """Leaves the joining device's hello. Gives its slot, and the key to ask for an answer with."""

    async def joins(self, channel: str) -> list[Join]:
        """Every join that was left; for the inviting device."""

    async def put_welcome(self, channel: str, slot: int, welcome: bytes, mac: bytes) -> None:
        """Leaves the answer to one join; for the inviting device."""

    async def welcome(self, channel: str, slot: int, key: bytes) -> WelcomeAnswer | None:
        """The answer to one's own join; None while there is none."""

    async def close_pairing(self, channel: str) -> None:
        """Takes everything of this channel away; for the inviting device."""
