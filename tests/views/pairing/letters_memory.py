"""Letters in memory, over a mailbox in memory: the whole port, without rosters and without a vault."""

from collections.abc import Callable
from dataclasses import replace

from services.crypto.device_keys import DeviceKeys
from services.planner.errors import EndpointError, NotPermitted, StorageFull
from services.planner.words import Role
from services.sync.hello import Welcome
from services.sync.inviting import Invitation, Spoilt, judge
from services.sync.letters import MOST_OPEN
from services.sync.pairing import Inviter
from services.sync.pairing_pictures import picture_names
from services.sync.pairing_port import Asks, Ended, Guest, Letter, Look, NobodyYet, WrittenLetter
from tests.sync.circle import MENTOR
from tests.sync.mailbox_memory import MemoryMailbox
from tests.views.lock.quick_crypto import QuickCrypto
from tests.views.pairing.two_devices import APP, SINCE


class MemoryLetters:
    """`WritingLetters` for a mentor's tablet. `fill_up` is its weather."""

    def __init__(
        self, mailbox: MemoryMailbox, now_ms: Callable[[], int], device: DeviceKeys = MENTOR
    ) -> None:
        self._crypto = QuickCrypto()
        self._inviter = Inviter(self._crypto, mailbox, device, now_ms)
        self._now_ms = now_ms
        self._letters: dict[str, Letter] = {}
        self._open: dict[str, Invitation] = {}
        self._count = 0
        self._has_room = True
        self.added = 0

    def fill_up(self) -> None:
        """There is no room for one more device, once."""
        self._has_room = False

    def letters(self) -> tuple[Letter, ...]:
        return tuple(self._letters.values())

    def may_write(self, guest: Guest) -> bool:
        return guest is not Guest.MINE

    async def write(self, guest: Guest) -> WrittenLetter:
        if not self.may_write(guest):
            raise NotPermitted("a letter")
        if len(self._open) >= MOST_OPEN:
            await self.take_back(next(iter(self._open)))
        invitation = await self._inviter.open(Role(guest.value), is_letter=True)
        self._count += 1
        id_, until_ms = f"{self._count:016x}", invitation.offered.until_ms
        self._letters[id_], self._open[id_] = Letter(id_, guest, until_ms), invitation
        return WrittenLetter(guest, invitation.link.link(APP), until_ms)

    async def look(self) -> tuple[Letter, ...]:
        for id_ in [*self._open]:
            await self._looked(id_)
        return self.letters()

    async def look_at(self, letter: str) -> Look:
        if letter in self._open:
            await self._looked(letter)
        kept = self._letters.get(letter)
        if kept is None or kept.why is not None:
            return Ended(kept.why if kept and kept.why else Spoilt.LOST)
        claim = self._open[letter].claim
        return Asks(picture_names(claim.pictures), SINCE, bool(claim.brings)) if claim else NobodyYet()

    async def approve(self, letter: str) -> Spoilt | None:
        found = await self.look_at(letter)
        if isinstance(found, Ended):
            return found.why
        if not self._has_room:
            self._has_room = True
            raise StorageFull
        await self._inviter.approve(self._open[letter], Welcome(()))
        del self._letters[letter], self._open[letter]
        self.added += 1
        return None

    async def take_back(self, letter: str) -> None:
        self._letters.pop(letter, None)
        invitation = self._open.pop(letter, None)
        if invitation is not None:
            await self._close(invitation)

    async def _looked(self, letter: str) -> None:
        invitation = (await judge(self._crypto, self._open[letter], (), self._now_ms())).invitation
        if invitation.spoilt is None:
            invitation = await self._inviter.look(invitation)
        else:
            await self._close(invitation)
        kept = self._letters[letter]
        if invitation.spoilt is not None:
            self._letters[letter] = replace(kept, why=invitation.spoilt, is_asked=False)
            del self._open[letter]
        else:
            self._letters[letter] = replace(kept, is_asked=invitation.claim is not None)
            self._open[letter] = invitation

    async def _close(self, invitation: Invitation) -> None:
        try:
            await self._inviter.close(invitation)
        except EndpointError:
            return  # a week ends it in any case
