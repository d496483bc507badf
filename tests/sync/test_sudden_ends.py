"""The app ends at any moment: before or after anything its disk or its endpoint is asked. Nothing is lost.

What the disk itself may do at such a moment is told in tests/vault/test_faults.py; here a write is whole.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import pytest

from services.planner.errors import EndpointError, StorageUnavailable
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from services.vault.store_memory import MemoryStore
from tests.sync.devices import Phone, all_rounds, family
from tests.sync.endpoint_memory import DeviceEndpoint
from tests.vault.homes import Home

HOUR = 3_600_000
Kept = dict[str, tuple[str | None, ...]]
"""What a field may hold in the end: the last thing said, and that before it while it was not durable."""
Story = Callable[[Phone, Phone, Phone, Kept], Awaitable[None]]


class SuddenEnd(BaseException):
    """Not an error that anybody may handle."""


class Fate:
    """Counts moments, and ends everything at one of them."""

    def __init__(self, ends_at: int | None = None) -> None:
        self.ends_at = ends_at
        self.moments = 0
        self.is_over = False

    def moment(self) -> None:
        self.is_over = self.is_over or self.moments == self.ends_at
        self.moments += 1
        if self.is_over:
            raise SuddenEnd


class FatedStore(MemoryStore):
    """A store in whose program's life any call may be the last."""

    fate = Fate()

    async def write(self, name: str, content: bytes) -> None:
        self.fate.moment()
        await super().write(name, content)
        self.fate.moment()

    async def delete(self, name: str) -> None:
        self.fate.moment()
        await super().delete(name)


class FatedEndpoint:
    """An endpoint whose caller may end before a call, or before it hears the answer."""

    def __init__(self, inner: DeviceEndpoint, fate: Fate) -> None:
        self._inner = inner
        self._fate = fate

    def __getattr__(self, name: str) -> object:
        found = getattr(self._inner, name)
        if name not in ("sync", "heads", "host", "reoffer", "put_snapshot"):
            return found

        async def call(*args: object, **kwargs: object) -> object:
            self._fate.moment()
            answer = await found(*args, **kwargs)
            self._fate.moment()
            return answer

        return call


def under(one: Phone, fate: Fate) -> None:
    """From now on this device's app may end."""
    store = FatedStore(one.home.memory.content_by_name)
    store.fate = fate
    one.home = Home(store, one.home.keystore, one.home.clock, one.home.crypto)
    one.endpoint = FatedEndpoint(one.endpoint, fate)  # type: ignore[assignment]


async def said(one: Phone, kept: Kept, field: str, value: str) -> None:
    """A change; once it returned it must never be lost."""
    kept[field] = (*kept.get(field, (None,))[-1:], value)
    await one.write(value, field)
    kept[field] = (value,)


async def a_pupils_day(pupil: Phone, parent: Phone, mentor: Phone, kept: Kept) -> None:
    """Edits, a refusal, a rotation, a snapshot read, an endpoint that was restored."""
    await said(pupil, kept, "bed", "one")
    await pupil.round()
    copy = parent.endpoint.endpoint.copy()
    await mentor.wish(RosterWish(is_new_epoch=True))
    pupil.clock.pass_ms(HOUR)
    await said(pupil, kept, "bed", "two")
    await said(pupil, kept, "woke", "three")
    await pupil.round()
    await mentor.round()
    mentor.here.turn.is_compaction_asked = True
    await mentor.round()
    await said(pupil, kept, "breakfast", "four")
    await pupil.round()
    parent.endpoint.endpoint.restore(copy)
    await said(pupil, kept, "woke", "five")
    await pupil.round()


async def a_mentors_day(mentor: Phone, parent: Phone, pupil: Phone, kept: Kept) -> None:
    """Rosters and a snapshot of one's own."""
    await said(mentor, kept, "bed", "one")
    await mentor.wish(RosterWish(remove=frozenset({parent.id})))
    await said(mentor, kept, "woke", "two")
    mentor.here.turn.is_compaction_asked = True
    await mentor.round()
    await pupil.round()
    pupil.endpoint.endpoint.restore({})
    await mentor.round()


async def live(story: Story, who: int, ends_at: int | None) -> int:
    """The story, ended at one moment, and what everybody has in the end. Gives how many moments it had."""
    _, *phones = await family()
    hero, other, third = phones[who], phones[1], phones[2 - who]
    fate = Fate(ends_at)
    under(hero, fate)
    await hero.restart()
    kept: Kept = {}
    with contextlib.suppress(SuddenEnd):
        await story(hero, other, third, kept)
    moments, fate.ends_at, fate.is_over = fate.moments, None, False
    await reborn(hero)
    for _ in range(4):
        for one in phones:
            with contextlib.suppress(EndpointError):
                await one.round()
    removed = [one for one in phones if one.here.standing is Standing.REMOVED]
    here = [one for one in phones if one not in removed]
    assert hero in here
    for one in here:
        assert one.here.standing is Standing.LIVE, one.here.health()
        assert one.here.health().waiting == 0, one.here.health()
        assert not one.here.health().alarms, one.here.health()
        assert one.base() == hero.base()
        for field, values in kept.items():
            assert one.read(field) in values, (field, one.name)
    return moments


async def reborn(one: Phone) -> None:
    """The app starts again on what is left; its old process is gone, and its lock with it."""
    store = MemoryStore(one.home.memory.content_by_name)
    one.home = Home(store, one.home.keystore, one.home.clock, one.home.crypto)
    one.vault = one.home.vault()
    await one.restart()


@pytest.mark.parametrize(("story", "who"), [(a_pupils_day, 0), (a_mentors_day, 2)])
def test_whatever_moment_the_app_ends_nothing_that_was_said_is_lost(story: Story, who: int) -> None:
    moments = asyncio.run(live(story, who, None))
    assert moments > 30
    for ends_at in range(moments):
        asyncio.run(live(story, who, ends_at))


def test_when_the_disk_says_no_in_a_round_nothing_changed_and_the_next_one_works(run) -> None:
    async def story() -> None:
        for nth in range(1, 6):
            _, pupil, parent, mentor = await family()
            await pupil.write("kept")
            await parent.write("other", "woke")
            await parent.round()
            before = dict(pupil.journal.kept().meta), pupil.base(), pupil.here.head
            pupil.home.memory.fail_at(nth)
            try:
                await pupil.round()
            except StorageUnavailable:
                if nth == 1:
                    assert (dict(pupil.journal.kept().meta), pupil.base(), pupil.here.head) == before
            await all_rounds(pupil, parent, mentor)
            assert {(one.read(), one.read("woke")) for one in (pupil, parent, mentor)} == {("kept", "other")}
            assert pupil.base() == parent.base() == mentor.base()

    run(story())
