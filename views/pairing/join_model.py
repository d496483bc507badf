"""Being let into a planner: a code or a link, what it offers, three pictures, and in.

Privacy: what is typed stays in the model until it was used; it never stands in the state.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.sync.pairing_port import Joined, Joining, Offered
from services.sync.ticket import read_ticket
from views.action import Actions
from views.live_model import LiveModel
from views.pairing.join_state import Arriving, Asking, Comparing, Deciding, Done, JoinState, LookingUp, Typing
from views.strings.problem_sentence import problem_key
from views.timer import Timer

LOOK_AGAIN_MS: Final = 2_000
LETTER_LOOK_MS: Final = 15_000
_KEY: Final = "pairing.join"


class JoinModel(LiveModel[JoinState]):
    """`begin` each time somebody comes, with the link if one brought them; `leave` when they go.

    `is_nobody` says whether nobody in a role has said who they are on this device.
    """

    def __init__(
        self,
        joining: Joining,
        *,
        actions: Actions,
        timer: Timer,
        is_nobody: Callable[[Role], bool] = lambda _: False,
    ) -> None:
        super().__init__(Typing(0, joining.needs_address()))
        self._joining = joining
        self._actions = actions
        self._timer = timer
        self._is_nobody = is_nobody
        self._stop_looking: Callable[[], None] = lambda: None
        self._fresh = 0
        self.code = ""
        self.address = ""

    def begin(self, link: str = "") -> None:
        """From the beginning; with a link at once to what it offers. A join that waits comes before both."""
        self._stop_looking()
        self._type()
        pictures = self._joining.waiting()
        if pictures is not None:
            self._wait(pictures)
            self.look_now()
        elif link:
            self.code = link
            self.look_up()

    def write_code(self, text: str) -> None:
        """What stands in the field of the code."""
        self.code = text

    def write_address(self, text: str) -> None:
        """What stands in the field of the address."""
        self.address = text

    def look_up(self) -> None:
        """What the typed code, or the link, offers."""
        if not isinstance(self.state, Typing):
            return
        code, address = self.code, self.address

        async def look_up() -> None:
            offered = await self._joining.look_up(read_ticket(code), address)
            if isinstance(self.state, LookingUp):  # nobody has gone elsewhere
                self.become(Deciding(offered))

        self.become(LookingUp())
        self._actions.start(_KEY, look_up, lambda error: self._retype(problem_key(error)))

    def ask(self) -> None:
        """Ask to be let in; who has not said who they are does so first."""
        if isinstance(self.state, Deciding):
            offered = self.state.offered
            if (
                self._is_nobody(offered.role) and not offered.brings
            ):  # whoever brings a planner is named in it
                self.become(Arriving(offered))
            else:
                self._ask(offered)

    def arrived(self) -> None:
        """They have said who they are: now ask."""
        if isinstance(self.state, Arriving):
            self._ask(self.state.offered)

    def not_yet(self) -> None:
        """Back to what the ticket offers."""
        if isinstance(self.state, Arriving):
            self.become(Deciding(self.state.offered))

    def _ask(self, offered: Offered) -> None:
        async def ask() -> None:
            pictures = await self._joining.ask()
            if isinstance(self.state, Asking):
                self._wait(pictures)
                self._look_later()

        def not_asked(error: FirstbellError) -> None:
            pictures = self._joining.waiting()
            if pictures is not None and error.retry:
                self._wait(pictures, is_offline=True)
                self._look_later()
            elif isinstance(error, InputRejected):
                self._retype(problem_key(error))
            else:
                self.become(Deciding(offered, problem_key(error)))

        self.become(Asking())
        self._actions.start(_KEY, ask, not_asked)

    def look_now(self) -> None:
        """Whether somebody has said yes."""
        if isinstance(self.state, Comparing):
            self._stop_looking()
            self._actions.start(_KEY, self._look, self._not_seen)

    def give_up(self) -> None:
        """It is not wanted, or the pictures differ."""
        if isinstance(self.state, Deciding | Comparing):
            self._forget()
            self._type()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        if not isinstance(self.state, Typing | Done) and not self._is_waiting():
            self._forget()
        self._stop_looking()
        self._type()

    def _type(self) -> None:
        """Empty fields."""
        self.code = ""
        self._retype(None)

    def _retype(self, problem: str | None) -> None:
        """The fields as they were, unless another begins there."""
        self._stop_looking()
        self._fresh += 1
        self.become(Typing(self._fresh, self._joining.needs_address(), problem))

    def _forget(self) -> None:
        self._stop_looking()
        self._actions.start(_KEY, self._joining.give_up, lambda _: None)  # it only forgets

    def _look_later(self) -> None:
        self._stop_looking()
        wait_ms = LETTER_LOOK_MS if self._is_waiting() else LOOK_AGAIN_MS
        self._stop_looking = self._timer.after(wait_ms, self.look_now)

    def _wait(self, pictures: tuple[str, ...], *, is_offline: bool = False) -> None:
        self.become(Comparing(pictures, is_offline, is_letter=self._joining.waiting() is not None))

    def _is_waiting(self) -> bool:
        """Whether this join outlives the screen and the app."""
        return isinstance(self.state, Comparing) and self.state.is_letter

    async def _look(self) -> None:
        if isinstance(self.state, Comparing):
            self._show(await self._joining.look())

    def _show(self, joined: Joined | None) -> None:
        if not isinstance(self.state, Comparing):
            return
        if joined is None:
            self.become(replace(self.state, is_offline=False))
            self._look_later()
        else:
            self.code = ""
            self.become(Done())

    def _not_seen(self, error: FirstbellError) -> None:
        if not isinstance(self.state, Comparing):
            return
        if error.retry:
            self.become(replace(self.state, is_offline=True))
            self._look_later()
        else:
            self._retype(problem_key(error))
