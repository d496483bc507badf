"""A phone is lost and its card is there: it brings the planner back, and a wrong one changes nothing."""

from collections.abc import Awaitable, Callable
from html.parser import HTMLParser
from typing import Any

from app.syncing import LOOKING_MS
from services.planner.words import Role
from services.sync.membership import Membership
from tests.journeys.app_stage import App, firstbell
from tests.journeys.tablet_and_phone import Two, two
from tests.journeys.test_together import SOON_MS, device, looks, says_who, ticks
from tests.journeys.ways import CANARY_NAME
from tests.sync.shared_house import ORIGIN
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
SAID = sentences_in(Language.ENGLISH)


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
