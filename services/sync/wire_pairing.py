"""The JSON of the ticket mailbox, POST, GET, PUT and DELETE /v1/pairings: sealed letters in both directions.

A hello is canonical JSON, carried as the very bytes that are hashed. Channels are 16 random bytes (QR,
letter) or 3 to 6 digits (typed).
"""

from typing import Annotated, TypeAlias

from pydantic import Field

from services.sync.wire_form import ANY_TEXT, Answered, Count, Key, Received, Token, WireBytes

MOST_HELLO_BYTES = 16 * 1024  # with the rosters of a planner that a device brings
MOST_WELCOME_BYTES = 64 * 1024
LONGEST_TICKET_S = 7 * 24 * 60 * 60

Hello: TypeAlias = Annotated[WireBytes, Field(min_length=2, max_length=MOST_HELLO_BYTES), ANY_TEXT]
Welcome: TypeAlias = Annotated[WireBytes, Field(min_length=1, max_length=MOST_WELCOME_BYTES), ANY_TEXT]
Mac: TypeAlias = Key
Channel: TypeAlias = Annotated[str, Field(pattern=r"^([0-9]{3,6}|[A-Za-z0-9_-]{22})$")]


class PairingRequest(Received):
    """POST /v1/pairings, signed in. `is_typed` asks for a channel of digits."""

    hello: Hello
    ttl_s: int = Field(ge=1, le=LONGEST_TICKET_S)
    is_typed: bool = False


class PairingAnswer(Answered):
    """The channel that was opened."""

    ch: Channel


class HelloAnswer(Answered):
    """GET /v1/pairings/{ch}: what the inviting device says."""

    hello: Hello


class JoinRequest(Received):
    """PUT /v1/pairings/{ch}/join: what the joining device says; no token."""

    hello: Hello
    mac: Mac


class JoinAnswer(Answered):
    """The slot of this join, and the key that its answer is asked for with."""

    slot: Count
    key: Token


class Join(Answered):
    """One join that waits."""

    slot: Count
    hello: Hello
    mac: Mac


class JoinsAnswer(Answered):
    """GET /v1/pairings/{ch}/joins: for the inviting device."""

    joins: list[Join]


class WelcomeRequest(Received):
    """PUT /v1/pairings/{ch}/welcome: the inviting device's answer to one join."""

    slot: Count
    welcome: Welcome
    mac: Mac


class WelcomeAnswer(Answered):
    """GET /v1/pairings/{ch}/welcome: for who joins; 204 while there is none."""

    welcome: Welcome
    mac: Mac
