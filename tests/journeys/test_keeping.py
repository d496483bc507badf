"""A phone is lost and its card is there; a planner is erased everywhere; a colleague takes over."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from services.endpoint.circles import hold
from services.endpoint.erasing import delete_circle
from services.endpoint.rows import CircleRow, EntryRow, GoneRow
from services.planner.case import cases_by_planner
from services.planner.words import Role
from services.sync.membership import Membership
from services.vault.journal import Journal
from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_copies import begins_with_a_pupil as begins_behind_a_pin
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.test_together import (
    SOON_MS,
    TABLET,
    Device,
    device,
    house,
    is_let_in,
    looks,
    makes_ticket,
    says_who,
    ticks,
    uses_code,
)
from tests.journeys.ways import CANARY_NAME, enters
from tests.sync.shared_house import ORIGIN, SharedHouse
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
SAID = sentences_in(Language.ENGLISH)


@dataclass
class Two:
    """A mentor's tablet and a pupil's phone that share a planner."""

    house: SharedHouse
    tablet: Device
    phone: Device
    mentor: App
    pupil: App

    @property
    def planner(self) -> Journal:
        return planner_in(self.mentor)


def planner_in(app: App) -> Journal:
    (journal,) = [one for one in app.rooms.keeper.vault.journals() if one.kind == "shared"]
    return journal


@contextlib.asynccontextmanager
async def two(*, has_pin: bool = False) -> AsyncIterator[Two]:
    async with house() as around:
        grant = await around.grant()
        tablet, phone = device(around), device(around)
        async with firstbell(tablet.phone, *TABLET) as mentor, firstbell(phone.phone) as pupil:
            await (begins_behind_a_pin(mentor) if has_pin else begins_with_a_pupil(mentor, "Sam"))
            await mentor.tap("Sam. Nothing new")
            await mentor.tap("Let somebody in")
            if has_pin:
                await enters(mentor, "4938")
            await mentor.type("The grant", grant)
            await mentor.type("Address of the sharing service", ORIGIN)
            await mentor.tap("Next")
            code = await makes_ticket(mentor, "The pupil")
            await uses_code(pupil, code)
            await says_who(pupil, CANARY_NAME)
            await is_let_in(mentor, tablet.phone, pupil, phone.phone)
            yield Two(around, tablet, phone, mentor, pupil)


class Letters(HTMLParser):
    """The groups that stand on a printed card."""

    def __init__(self) -> None:
        super().__init__()
        self.is_in = False
        self.groups: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_in |= ("class", "letters") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.is_in &= tag != "ul"

    def handle_data(self, data: str) -> None:
        if self.is_in:
            self.groups.append(data)


def paper(app: App) -> tuple[str, str]:
    """The letters on the page that would be saved, and the page."""
    page = app.thing(SAID.keeping.shown.save).control.action.args["src_bytes"].decode()
    letters = Letters()
    letters.feed(page)
    return "-".join(letters.groups), page


async def makes_a_card(mentor: App) -> str:
    """From a pupil's page to the paper, and back."""
    await mentor.tap("'s planner")
    await mentor.tap(SAID.keeping.doors.card)
    assert mentor.says(SAID.keeping.card.only)
    await mentor.tap(SAID.keeping.card.make)
    letters, page = paper(mentor)
    assert ORIGIN in page, "the paper says where the planner is"
    assert mentor.says(ORIGIN), "so does the screen, for those who write by hand"
    await mentor.tap(SAID.keeping.shown.written)
    assert mentor.says(SAID.keeping.card.has_one)
    await mentor.tap("Back")
    await mentor.tap("Back")
    return letters


async def types_a_card(app: App, letters: str, address: str = ORIGIN) -> None:
    await app.type(SAID.keeping.by_card.letters, letters)
    await app.type("Address of the sharing service", address)
    await app.tap("Next")


def test_a_lost_phone_is_recovered_by_its_card_and_ticks_again(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            letters = await makes_a_card(them.mentor)
            await them.pupil.tap("Alarm, now")
            await looks(them.pupil, them.phone.phone, SOON_MS)
            new = device(them.house)
            async with firstbell(new.phone) as app:
                await app.tap(SAID.pairing.have_code)
                await app.tap(SAID.keeping.doors.have_card)
                await types_a_card(app, letters.lower())
                assert app.says(SAID.keeping.by_card.found_card)
                await app.tap(SAID.keeping.by_card.bring)
                await says_who(app, CANARY_NAME)
                fresh, _ = paper(app)
                assert fresh != letters
                await app.tap(SAID.keeping.shown.written)
                assert app.says(SAID.keeping.by_card.done)
                await app.tap(SAID.keeping.by_card.go_on)
                assert app.says(f"Good morning, {CANARY_NAME}")
                assert ticks(app) == ticks(them.pupil)
                await app.tap("Feet on the floor, now")
                await looks(app, new.phone, SOON_MS)
                await looks(them.mentor, them.tablet.phone, LOOKING_MS)
                assert ticks(them.mentor) == ticks(app)
                assert len(ticks(app)) == 2
                (person,) = planner_people(app)
                assert person.name == CANARY_NAME, "it is the same pupil"

    run(journey())


def planner_people(app: App) -> list[Any]:
    (home,) = [app.rooms.root.state.phase]
    return [one for one in home.desk.planner.people.values() if one.role is Role.PUPIL]


def test_a_wrong_card_says_so_in_one_sentence_and_changes_nothing(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            letters = await makes_a_card(them.mentor)
            new = device(them.house)
            async with firstbell(new.phone) as app:
                before = new.phone.kept
                await app.tap("I have a code")
                await app.tap(SAID.keeping.doors.have_card)
                swapped = letters[1] + letters[0] + letters[2:]
                await types_a_card(app, swapped if swapped != letters else "0" + letters[1:])
                assert app.says(SAID.problems.by_field["card"])
                await types_a_card(app, letters, "http://somewhere.example")
                assert app.says(SAID.problems.by_field["endpoint"])
                new.weather.is_offline = True
                await types_a_card(app, letters)
                assert app.says(SAID.keeping.by_card.unreachable)
                new.weather.is_offline = False
                await forgets_the_card(them)
                await types_a_card(app, letters)
                assert app.says(SAID.problems.by_field["card_unknown"])
                assert new.phone.kept == before
                assert len(await members(them)) == 2

    run(journey())


async def forgets_the_card(them: Two) -> None:
    """No card any more."""
    await them.mentor.tap("'s planner")
    await them.mentor.tap(SAID.keeping.doors.card)
    await them.mentor.tap(SAID.keeping.card.drop)
    assert them.mentor.says(SAID.keeping.card.drop_text)
    await them.mentor.tap(SAID.keeping.card.drop)
    assert them.mentor.says(SAID.keeping.card.dropped)


async def members(them: Two) -> tuple[Any, ...]:
    sharing = them.mentor.sharing
    return await Membership(sharing).present(them.planner)


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


def test_a_mentor_hands_a_pupil_over_to_a_colleague_and_leaves(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            mentor, new = them.mentor, device(them.house)
            said = SAID.keeping.handing_over
            await mentor.go("/me")
            await mentor.tap(SAID.keeping.doors.hand_over)
            assert mentor.says(said.nobody)
            assert mentor.thing(said.now).is_off
            await mentor.tap("Let somebody in to ")
            code = await makes_ticket(mentor, "A mentor")
            async with firstbell(new.phone, *TABLET) as colleague:
                await colleague.tap("I'm a mentor")
                await uses_code(colleague, code)
                await says_who(colleague, "Mr Okoro")
                await is_let_in(mentor, them.tablet.phone, colleague, new.phone)
                await looks(mentor, them.tablet.phone, LOOKING_MS)
                await mentor.go("/hand-over")
                assert "Mr Okoro" in " ".join(mentor.texts())
                await mentor.tap(said.leaves)
                await mentor.tap(said.now)
                assert mentor.says("Mr Okoro looks after these pupils now. They are not on your devices")
                await mentor.tap(said.go_on)
                assert mentor.says("No pupils yet")
                await looks(colleague, new.phone, LOOKING_MS)
                sharing = colleague.sharing
                present = await Membership(sharing).present(planner_in(colleague))
                assert [(one.name, one.is_steward) for one in present] == [
                    (CANARY_NAME, False),
                    ("Mr Okoro", True),
                ]

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
