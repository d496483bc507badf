"""The page of a notebook, on phone and tablet, in each language, large and dark, for each role."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.desk.changes import made
from services.planner.ids import who_record
from services.planner.note import NotebookKind
from services.planner.words import Role
from tests.stage.stage import Stage, stage
from tests.views.notes.notes_house import LET_IN, NotesHouse, notes_house
from tests.views.people.test_people_screens import BOTH, LOOKS
from views.notes.notes_screen import notes_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
pytestmark = pytest.mark.feature("S3")


def page(house: NotesHouse, went: list[str], pupil: str = "") -> Any:
    return lambda: notes_screen(
        house.model, went.append, lambda: went.append("back"), invite="/invite/1", pupil=pupil
    )


async def rests(house: NotesHouse, here: Stage) -> None:
    await house.settle()
    await here.settle()


@BOTH
@LOOKS
def test_a_pupil_writes_a_note_reads_who_has_it_and_whom_to_tell(
    run: Run, tokens: Any, language: Language
) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        said = words.notes.kinds[NotebookKind.PRIVATE]
        house = await notes_house()
        async with stage(page(house, went), tokens=tokens, language=language) as here:
            assert here.says(said.intro)
            assert here.says(said.alone)
            assert here.says(said.empty_title)
            await here.tap(words.notes.write)
            await here.type(words.notes.field, "Maths was OK")
            await here.tap(words.notes.keep)
            await rests(house, here)
            assert here.says("Maths was OK")
            assert not here.says(said.empty_title)
            await here.tap(words.help.title)
            await here.tap(said.let_in)
            await rests(house, here)
            await here.tap(words.words.back)
            assert went == ["/help", "/invite/1", "back"]

    run(story())


@BOTH
@LOOKS
def test_an_adult_sees_whose_notebook_it_is_and_takes_a_note_out(
    run: Run, tokens: Any, language: Language
) -> None:
    async def story() -> None:
        words, went = sentences_in(language), list[str]()
        said = words.notes
        house = await notes_house(NotebookKind.HOME)
        await house.notebook.add("Nan on Thursday")
        async with stage(
            page(house, went, "Sam"), tokens=tokens, language=language, role=Role.PARENT
        ) as here:
            door = said.kinds[NotebookKind.HOME].title
            assert here.says(said.door_of.format(door=door, name="Sam"))
            assert not here.says(words.help.nobody_watches)
            await here.tap(said.change_one.format(words="Nan on Thursday"))
            await here.tap(said.remove)
            await rests(house, here)
            assert here.says(said.removed)
            await here.tap(said.bring_back)
            await rests(house, here)
            assert here.says("Nan on Thursday")

    run(story())


def test_whoever_reads_it_is_shown_in_pictures(run: Run) -> None:
    async def story() -> None:
        house, went = await notes_house(NotebookKind.HOME), list[str]()
        await house.notebook.add("Nan on Thursday")
        who = made(
            who_record(LET_IN), "who", {"person": "mum", "name": "Mum", "role": "parent", "picture": "owl"}
        )
        await house.shared.write(who)
        house.others = frozenset({LET_IN})
        async with stage(page(house, went)) as here:
            assert here.says("Mum")
            assert not here.says("Only this device can read it so far.")
            house.others = frozenset({LET_IN, "7c" * 16})
            house.model.start_writing()
            house.model.stop()
            await here.settle()
            assert here.says("Somebody new"), "who reads it is shown before anybody says who they are"
            house.others = None
            house.model.start_writing()
            house.model.stop()
            await here.settle()
            assert here.says("Who can read it is not known here yet.")

    run(story())


def test_somebody_who_is_out_of_the_planner_is_shut_out_with_one_press(run: Run) -> None:
    async def story() -> None:
        house, went = await notes_house(NotebookKind.HOME), list[str]()
        house.strangers = True
        async with stage(page(house, went)) as here:
            assert here.says("A device that is not in the planner any more can still read this.")
            await here.tap("Shut it out")
            await rests(house, here)
            assert not here.says("A device that is not in the planner any more can still read this.")

    run(story())
