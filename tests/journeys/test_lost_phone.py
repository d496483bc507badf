"""A phone is lost, its copy comes back on another one, and that one is let in again."""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from services.endpoint.logs import JsonLines
from services.endpoint.store_sqlite import SqliteStore
from tests.endpoint.listening import readable_in
from tests.journeys.app_stage import firstbell
from tests.journeys.test_copies import keeps_a_copy, opens
from tests.journeys.test_together import device, is_let_in, makes_ticket, ticks, uses_code
from tests.journeys.three_devices import SAM, three, ticks_one

Run = Callable[[Awaitable[Any]], Any]
WRITTEN = (SAM, "Ms Ali", "Feet on the floor", "Open the curtains", "four otters under the bridge")


@pytest.mark.feature("S6")
def test_a_copy_comes_back_on_another_phone_which_is_let_in_and_nobody_between_reads_a_word(
    run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "services")
    store = SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")

    async def journey() -> bytes:
        async with three(store) as them:
            pupil, mentor = them.pupil, them.mentor
            await ticks_one(pupil, them.phone)
            copy = await keeps_a_copy(pupil)
            await pupil.tap("Today")
            await ticks_one(pupil, them.phone)
            await them.all_look()
            assert len(ticks(mentor)) == 2
            new = device(them.around)
            async with firstbell(new.phone) as again:
                await again.tap("I have a copy to bring back")
                await opens(again, copy)
                await again.tap("Bring this back")
                await again.tap("No PIN")
                await again.tap("Next")
                assert again.says("This copy is not shared yet")
                await again.tap("Today")
                assert again.says(f"Good morning, {SAM}")
                assert len(ticks(again)) == 1, "as it was when the copy was made"
                await ticks_one(again, new)
                await mentor.tap("Let somebody in")
                code = await makes_ticket(mentor, "The pupil")
                await again.tap("Me")
                await uses_code(again, code)  # the planner comes along, and says who they are
                await is_let_in(mentor, them.tablet.phone, again, new.phone)
                await them.all_look()
                await again.sharing.round()
                assert ticks(again) == ticks(mentor) == ticks(them.parent) == ticks(pupil)
                assert len(ticks(again)) == 2
            return bytes(them.around.wire.heard)

    traffic = run(journey())
    kept = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))
    logged = "\n".join(JsonLines().format(record) for record in caplog.records).encode()
    assert b"/v1/sync" in traffic
    assert b"SQLite format 3" in kept
    assert logged
    for heap in (traffic, kept, logged):
        assert readable_in(heap, WRITTEN) == []
