"""Set-up on a stage, from the first question to Today, as somebody walks through it."""

from collections.abc import Callable
from typing import Any

import flet as ft
import pytest

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.errors import StorageFull
from services.planner.words import AgeBand, Part, Role
from services.vault.vault_state import LockKind
from tests.stage import Stage, stage
from views.action import Actions
from views.design.tokens import tokens_for
from views.setup.setup_model import ADULT_BEGINS, SetupModel
from views.setup.setup_screen import setup_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Any], Any]
CARD = "0108-1G81-860W-40J2-GB1G-6GW3-RG="
PLACES = [
    pytest.param(390, 100, Language.ENGLISH, id="phone-en-GB"),
    pytest.param(390, 200, Language.WELSH, id="phone with large letters-cy"),
    pytest.param(820, 100, Language.ENGLISH, id="tablet-en-GB"),
    pytest.param(820, 100, Language.WELSH, id="tablet-cy"),
]
LANGUAGES = [pytest.param(language, id=language.value) for language in Language]


class Newcomer:
    """Set-up, and what came of it."""

    def __init__(self, is_web: bool = False) -> None:
        self.made: list[tuple[PupilAnswers, NewLock]] = []
        self.happened: list[str] = []
        self.is_full = False
        self.actions = Actions()
        self.model = SetupModel(
            self._begin,
            self.actions,
            zone="Europe/London",
            is_web=is_web,
            on_done=lambda: self.happened.append("today"),
            on_leave=lambda: self.happened.append("doors"),
        )

    async def _begin(
        self, answers: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None
    ) -> str | None:
        if self.is_full:
            raise StorageFull
        assert lock is not None
        self.made.append((answers, lock))
        return CARD if lock.with_card else None

    async def settle(self, s: Stage) -> None:
        await s.settle()
        await self.actions.settle()
        await s.settle()


@pytest.mark.feature("P1")
@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
def test_a_newcomer_reaches_today_with_seven_taps_and_a_name(
    width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        someone = Newcomer()
        sentences = sentences_in(language)
        said, words = sentences.setup, sentences.words
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: setup_screen(someone.model), tokens=tokens, language=language) as s:
            assert s.headings()[0] == (1, said.name_title)
            await s.type(said.name_field, "Sam")
            await s.tap(words.portraits["otter"])
            await s.tap(words.next)
            await s.tap(said.ages[1])
            assert s.headings() == [(1, said.parts_title)]
            await s.tap(words.next)
            assert s.headings() == [(1, said.leave_title)]
            await s.tap(said.leave_earlier.format(minutes=15))
            await s.tap(said.leave_later.format(minutes=5))
            await s.tap(words.next)
            assert s.headings() == [(1, sentences.lock.choosing.title)]
            await s.tap(words.next)
            await someone.settle(s)
            ((answers, lock),) = someone.made
            assert (answers.name, answers.picture) == ("Sam", "otter")
            assert answers.age_band is AgeBand.FROM_8_TO_11
            assert answers.packs == (Part.MORNING, Part.EVENING)
            assert answers.leave_at_minute == 8 * 60 + 5
            assert lock == NewLock(LockKind.NONE)
            assert someone.happened == ["today"]

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
def test_a_pin_is_typed_twice_and_a_card_shown_before_today(
    width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        someone = Newcomer(is_web=True)
        sentences = sentences_in(language)
        words, said = sentences.words, sentences.lock
        someone.model.set_name("Sam")
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: setup_screen(someone.model), tokens=tokens, language=language) as s:
            await s.tap(words.next)
            await s.tap(sentences.setup.age_not_said)
            await s.tap(words.next)
            await s.tap(words.next)
            assert s.says(said.choosing.note_in_a_browser), "why six digits come first"
            await s.tap(words.next)
            for title in (said.entering.new_title.pin, said.entering.again_title.pin):
                assert s.headings() == [(1, title)]
                for digit in "258036":
                    await s.tap(digit)
            assert s.headings() == [(1, said.card.offer_title)]
            assert s.says(said.card.offer_note), "what is lost without one"
            await s.tap(said.card.offer_yes)
            await someone.settle(s)
            assert someone.made[0][1] == NewLock(LockKind.PIN, "258036", with_card=True)
            assert s.headings() == [(1, said.card.title)]
            assert words.back not in s.names(), "what is made is made"
            await s.tap(said.card.written)
            assert someone.happened == ["today"]

    run(story())


def test_the_way_back_is_on_every_question_and_keeps_what_was_said(run: Run) -> None:
    async def story() -> None:
        someone = Newcomer()
        async with stage(lambda: setup_screen(someone.model)) as s:
            await s.type("Name or nickname", "Sam")
            await s.tap("Next")
            await s.tap("8 to 11")
            await s.tap("Evening")
            await s.tap("Next")
            await s.tap("It changes from day to day")
            await s.tap("Next")
            for _ in range(4):
                assert "Back" in s.names()
                await s.tap("Back")
            assert s.thing("Name or nickname").control.value == "Sam"
            await s.tap("Next")
            assert s.thing("8 to 11").is_selected
            await s.tap("8 to 11")
            assert s.thing("Morning").is_checked
            assert not s.thing("Evening").is_checked
            await s.tap("Next")
            assert "Set a time" in s.names()
            for _ in range(4):
                await s.tap("Back")
            assert someone.happened == ["doors"]

    run(story())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_is_missing_is_asked_for_in_its_place(language: Language, run: Run) -> None:
    async def story() -> None:
        someone = Newcomer()
        sentences = sentences_in(language)
        said, words = sentences.setup, sentences.words
        async with stage(lambda: setup_screen(someone.model), language=language) as s:
            await s.tap(words.next)
            assert s.says(said.name_missing)
            await s.type(said.name_field, "Sam")
            assert not s.says(said.name_missing)
            await s.submit(said.name_field)
            await s.tap(said.age_not_said)
            await s.tap(f"{said.morning}, ")
            await s.tap(f"{said.evening}, ")
            await s.tap(words.next)
            assert s.says(said.parts_missing)

    run(story())


def test_each_part_of_the_day_gives_a_glimpse_of_its_steps(run: Run) -> None:
    async def story() -> None:
        someone = Newcomer()
        someone.model.set_name("Sam")
        async with stage(lambda: setup_screen(someone.model)) as s:
            await s.tap("Next")
            await s.tap("8 to 11")
            door = s.thing("Morning")
            assert "14 steps" in door.name
            assert "Alarm" in door.name
            assert len([each for each in s.controls() if isinstance(each, ft.Image)]) >= 15

    run(story())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_is_said_kindly_and_trying_again_works(language: Language, run: Run) -> None:
    async def story() -> None:
        someone = Newcomer()
        someone.is_full = True
        sentences = sentences_in(language)
        words = sentences.words
        someone.model.set_name("Sam")
        async with stage(lambda: setup_screen(someone.model), language=language) as s:
            await s.tap(words.next)
            await s.tap(sentences.setup.age_not_said)
            for _ in range(3):
                await s.tap(words.next)
            await someone.settle(s)
            assert s.says(sentences.problems.by_code["storage_full"])
            assert someone.happened == []
            someone.is_full = False
            await s.tap(words.next)
            await someone.settle(s)
            assert someone.happened == ["today"]
            assert someone.made[0][0].name == "Sam"

    run(story())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_press_is_without_a_name(language: Language, run: Run) -> None:
    async def story() -> None:
        someone = Newcomer()
        sentences = sentences_in(language)
        someone.model.set_name("Sam")
        async with stage(lambda: setup_screen(someone.model), language=language) as s:
            for name in (sentences.words.next, sentences.setup.age_not_said, *[sentences.words.next] * 2):
                assert all(each.strip() for each in s.names()), s.names()
                assert len([level for level, _ in s.headings() if level == 1]) == 1
                await s.tap(name)
            assert all(each.strip() for each in s.names())

    run(story())


@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
@pytest.mark.parametrize("role", [Role.PARENT, Role.MENTOR])
def test_an_adult_is_asked_about_a_pupil_and_not_as_one(
    role: Role, width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        made: list[tuple[PupilAnswers, AdultAnswers | None]] = []
        actions = Actions()

        async def begin(
            answers: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None
        ) -> str | None:
            made.append((answers, adult))
            return None

        model = SetupModel(
            begin,
            actions,
            zone="Europe/London",
            is_web=False,
            on_done=lambda: None,
            on_leave=lambda: None,
            by=role,
            asked=ADULT_BEGINS,
            may_be_open=role is Role.PARENT,
        )
        sentences = sentences_in(language)
        said, words = sentences.setup, sentences.words
        about = said.for_child if role is Role.PARENT else said.for_pupil
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: setup_screen(model), tokens=tokens, language=language) as s:
            assert s.headings()[0] == (1, said.my_name_title)
            await s.type(said.name_field, "Jo")
            await s.tap(words.next)
            assert s.says(said.mentor_lock) is (role is Role.MENTOR)
            model.new_lock.choose(LockKind.PASSPHRASE)
            model.next()
            for _ in range(2):
                model.new_lock.secret.write("three calm otters")
                model.new_lock.secret.submit()
            model.new_lock.take_card(with_card=False)
            await s.settle()
            assert s.headings()[0] == (1, about.name_title)
            await s.type(said.name_field, "Sam")
            await s.tap(words.next)
            assert s.headings() == [(1, about.age_title)]
            await s.tap(said.ages[1])
            assert s.headings() == [(1, about.parts_title)]
            await s.tap(words.next)
            assert s.headings() == [(1, about.leave_title)]
            await s.tap(words.next)
            await actions.settle()
            ((answers, adult),) = made
            assert answers.name == "Sam"
            assert adult == AdultAnswers(role, "Jo", "person_medium")

    run(story())
