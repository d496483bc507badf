"""A mentor's screens as a person meets them: names, words and presses, at three widths, in every language."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import flet.canvas as cv
import pytest

from services.planner.ids import PlannerId
from services.planner.words import Phase, Role
from tests.stage.stage import Stage, stage
from tests.views.mentor.mentor_house import DAY_MS, MONDAY, MONDAY_0742_MS, MentorHouse, mentor_house
from views.design.tokens import Tokens, tokens_for
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_screen import caseload_screen
from views.mentor.mentor_frame import mentor_frame
from views.mentor.mentor_help_screen import mentor_help_screen
from views.mentor.mentor_place import MentorPlace, place_of
from views.mentor.mentor_target_screens import mentor_new_target_screen, mentor_target_screen
from views.mentor.page_screen import pupil_page_screen
from views.pupil.new_target_model import NewTargetModel
from views.pupil.target_model import TargetModel
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
Act = Callable[[Stage], Awaitable[None]]
Went = list[str]

WIDTHS = (390, 768, 1180)
LANGUAGES = tuple(Language)


async def list_seen(
    house: MentorHouse, act: Act, went: Went, model: CaseloadModel | None = None, **around: Any
) -> None:
    """Draw the caseload, with a pupil's page beside it where there is room."""
    caseload = model or house.list_model()
    pages: dict[PlannerId, Any] = {
        desk.planner_id: house.page_model(number) for number, desk in enumerate(house.caseload.desks)
    }

    def page(which: PlannerId, tokens: Tokens) -> Any:
        return pupil_page_screen(pages[which], tokens, went.append, None)

    width, percent = around.pop("width", 390), around.pop("percent", 100)
    tokens = tokens_for(width=width, percent=percent)

    def draw() -> Any:
        return mentor_frame(
            MentorPlace.PUPILS,
            lambda: caseload_screen(caseload, page, went.append, may_add=True),
            went.append,
        )

    async with stage(draw, tokens=tokens, role=Role.MENTOR, **around) as here:
        await act(here)
        await house.settle()


async def page_seen(house: MentorHouse, act: Act, went: Went, **around: Any) -> None:
    """Draw a pupil's page alone, as on a phone."""
    width, percent = around.pop("width", 390), around.pop("percent", 100)
    tokens = tokens_for(width=width, percent=percent)
    model = house.page_model()

    def draw() -> Any:
        return pupil_page_screen(model, tokens, went.append, lambda: went.append("back"))

    async with stage(draw, tokens=tokens, role=Role.MENTOR, **around) as here:
        await house.settle()
        await here.settle()
        await act(here)
        await house.settle()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_who_why_and_the_week_and_opens_a_page(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        house, went = await mentor_house("Sam", "Kai"), Went()
        await house.desk(1).add_target("Bag ready", "backpack", review_on=MONDAY)

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, said.caseload.title)
            assert here.says(said.caseload.count.say(2))
            rows = [name for name in here.names() if name.startswith(("Sam", "Kai"))]
            assert rows[0].startswith("Kai. " + said.reason.review.format(target="Bag ready"))
            assert rows[1].startswith(f"Sam. {said.reason.nothing}")
            await here.tap("Kai. ")
            await house.settle()
            await here.settle()
            if width < 700:
                assert went == [f"/pupil/{house.desk(1).planner_id}"]
            else:
                assert (1, "Kai") in here.headings()
                assert here.thing("Kai. ").is_selected
                assert not went

        await list_seen(house, act, went, width=width, language=language)

    run(story())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_with_what_goes_well_and_has_its_pictures_as_a_table(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        for ago in range(3):
            await house.pupil_ticks(MONDAY - timedelta(days=ago))

        async def act(here: Stage) -> None:
            heads = [words for _, words in here.headings()]
            assert heads[0] == "Sam"
            assert heads.index(said.page.strengths_title) < heads.index(said.page.targets_title)
            assert heads.index(said.page.targets_title) < heads.index(said.weeks.title)
            await here.tap(said.weeks.show_table)
            assert here.says(sentences_in(language).words.today)
            assert any(said.weeks.done in text for text in here.texts())
            await here.tap(said.weeks.show_chart)
            await here.tap(said.page.back)
            assert went == ["back"]

        await page_seen(house, act, went, width=width, language=language)

    run(story())


def test_the_chart_stands_on_a_line_and_a_smaller_size_done_is_full(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_ticks(MONDAY)

        async def act(here: Stage) -> None:
            canvas = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize)
            await here.fire(canvas, "resize", {"w": 310.0, "h": 80.0})
            shapes = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize).shapes
            floor = next(shape for shape in shapes if isinstance(shape, cv.Line)).y1
            blocks = [shape for shape in shapes if isinstance(shape, cv.Rect)]
            assert len(blocks) == 3
            assert max(block.y + block.height for block in blocks) == floor - 2
            assert [shape.value for shape in shapes if isinstance(shape, cv.Text)] == [
                "24 Aug",
                "31 Aug",
                "7 Sep",
                "14 Sep",
            ]

        await page_seen(house, act, Went())

    run(story())


def test_phase_and_next_meeting_are_kept_in_a_sheet_and_shown(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()

        async def act(here: Stage) -> None:
            await here.tap("Meeting and phase")
            await here.tap("Getting to know each other")
            await here.tap("Set a day")
            await here.tap("A day later")
            assert here.says("Tuesday 22 September")
            await here.tap("Set a time")
            await here.tap("15 minutes later")
            assert here.says("11:15")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("Getting to know each other")
            assert here.says("Meeting Tue 22 Sep, 11:15")

        await page_seen(house, act, Went())
        case = house.caseload.case(house.desk().planner_id)
        assert (case.phase, case.meeting_on, case.meeting_at) == (Phase.TRUST, date(2026, 9, 22), "11:15")

    run(story())


def test_the_next_meeting_and_the_last_sync_stand_in_the_row(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.caseload.change_case(house.desk().planner_id, meeting_on=MONDAY + timedelta(days=1))
        house.last_sync_ms = MONDAY_0742_MS - DAY_MS

        async def act(here: Stage) -> None:
            name = here.thing("Sam. ").name
            assert name.endswith("Meeting tomorrow. As of Yesterday")
            assert here.says("As of Yesterday")

        await list_seen(house, act, Went())

    run(story())


def test_many_pupils_are_searched_sorted_and_narrowed_and_few_are_not(run: Run) -> None:
    async def story() -> None:
        few = await mentor_house("Sam", "Kai")

        async def act_on_few(here: Stage) -> None:
            assert "Find a pupil" not in here.names()

        await list_seen(few, act_on_few, Went())
        house = await mentor_house(*(f"Pupil {n:02}" for n in range(40)))
        await house.caseload.change_case(house.desk(7).planner_id, meeting_on=MONDAY)

        async def act(here: Stage) -> None:
            rows = [name for name in here.names() if name.startswith("Pupil ")]
            assert len(rows) == 36
            assert rows[0].startswith("Pupil 07. You meet today")
            await here.tap("More pupils")
            assert here.says("Page 2 of 2")
            assert "Back to those before" in here.names()
            await here.tap("Sort and narrow")
            await here.tap("Meeting today")
            assert [name[:8] for name in here.names() if name.startswith("Pupil ")] == ["Pupil 07"]
            assert here.says("1 pupil found")
            await here.tap("Everybody")
            await here.tap("Name")
            await here.type("Find a pupil", "39")
            assert [name[:8] for name in here.names() if name.startswith("Pupil ")] == ["Pupil 39"]
            await here.type("Find a pupil", "nobody")
            assert here.says("No pupil fits.")

        await list_seen(house, act, Went())

    run(story())


def test_a_second_tab_may_look_and_is_offered_no_change(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        for journal in (*house.journals, house.caseload._journal):
            journal.is_read_only = True

        async def act(here: Stage) -> None:
            await here.tap("Sam. ")
            await house.settle()
            await here.settle()
            assert (1, "Sam") in here.headings()
            for change in ("Meeting and phase", "Add a target", "Add a pupil"):
                assert change not in here.names()

        await list_seen(house, act, Went(), width=1180)

    run(story())


@pytest.mark.feature("M7")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_has_three_voices_is_rated_and_says_what_helped(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language)
    adult = said.mentor.targets

    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        target = await house.desk().add_target("Bag ready", "backpack")
        await house.pupil_rates(target, MONDAY - timedelta(days=1), 3, "The list helps.")
        page, model = house.page_model(), TargetModel(house.desk(), target, house.actions)

        def draw() -> Any:
            return mentor_frame(
                MentorPlace.PUPILS, lambda: mentor_target_screen(page, model, went.append), went.append
            )

        async with stage(draw, tokens=tokens_for(width=width), language=language, role=Role.MENTOR) as here:
            assert here.says("Sam")
            assert here.says(adult.rate.title)
            assert here.says("The list helps.")
            await here.tap(adult.rate.number.format(score=6, face=adult.rate.faces[6]))
            await here.type(adult.rate.words_field, "Four evenings.")
            await here.tap(adult.rate.keep.format(score=6))
            await house.settle()
            await here.settle()
            assert here.says("Four evenings.")
            assert here.says(adult.chart.you_once.format(score=6, day=adult.days.today))
            await here.tap(adult.chart.show_table)
            await here.tap(adult.one.back)
            assert went == [f"/pupil/{house.desk().planner_id}"]
        voices = {rating.voice: rating.score for rating in house.desk().planner.ratings}
        assert voices == {Role.PUPIL: 3, Role.MENTOR: 6}

    run(story())


@pytest.mark.feature("M7")
def test_a_target_is_written_with_the_pupil_and_its_page_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await mentor_house(), Went()
        page, model = house.page_model(), NewTargetModel(house.desk(), house.actions)

        def draw() -> Any:
            return mentor_frame(
                MentorPlace.PUPILS, lambda: mentor_new_target_screen(page, model, went.append), went.append
            )

        async with stage(draw, role=Role.MENTOR) as here:
            assert here.says("What would the pupil like to be easier?")
            await here.tap("Bag ready the night before")
            await here.tap("Next")
            await here.tap("Next")
            await here.tap("Keep this target")
            await house.settle()
            await here.settle()
        [target] = house.desk().planner.targets
        assert went == [f"/pupil/{house.desk().planner_id}/{target.id}"]

    run(story())


@pytest.mark.feature("M7")
def test_on_the_page_each_voice_has_its_own_numbers_and_a_silent_one_is_named(run: Run) -> None:
    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        target = await house.desk().add_target("Bag ready", "backpack", "Bag by the door")
        for ago, score in enumerate((6, 5, 3)):
            await house.pupil_rates(target, MONDAY - timedelta(days=ago), score)
        await house.desk().rate(target, MONDAY, 4)

        async def act(here: Stage) -> None:
            assert "Bag ready. Sam: 3, 5, 6. You: 4. Look and rate" in here.names()
            assert here.says("Parent or carer: nothing yet")
            await here.tap("Bag ready. ")
            assert went == [f"/pupil/{house.desk().planner_id}/{target}"]

        await page_seen(house, act, went)

    run(story())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_one_tap_away_and_says_what_to_do_when_a_child_is_not_safe(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        went = Went()

        def draw() -> Any:
            return mentor_frame(MentorPlace.HELP, lambda: mentor_help_screen(went.append), went.append)

        async with stage(draw, tokens=tokens_for(width=width), language=language, role=Role.MENTOR) as here:
            places = [
                name for name in here.names() if name in (said.place_pupils, said.place_me, said.place_help)
            ]
            assert len(places) == 3
            assert here.says("999")
            await here.tap(said.help.about)
            await here.tap(said.place_pupils)
            assert went == ["/about", "/"]

    run(story())


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ("/", "pupils"),
        ("/pupil/x/y", "pupils"),
        ("/about", "help"),
        ("/lock", "me"),
        ("/join", "me"),
        ("/odd", "pupils"),
    ],
)
def test_every_address_belongs_to_one_place(route: str, place: str) -> None:
    assert place_of(route) == place


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_twice_as_large_everything_is_still_there(run: Run, width: int, language: Language) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_ticks(MONDAY)
        target = await house.desk().add_target("Bag ready", "backpack")
        await house.pupil_rates(target, MONDAY, 3)
        said = sentences_in(language).mentor

        async def act(here: Stage) -> None:
            assert here.says(said.page.strengths_title)
            await here.tap(said.weeks.show_table)

        await page_seen(house, act, Went(), width=width, percent=200, language=language)

    run(story())
