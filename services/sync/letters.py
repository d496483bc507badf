"""Letters home: tickets on paper, good for a week, kept until somebody came in by them or nobody can.

    write       the mailbox is opened, then the letter is kept, then it is printed
    look        who has asked; what was seen is kept before anybody is told
    approve     the rosters, then the welcome, then the letter is forgotten: after a stop it is done again
    take_back   the letter is forgotten, then the mailbox is told, which a week ends in any case

So the app may end between every two steps. Where it is kept: `letters_kept`.
Specification: docs/spec/pairing.md.
"""

import logging
from dataclasses import replace
from typing import Final

from services.planner.errors import EndpointError, EndpointRefused, NotPermitted
from services.planner.words import Role
from services.sync.admitting import Admitting
from services.sync.circle_kept import Standing
from services.sync.inviting import Invitation, Spoilt, judge
from services.sync.letters_kept import KeptLetter, change_letters, letters_in
from services.sync.pairing import Inviter
from services.sync.pairing_kept import invitation_from_wire, invitation_to_wire
from services.sync.pairing_port import Ended, Guest, Letter, Look, NobodyYet, WrittenLetter
from services.sync.problem import Problem
from services.sync.sharing import Sharing
from services.vault.journal import Journal

MOST_OPEN: Final = 4
_ID_BYTES: Final = 8
_log: Final = logging.getLogger(__name__)


class Letters:
    """`WritingLetters` for one planner of an open vault. `app_address`: where the app opens in a browser."""

    def __init__(self, sharing: Sharing, journal: Journal, *, zone: str, app_address: str = "") -> None:
        self._sharing = sharing
        self._journal = journal
        self._app_address = app_address
        self._admitting = Admitting(sharing, journal, zone)

    def letters(self) -> tuple[Letter, ...]:
        """See `WritingLetters`."""
        return tuple(one.letter for one in self._kept())

    def may_write(self, guest: Guest) -> bool:
        """See `WritingLetters`."""
        is_adult = self._journal.role is not Role.PUPIL
        return is_adult and guest is not Guest.MINE and guest in self._admitting.guests()

    async def write(self, guest: Guest) -> WrittenLetter:
        """See `WritingLetters`."""
        if not self.may_write(guest):
            raise NotPermitted("a letter")
        open_ = [one.letter.id for one in self._kept() if one.letter.why is None]
        if len(open_) >= MOST_OPEN:
            await self.take_back(open_[0])
        await self._sharing.round(await self._admitting.circles(guest))
        inviter = self._admitting.inviter(self._sharing.url())
        invitation = await inviter.open(self._admitting.role(guest), is_letter=True, by=self._journal.role)
        until_ms, link = invitation.offered.until_ms, invitation.link
        letter = Letter(self._sharing.crypto.random(_ID_BYTES).hex(), guest, until_ms)
        fresh = KeptLetter(letter, invitation_to_wire(invitation))
        await change_letters(self._journal, lambda kept: (*kept, fresh))
        return WrittenLetter(guest, link.link(self._app_address or f"{link.origin}/"), until_ms)

    async def look(self) -> tuple[Letter, ...]:
        """See `WritingLetters`."""
        for one in self._kept():
            if one.letter.why is None:
                await self._looked(one)
        return self.letters()

    async def look_at(self, letter: str) -> Look:
        """See `WritingLetters`."""
        kept = self._one(letter)
        if kept is None or kept.letter.why is not None:
            return Ended(kept.letter.why if kept and kept.letter.why else Spoilt.LOST)
        seen = await self._looked(kept)
        if seen.spoilt is not None:
            return Ended(seen.spoilt)
        return (
            NobodyYet() if seen.claim is None else await self._admitting.asks(kept.letter.guest, seen.claim)
        )

    async def approve(self, letter: str) -> Spoilt | None:
        """See `WritingLetters`."""
        kept = self._one(letter)
        if kept is None or kept.letter.why is not None:
            return kept.letter.why if kept else Spoilt.LOST
        invitation = await self._looked(
            kept
        )  # a second device may have come since; and each slot is answered
        if invitation.spoilt is not None:
            return invitation.spoilt
        assert invitation.claim is not None
        welcome = await self._admitting.admit(kept.letter.guest, invitation.claim)
        await self._inviter(invitation).approve(invitation, welcome)
        await self._forget(letter)
        return None

    async def take_back(self, letter: str) -> None:
        """See `WritingLetters`."""
        kept = self._one(letter)
        if kept is None:
            return
        await self._forget(letter)
        if kept.letter.why is None:
            await self._close(await invitation_from_wire(self._sharing.crypto, kept.invitation))

    async def _looked(self, kept: KeptLetter) -> Invitation:
        """The invitation after a look, kept before anybody hears of it."""
        crypto, now_ms = self._sharing.crypto, self._sharing.now_ms()
        before = await invitation_from_wire(crypto, kept.invitation)
        seen = (
            await judge(crypto, before, (), now_ms)
        ).invitation  # late by this clock, whatever the network
        if not self._is_shared():
            seen = replace(seen, spoilt=Spoilt.LOST)
        if seen.spoilt is None:
            seen = await self._at_the_mailbox(before)
        else:
            await self._close(before)
        after = kept.after(seen)
        if after != kept:
            await change_letters(self._journal, lambda now: (after if one == kept else one for one in now))
        return seen

    async def _at_the_mailbox(self, invitation: Invitation) -> Invitation:
        try:
            return await self._inviter(invitation).look(invitation)
        except EndpointRefused as problem:
            if problem.problem != Problem.NOT_FOUND:
                raise
            return replace(invitation, spoilt=Spoilt.LOST)

    async def _close(self, invitation: Invitation) -> None:
        """Tells the mailbox; nobody comes in by what is forgotten here, so it may also hear nothing."""
        try:
            await self._inviter(invitation).close(invitation)
        except EndpointError as problem:
            _log.info("a letter's mailbox was not told that it is over code=%s", problem.code)

    async def _forget(self, letter: str) -> None:
        await change_letters(self._journal, lambda now: (one for one in now if one.letter.id != letter))

    def _is_shared(self) -> bool:
        """Whether this device is still in the circle that a guest would come into."""
        circle = self._sharing.kept(self._journal)
        return circle is not None and circle.place.standing is Standing.LIVE

    def _inviter(self, invitation: Invitation) -> Inviter:
        return self._admitting.inviter(invitation.link.origin)

    def _one(self, letter: str) -> KeptLetter | None:
        return next((one for one in self._kept() if one.letter.id == letter), None)

    def _kept(self) -> tuple[KeptLetter, ...]:
        return letters_in(self._journal.kept().meta)
