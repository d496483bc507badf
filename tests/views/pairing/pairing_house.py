"""A mentor's tablet and a pupil's phone in one room, each with its model, and hands on clock and timers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.sync.mailbox_memory import MemoryMailbox
from tests.views.lock.hand_timer import HandTimer
from tests.views.lock.locked_house import LockedHouse
from tests.views.pairing.letters_memory import MemoryLetters
from tests.views.pairing.two_devices import MemoryInviting, MemoryJoining
from views.pairing.invite_model import InviteModel
from views.pairing.invite_state import Comparing, Showing
from views.pairing.join_model import JoinModel


class PairingHouse(LockedHouse):
    """`has_planner` and `needs_address` are the phone's."""

    def __init__(self, *, has_planner: bool = False, needs_address: bool = False) -> None:
        super().__init__()
        self.mailbox = MemoryMailbox(lambda: self.clock_ms)
        self.inviting = MemoryInviting(self.mailbox, lambda: self.clock_ms)
        self.joining = MemoryJoining(self.mailbox, has_planner=has_planner, needs_address=needs_address)
        self.letters = MemoryLetters(self.mailbox, lambda: self.clock_ms)
        self.phone_timer = HandTimer()
        self.invite = InviteModel(
            self.vault,
            self.inviting,
            self.letters,
            actions=self.actions,
            timer=self.timer,
            now_ms=lambda: self.clock_ms,
            zone="Europe/London",
        )
        self.join = JoinModel(self.joining, actions=self.actions, timer=self.phone_timer)

    async def shows_ticket(self) -> Showing:
        """Walks the tablet to an open ticket for the pupil."""
        self.invite.begin()
        await self.settle()
        self.invite.make()
        await self.settle()
        assert isinstance(self.invite.state, Showing)
        return self.invite.state

    async def types(self, code: str, address: str = "") -> None:
        """Types a code on the phone, and goes on."""
        self.join.write_code(code)
        self.join.write_address(address)
        self.join.look_up()
        await self.settle()

    async def asks(self) -> None:
        """The phone asks, by the code of the open ticket; the tablet has not looked."""
        shown = await self.shows_ticket()
        self.join.begin()
        await self.types(shown.ticket.code)
        self.join.ask()
        await self.settle()

    async def compares(self) -> Comparing:
        """Until three pictures stand on both screens."""
        await self.asks()
        await self.tablet_looks()
        assert isinstance(self.invite.state, Comparing)
        return self.invite.state

    async def tablet_looks(self) -> None:
        """Two seconds go by on the tablet."""
        self.timer.ring()
        await self.settle()

    async def phone_looks(self) -> None:
        """Two seconds go by on the phone."""
        self.phone_timer.ring()
        await self.settle()

    def clock_in(self, wait_ms: int) -> str:
        """The clock on the wall after a wait."""
        at = datetime.fromtimestamp((self.clock_ms + wait_ms) // 1000, ZoneInfo("Europe/London"))
        return f"{at.hour}:{at.minute:02d}"
