"""A notebook on the screen: what is written stays, what is taken out can come back, what failed is said."""

import asyncio

import pytest

from services.planner.errors import EndpointUnreachable
from tests.views.notes.notes_house import NotesHouse, notes_house
from views.notes.notes_model import is_of_words

pytestmark = pytest.mark.feature("S3")


async def writes(house: NotesHouse, words: str) -> None:
    house.model.start_writing()
    house.model.type_words(words)
    house.model.keep()
    await house.settle()


def words(house: NotesHouse) -> list[str]:
    return [note.words for note, _ in house.model.state.notes]


def test_a_note_is_written_and_said_otherwise() -> None:
    async def story() -> None:
        house = await notes_house()
        await writes(house, "A thought")
        assert words(house) == ["A thought"]
        assert house.model.state.draft is None
        note, day = house.model.state.notes[0]
        assert day == house.model.state.today
        house.model.start_changing(note)
        house.model.type_words("A better thought")
        house.model.keep()
        await house.settle()
        assert words(house) == ["A better thought"]

    asyncio.run(story())


def test_an_empty_note_is_asked_for_words_and_nothing_is_kept() -> None:
    async def story() -> None:
        house = await notes_house()
        await writes(house, "  ")
        draft = house.model.state.draft
        assert draft is not None
        assert draft.needs_words
        house.model.type_words("x")
        assert house.model.state.draft is not None
        assert not house.model.state.draft.needs_words
        house.model.stop()
        assert house.model.state.draft is None
        assert words(house) == []

    asyncio.run(story())


def test_what_cannot_be_kept_stays_in_the_sheet_with_its_sentence() -> None:
    async def story() -> None:
        house = await notes_house()
        await writes(house, "x\u202ey")
        draft = house.model.state.draft
        assert draft is not None
        assert is_of_words(draft.problem)
        house.store.fill_disk()
        await writes(house, "no room")
        draft = house.model.state.draft
        assert draft is not None
        assert draft.words == "no room"
        assert draft.problem is not None
        assert not is_of_words(draft.problem)
        house.store.fill_disk(False)
        house.model.keep()
        await house.settle()
        assert words(house) == ["no room"]

    asyncio.run(story())


def test_what_was_taken_out_comes_back_with_one_press() -> None:
    async def story() -> None:
        house = await notes_house()
        await writes(house, "A thought")
        house.model.start_changing(house.model.state.notes[0][0])
        house.model.remove()
        await house.settle()
        assert words(house) == []
        assert house.model.state.removed is not None
        house.model.bring_back()
        await house.settle()
        assert words(house) == ["A thought"]
        assert house.model.state.removed is None

    asyncio.run(story())


def test_a_stranger_is_shut_out_or_it_is_said_why_not() -> None:
    async def story() -> None:
        house = await notes_house()
        house.strangers = True
        house.error = EndpointUnreachable()
        house.model.shut_out()
        await house.settle()
        assert house.model.state.problem == house.error
        house.error = None
        house.model.shut_out()
        await house.settle()
        assert not house.model.state.has_strangers
        assert house.model.state.problem is None

    asyncio.run(story())
