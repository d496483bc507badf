"""Letting one device into the planner that is open: a ticket, somebody who asks, three pictures, a yes.

Privacy: whoever sees the ticket may ask; that is why the lock is asked for once more, and an adult says yes.
"""

from collections.abc import Callable
from typing import Final

from services.planner.errors import FirstbellError
from services.sync.pairing_port import Asks, Ended, Guest, Inviting, Look, NobodyYet, WritingLetters
from services.vault.vault import Vault
from views.action import Actions, OnError, Work
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.pairing.invite_state import (
    Added,
    Adding,
    AskingAgain,
    Choosing,
    Comparing,
    Granting,
    InviteState,
    Making,
    Over,
    Showing,
    Written,
)
from views.strings.problem_sentence import problem_key
from views.timer import Timer

LOOK_AGAIN_MS: Final = 2_000
_KEY: Final = "pairing.invite"


class InviteModel(LiveModel[InviteState]):
    """`begin` is called each time somebody comes, `leave` when they go; an open ticket is taken back then.

    `letters` is None for what nobody is let into by a letter.
    """

    def __init__(
        self,
        vault: Vault,
        inviting: Inviting,
        letters: WritingLetters | None,
        *,
        actions: Actions,
        timer: Timer,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(AskingAgain())
        self._inviting = inviting
        self._letters = letters
        self._actions = actions
        self._timer = timer
        self._stop_looking: Callable[[], None] = lambda: None
        self._fresh = 0
        self._expected: Guest | None = None
        self.grant = ""
        self.address = ""
        self.zone = zone
        self.ask = AskAgainModel(vault, self._asked, actions=actions, now_ms=now_ms, zone=zone)

    def expect(self, guest: Guest) -> None:
        """The lock was opened a moment ago, for this guest: the next `begin` goes straight to the ticket."""
        self._expected = guest

    def begin(self) -> None:
        """From the beginning."""
        expected, self._expected = self._expected, None
        self._stop_looking()
        if expected is None:
            self.become(AskingAgain())
            self.ask.begin()
        else:
            self._choose(expected)
            self.make()

    def write_grant(self, text: str) -> None:
        """What stands in the field of the grant."""
        self.grant = text

    def write_address(self, text: str) -> None:
        """What stands in the field of the address."""
        self.address = text

    def spend_grant(self) -> None:
        """Makes this device known with what is typed."""
        if not isinstance(self.state, Granting):
            return
        grant, address = self.grant, self.address

        async def spend() -> None:
            await self._inviting.spend_grant(grant, address)
            self.grant = ""
            if isinstance(self.state, Making):
                self._choose()

        self.become(Making())
        self._start(spend, lambda error: self._ask_for_grant(problem_key(error)))

    def choose(self, guest: Guest) -> None:
        """Mark whom it is for; `make` takes it."""
        if isinstance(self.state, Choosing):
            self.become(Choosing(self.state.guests, guest))

    def make(self) -> None:
        """A ticket for the marked one."""
        if not isinstance(self.state, Choosing):
            return
        before = self.state

        async def make() -> None:
            ticket = await self._inviting.make_ticket(before.chosen)
            if isinstance(self.state, Making):  # nobody has gone elsewhere
                self.become(Showing(ticket))
                self._look_later()

        self.become(Making())
        self._start(make, lambda error: self._choose(before.chosen, problem_key(error)))

    @property
    def is_of_notes(self) -> bool:
        """Whether it is into notes alone."""
        return self._letters is None

    def may_write(self) -> bool:
        """Whether the marked one may get a letter in place of a ticket."""
        state = self.state
        return (
            isinstance(state, Choosing)
            and self._letters is not None
            and self._letters.may_write(state.chosen)
        )

    def write(self) -> None:
        """A letter for the marked one."""
        if not isinstance(self.state, Choosing) or self._letters is None:
            return
        before, letters = self.state, self._letters

        async def write() -> None:
            letter = await letters.write(before.chosen)
            if isinstance(self.state, Making):
                self.become(Written(letter))

        self.become(Making())
        self._start(write, lambda error: self._choose(before.chosen, problem_key(error)))

    def approve(self) -> None:
        """The pictures are the same, and this device shall be in."""
        if not isinstance(self.state, Comparing):
            return
        before = self.state

        async def approve() -> None:
            await self._inviting.approve()
            if isinstance(self.state, Adding):
                self.become(Added())

        def still_asked(error: FirstbellError) -> None:
            self.become(Comparing(before.guest, before.asks, problem_key(error)))
            self._look_later()

        self._stop_looking()
        self.become(Adding())
        self._start(approve, still_asked)

    def take_back(self) -> None:
        """Close the ticket: it is not needed, or the pictures differ. Then: whom is it for?"""
        if self._is_open():
            self._close()
            self._choose()

    def again(self) -> None:
        """Another ticket, for somebody."""
        if isinstance(self.state, Over):
            self._choose()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        if isinstance(self.state, Making | Showing | Comparing):
            self._close()
        self._stop_looking()
        self.become(AskingAgain())

    def _asked(self) -> None:
        """The lock was opened once more."""
        if self._inviting.needs_grant():
            self._ask_for_grant()
        else:
            self._choose()

    def _ask_for_grant(self, problem: str | None = None) -> None:
        self._fresh += 1
        self.become(Granting(self._fresh, self._inviting.needs_address(), problem))

    def _choose(self, chosen: Guest | None = None, problem: str | None = None) -> None:
        guests = self._inviting.guests()
        self.become(Choosing(guests, chosen or guests[0], problem))

    def _close(self) -> None:
        self._stop_looking()
        # Nobody waits for this: a ticket that could not be taken back runs out by itself.
        self._start(self._inviting.take_back, lambda _: None)

    def _look_later(self) -> None:
        self._stop_looking()
        self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look)

    def _look(self) -> None:
        self._start(self._look_once, self._not_seen)

    async def _look_once(self) -> None:
        if not self._is_open():
            return
        found = await self._inviting.look()
        if self._is_open():
            self._show(found)

    def _show(self, found: Look) -> None:
        state = self.state
        match found:
            case Ended(why=why):
                self.become(Over(why))
                return
            case Asks() if isinstance(state, Showing):
                self.become(Comparing(state.ticket.guest, found))
            case NobodyYet() if isinstance(state, Showing):
                self.become(Showing(state.ticket))
            case _:
                pass  # who asks already stands here
        self._look_later()

    def _is_open(self) -> bool:
        return isinstance(self.state, Showing | Comparing)

    def _not_seen(self, error: FirstbellError) -> None:
        if not self._is_open():
            return
        if not error.retry:
            self._choose(problem=problem_key(error))
            return
        if isinstance(self.state, Showing):
            self.become(Showing(self.state.ticket, is_offline=True))
        self._look_later()

    def _start(self, work: Work, on_error: OnError) -> None:
        self._actions.start(_KEY, work, on_error)
