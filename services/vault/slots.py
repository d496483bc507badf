"""Two alternating generations of one file: `<stem>.a` for even, `<stem>.b` for odd.

A new generation goes into the slot of its parity, so the one before it stays whole until the new one is
durable. Reading takes the highest generation whose checksum holds. A lower one is taken only when the
higher one is damaged, never because a key did not fit.

    answer      when
    Generation  at least one slot is whole; `is_alone` when the other one is damaged
    None        neither slot is there
    errors      VaultFromNewerVersion: a whole slot is of a format this app does not know
                VaultDamaged: slots are there and none is whole
"""

import logging
from dataclasses import dataclass
from typing import Protocol

from services.planner.errors import FirstbellError, HeaderUnknown, VaultDamaged, VaultFromNewerVersion
from services.vault.checksum import is_whole
from services.vault.ports import Store

_log = logging.getLogger(__name__)
SLOT_ENDS = (".a", ".b")


class Format(Protocol):
    """What the slots must know of the bytes in them."""

    def generation(self, content: bytes) -> int:
        """The generation. Errors: VaultFromNewerVersion, HeaderUnknown."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One whole content and its number. `is_alone` says that the other slot is damaged."""

    number: int
    content: bytes
    is_alone: bool


class Slots:
    """The two slots of one file in a store."""

    def __init__(self, store: Store, stem: str, form: Format) -> None:
        self._store = store
        self._stem = stem
        self._form = form

    def name_for(self, generation: int) -> str:
        """The slot that a generation belongs in."""
        return self._stem + SLOT_ENDS[generation % 2]

    async def read(self) -> Generation | None:
        """The generation to use. Errors: VaultFromNewerVersion, VaultDamaged, StorageUnavailable."""
        contents = [await self._store.read(self._stem + end) for end in SLOT_ENDS]
        present = [content for content in contents if content is not None]
        if not present:
            return None
        whole = [content for content in present if is_whole(content)]
        numbered = [(number, content) for content in whole if (number := self._number(content)) is not None]
        if not numbered:
            raise VaultDamaged(f"{len(present)} slots, none whole")
        number, content = max(numbered, key=lambda pair: pair[0])
        is_alone = len(numbered) < len(present)
        if is_alone:
            _log.warning("one of two generations is damaged")
        return Generation(number, content, is_alone)

    async def write(self, generation: int, content: bytes) -> None:
        """Makes a generation durable in its slot. Errors: StorageFull, StorageUnavailable."""
        await self._store.write(self.name_for(generation), content)

    async def write_both(self, generation: int, contents: tuple[bytes, bytes]) -> None:
        """Replaces both slots by `generation` and the next, so that nothing of before is left.

        Errors: StorageFull, StorageUnavailable; then what was there before is what opens.
        """
        first, second = contents
        try:
            await self.write(generation, first)
            await self.write(generation + 1, second)
        except FirstbellError as problem:
            # A disk may do what it was asked and then fail to promise that it lasts. Once the second file
            # stands, the old one is gone and the first of the new ones is durable: the new ones are it.
            if await self._store.read(self.name_for(generation + 1)) == second:
                _log.warning("second generation not synced code=%s", problem.code)
                return
            await self._store.delete(self.name_for(generation))
            raise

    async def delete(self) -> None:
        """Forgets both."""
        for end in SLOT_ENDS:
            await self._store.delete(self._stem + end)

    def _number(self, content: bytes) -> int | None:
        try:
            return self._form.generation(content)
        except HeaderUnknown:
            return None


def format_of(content: bytes, family: bytes, version: int) -> None:
    """Returns only for our own family and version. Errors: VaultFromNewerVersion, HeaderUnknown.

    Shape: three letters and one digit, which every later version keeps, as it keeps the checksum at the end.
    """
    digit = content[3:4]
    if content[:3] != family or not digit.isdigit():
        raise HeaderUnknown("family")
    if int(digit) > version:
        raise VaultFromNewerVersion(family.decode("ascii"))
    if int(digit) != version:
        raise HeaderUnknown("version")
