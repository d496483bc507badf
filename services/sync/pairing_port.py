"""What the screens of pairing ask of this device: verbs to let somebody in, and verbs to be let in.

A screen looks again and again, as often as it likes; nothing here waits for another person.

Errors of every verb: EndpointError and its kin, and those of the vault.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from services.planner.words import Role
from services.sync.inviting import Spoilt
from services.sync.ticket import Ticket


class Guest(StrEnum):
    """Whom a ticket is for. MINE is one more device of whoever makes it, with their own role."""

    PUPIL = "pupil"
    PARENT = "parent"
    MENTOR = "mentor"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class ShownTicket:
    """An open ticket. Units: `until_ms` this device's clock. Privacy: on this screen alone."""

    guest: Guest
    link: str = field(repr=False)
    code: str = field(repr=False)
    until_ms: int


@dataclass(frozen=True, slots=True)
class NobodyYet:
    """The ticket is open."""


@dataclass(frozen=True, slots=True)
class Asks:
    """A device proved the ticket. Shape: `pictures` are pictograms; `since` what it will read begins then.

    `brings`: it has a planner already, which comes along. `is_of_notes`: it comes into notes alone.
    """

    pictures: tuple[str, ...]
    since: date
    brings: bool = False
    is_of_notes: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """Nobody can join by this ticket any more."""

    why: Spoilt


Look = NobodyYet | Asks | Ended


class Inviting(Protocol):
    """Letting one device into the planner that is open."""

    def guests(self) -> tuple[Guest, ...]:
        """Whom this device may invite, the likeliest first."""

    def needs_grant(self) -> bool:
        """Whether no endpoint knows this device yet: then a grant is spent before the first ticket."""

    def needs_address(self) -> bool:
        """Whether a grant must be told which endpoint it is for."""

    async def spend_grant(self, grant: str, address: str = "") -> None:
        """Makes this device known to an endpoint. Once is enough; after an error it may be done again.

        Errors: InputRejected("grant") for one that is none, or spent; InputRejected("endpoint").
        """

    async def make_ticket(self, guest: Guest) -> ShownTicket:
        """A new ticket; one that was open before is taken back."""

    async def look(self) -> Look:
        """What became of the open ticket.

        Errors: InputRejected("not_in_planner") for a ticket into notes that somebody else asks by.
        """

    async def approve(self) -> None:
        """Adds the device that asks, and welcomes it. Once is enough; after an error it may be done again."""

    async def take_back(self) -> None:
        """Closes the open ticket, if there is one; also to turn somebody away."""


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter, to be printed now. Units: `until_ms` this device's clock. Privacy: the link is a secret."""

    guest: Guest
    link: str = field(repr=False)
    until_ms: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was written here; `why` nobody can come in by it any more, else None.

    Shape: `id` names it on this device alone. `is_asked`: somebody asks by it.
    """

    id: str
    guest: Guest
    until_ms: int
    is_asked: bool = False
    why: Spoilt | None = None


class WritingLetters(Protocol):
    """Letting somebody into one planner by a letter; what is open is kept, and outlives the app."""

    def letters(self) -> tuple[Letter, ...]:
        """Those that were written here, the oldest first, as they were last seen."""

    def may_write(self, guest: Guest) -> bool:
        """Whether such a guest may get one: adults write letters, and to somebody else."""

    async def write(self, guest: Guest) -> WrittenLetter:
        """A new letter; where too many are open the oldest is taken back. Errors besides: NotPermitted."""

    async def look(self) -> tuple[Letter, ...]:
        """What became of all of them."""

    async def look_at(self, letter: str) -> Look:
        """What became of one; a letter that is not here any more is lost."""

    async def approve(self, letter: str) -> Spoilt | None:
        """Adds the device that asks, and welcomes it; or why it could not, when that shows only now.

        Once is enough; after an error it may be done again.
        """

    async def take_back(self, letter: str) -> None:
        """Nobody comes in by it any more, from now on; also to turn somebody away, or put a used one away."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a ticket would make of this device. `brings`: the planner that is here comes along."""

    role: Role
    brings: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """This device is in. Shape: `role` is what it was made."""

    role: Role


class Joining(Protocol):
    """Being let into a planner.

    Errors besides: InputRejected with the field "ticket_gone" when nothing lies under the ticket any more,
    "ticket_wrong" when its proof does not hold: a wrong code, or somebody between the two devices.
    """

    def needs_address(self) -> bool:
        """Whether a typed code must be told which endpoint it is for; a link always says so itself."""

    async def look_up(self, ticket: Ticket, address: str = "") -> Offered:
        """What a ticket offers. Errors: InputRejected("endpoint") for an address that is none."""

    def waiting(self) -> tuple[str, ...] | None:
        """The pictures of a join by a letter that waits for its answer, also after a restart; else None."""

    async def ask(self) -> tuple[str, ...]:
        """Asks to join by what was looked up. Gives the pictures that the other screen must show too.

        Asked again by the same ticket it is the same join. One by a letter is kept, and goes on `waiting`.
        """

    async def look(self) -> Joined | None:
        """Whether somebody has approved; once they have, everything is on this device."""

    async def give_up(self) -> None:
        """Forgets what was asked, if anything was."""
