"""A planner is erased everywhere by a steward's order, and by nobody else's."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from services.endpoint.circles import hold
from services.endpoint.erasing import delete_circle
from services.endpoint.rows import CircleRow, EntryRow, GoneRow
from services.planner.case import cases_by_planner
from tests.journeys.app_stage import App, firstbell
from tests.journeys.tablet_and_phone import two
from tests.journeys.test_together import SOON_MS, device, house, looks, ticks
from tests.journeys.ways import CANARY_NAME, enters
from tests.sync.shared_house import SharedHouse
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
SAID = sentences_in(Language.ENGLISH)


def rows_at(around: SharedHouse) -> Any:
    async def count() -> tuple[int, int]:
        async with around.office.store.reading() as rows:
            return await rows.count(CircleRow), await rows.count(EntryRow)

    return count()


async def asks_to_erase(mentor: App, pin: str) -> None:
    """From a pupil's page to the very end."""
    await mentor.tap("'s planner")
    await mentor.tap(SAID.keeping.doors.erase)
    assert mentor.thing(SAID.keeping.erasing.now).is_off
    await mentor.tap(SAID.keeping.erasing.take)
    await enters(mentor, pin)
    assert mentor.thing(SAID.copies.taking.page).control.action.args["src_bytes"]
    await mentor.tap(SAID.copies.taking.done)
    await mentor.tap(SAID.keeping.erasing.sure)
    await mentor.tap(SAID.keeping.erasing.now)
    await enters(mentor, pin)


@pytest.mark.feature("S8")
def test_a_planner_is_erased_everywhere_and_the_pupil_is_told_kindly(run: Run) -> None:
    async def journey() -> None:
        async with two(has_pin=True) as them:
            mentor, pupil = them.mentor, them.pupil
            caseload = mentor.rooms.root.state.phase.caseload
            await caseload.change_case(caseload.desks[0].planner_id, name="Zanzibar")
            assert await rows_at(them.house) != (0, 0)
            await asks_to_erase(mentor, "4938")
            assert mentor.says(SAID.keeping.erasing.done_title)
            assert await rows_at(them.house) == (0, 0)
            await mentor.tap(SAID.keeping.erasing.go_on)
            assert mentor.says("No pupils yet")
            (left,) = mentor.rooms.keeper.vault.journals()
            assert left.kind == "caseload"
            assert not cases_by_planner(left.records.values())
            assert "Zanzibar" not in str([record.fields for record in left.records.values()])

            await pupil.tap("Alarm, now")
            await looks(pupil, them.phone.phone, SOON_MS)
            assert (1, SAID.keeping.erased.title_own) in pupil.headings()
            assert pupil.says("A mentor asked for that on Tuesday 15 September 2026.")
            pupil.rooms.lock()
            await pupil.settle()
            assert (1, SAID.keeping.erased.title_own) in pupil.headings(), "a lock does not pass it over"
            await pupil.tap(SAID.keeping.erased.take)
            assert (
                CANARY_NAME.encode() in pupil.thing(SAID.copies.taking.page).control.action.args["src_bytes"]
            )
            await pupil.tap(SAID.copies.taking.done)
            await pupil.tap(SAID.keeping.erased.go)
            assert pupil.says(SAID.keeping.erased.gone)
            vault = pupil.rooms.keeper.vault
            assert not vault.journals()
            assert not vault.body.get("circles")
            await pupil.tap(SAID.keeping.erased.go_on)
            assert pupil.says("I'm a pupil"), "a beginning, and no dead end"

    run(journey())


@pytest.mark.feature("S8")
def test_an_order_that_no_steward_signed_deletes_nothing(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            vault = them.pupil.rooms.keeper.vault
            async with them.house.office.store.writing() as rows:
                (row,) = await rows.find(CircleRow)
                held = (await hold(rows, them.house.office.chains, [row.id]))[row.id]
                today = them.house.office.today
                false = GoneRow(row.id, today, vault.device.id, bytes(64), today)
                await delete_circle(rows, held, false)
            await them.pupil.tap("Alarm, now")
            await looks(them.pupil, them.phone.phone, SOON_MS)
            assert them.pupil.says(f"Good morning, {CANARY_NAME}")
            assert len(ticks(them.pupil)) == 1
            assert vault.body["circles"]
            await looks(them.mentor, them.tablet.phone, LOOKING_MS)
            assert len(them.mentor.rooms.keeper.vault.journals()) == 2

    run(journey())


def test_who_only_looks_around_finds_the_pages_and_nothing_to_erase(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            phone = device(around)
            async with firstbell(phone.phone) as app:
                await app.tap("Look around with a made-up pupil")
                for room, heading in (
                    ("keep/nobody", SAID.keeping.doors.title),
                    ("card/nobody", SAID.keeping.card.title),
                    ("erase/nobody", SAID.keeping.erasing.title_own),
                    ("by-card", SAID.keeping.by_card.title),
                ):
                    await app.go(f"/{room}")
                    assert (1, heading) in app.headings(), room
                assert not phone.phone.kept

    run(journey())
