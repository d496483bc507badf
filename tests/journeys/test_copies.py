"""Through the whole app: a copy is kept, everything is deleted, and the copy comes back."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.test_family import answers_for, begins_with_a_child
from tests.journeys.ways import CANARY_NAME, enters, sets_up

Run = Callable[[Awaitable[Any]], Any]
WORDS = "four otters under the bridge"


async def begins_with_a_pupil(app: App) -> None:
    """A mentor with a lock and Sam's planner."""
    await app.tap("I'm a mentor")
    await app.tap("Begin with a pupil")
    await app.type("Name or nickname", "Ms Ali")
    await app.tap("Next")
    await app.tap("4 to 6 digits.")
    await app.tap("Next")
    await enters(app, "4938")
    await enters(app, "4938")
    await app.tap("No card")
    await answers_for(app, "Sam")


async def keeps_a_copy(app: App, words: str = WORDS) -> bytes:
    """From anywhere at home to the file that would be saved."""
    await app.tap("Me")
    await app.tap("Copies")
    await app.tap("Keep a copy")
    return await chooses_words(app, words)


async def chooses_words(app: App, words: str = WORDS) -> bytes:
    """The words twice, and then the file."""
    for _ in range(2):
        await app.type("Passphrase", words)
        await app.tap("OK")
    action = app.thing("Save the copy").control.action
    assert action.args["file_name"] == "firstbell-copy-2026-09-15.fbc"
    content: bytes = action.args["src_bytes"]
    await app.tap("Done")
    return content


async def picks(app: App, content: bytes) -> None:
    """What a phone answers when somebody chose this file."""
    picker = app.thing("Choose the file").control.action.file_picker
    file = {"id": 0, "name": "a.fbc", "size": len(content), "path": None, "bytes": content}
    await app.fire(picker, "result", {"files": [file]})


async def opens(app: App, content: bytes, words: str = WORDS) -> None:
    """The file and its words."""
    await picks(app, content)
    await app.type("Passphrase", words)
    await app.tap("OK")


async def deletes_everything(app: App) -> None:
    await app.tap("Me")
    await app.tap("Delete everything")
    await app.tap("I understand that it cannot be brought back")
    await app.tap("Delete everything now")
    await app.tap("Back to the beginning")


def test_after_everything_was_deleted_a_copy_brings_the_ticks_back(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app)
            await app.tap("Alarm, now")
            copy = await keeps_a_copy(app)
            assert CANARY_NAME.encode() not in copy
            await deletes_everything(app)
            await app.tap("I have a copy to bring back")
            await opens(app, copy)
            assert app.says("Made on Tuesday 15 September 2026, 7:10")
            assert app.says(CANARY_NAME)
            assert app.says("Ticks on 1 day, 15 September")
            assert not app.says("Here now")
            assert set(phone.store.content_by_name) <= {"settings", "attempts"}
            await app.tap("Bring this back")
            await app.tap("No PIN")
            await app.tap("Next")
            assert app.says(f"Good morning, {CANARY_NAME}")
            assert any("Feet on the floor, now" in name for name in app.names())
        async with firstbell(phone) as app:
            assert app.says(f"Good morning, {CANARY_NAME}")
            await app.tap("Feet on the floor, now")

    run(journey())


def test_over_a_planner_that_is_there_both_are_shown_and_the_old_one_can_be_gone_back_to(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            copy = await keeps_a_copy(app)
            await app.tap("Today")
            await app.tap("Alarm, now")
            await app.tap("Me")
            await app.tap("Copies")
            await app.tap("Bring back a copy")
            await opens(app, copy)
            assert app.says("In the copy")
            assert app.says("Nothing ticked yet")
            assert app.says("Here now")
            assert app.says("Ticks on 1 day")
            await app.tap("Bring this back")
            assert any("Alarm, now" in name for name in app.names())
            await app.tap("Me")
            await app.tap("Copies")
            assert app.says("Put by on Tuesday 15 September 2026, 7:10")
            await app.tap("Go back to this")
            assert any("Feet on the floor, now" in name for name in app.names())
            await app.tap("Me")
            await app.tap("Copies")
            await app.tap("Throw it away")
            await app.tap("Keep it")
            assert app.says("What was here before")
            await app.tap("Throw it away")
            (_, really) = [thing for thing in app.things() if thing.name == "Throw it away"]
            await app.fire(really.control, "click")
            assert app.says("That one is gone.")
            assert not app.says("What was here before")

    run(journey())


def test_words_that_do_not_open_it_and_a_file_of_something_else_change_nothing(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await app.tap("I have a copy to bring back")
            await picks(app, b"%PDF-1.7 something else")
            assert app.says("That file is not a copy that Firstbell made. Nothing was changed.")
            assert phone.store.content_by_name == {}
        async with firstbell(Phone()) as app:
            await sets_up(app, "Sam")
            copy = await keeps_a_copy(app)
            await app.tap("Bring back a copy")
            await picks(app, copy[:-1] + b"\0")
            assert app.says("That copy is damaged")
            await opens(app, copy, "four otters over the bridge")
            assert app.says("That did not open it.")
            await app.type("Passphrase", WORDS)
            await app.tap("OK")
            assert app.says("What is inside")
            await app.tap("Leave everything as it is")
            assert app.says("Copies")

    run(journey())


def test_with_a_lock_copies_and_exports_ask_for_it_again(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam", lock="4 to 6 digits.")
            await enters(app, "4938")
            await enters(app, "4938")
            await app.tap("No card")
            await app.tap("Me")
            await app.tap("Copies")
            for verb in ("Keep a copy", "Take everything with me", "Bring back a copy"):
                await app.tap(verb)
                assert not any("Save" in name or "Choose the file" in name for name in app.names())
                await enters(app, "1111")
                assert app.says("That did not open it.")
                await app.tap("Back")
            await app.tap("Take everything with me")
            await enters(app, "4938")
            assert app.thing("Save the page")

    run(journey())


def test_everything_can_be_taken_along_in_the_language_of_the_person(run: Run) -> None:
    async def journey() -> None:
        phone = Phone(language="cy")
        async with firstbell(phone) as app:
            await app.go("/")
            await app.tap("Disgybl ydw i")
            await app.type("Enw neu lysenw", CANARY_NAME)
            for name in ("Nesaf", "8 i 11", "Nesaf", "Nesaf", "Dim PIN", "Nesaf"):
                await app.tap(name)
            await app.go("/copies/take")
            page = app.thing("Cadw'r dudalen").control.action.args["src_bytes"].decode()
            assert 'lang="cy"' in page
            assert CANARY_NAME in page
            assert "Brwsio" in page or "dannedd" in page
            machine = json.loads(app.thing("Cadw'r ffeil i gyfrifiadur").control.action.args["src_bytes"])
            assert machine["firstbell_export"] == 1

    run(journey())


def test_a_parents_copy_brings_back_every_child_on_a_new_phone(run: Run) -> None:
    async def journey() -> None:
        async with firstbell(Phone()) as app:
            await begins_with_a_child(app)
            await app.tap("Me")
            await app.tap("Add a child")
            await answers_for(app, "Alex")
            await app.go("/copies/take")
            assert app.says("In it: Sam, Alex")
            copy = await keeps_a_copy(app)
        async with firstbell(Phone()) as app:
            await app.tap("I have a copy to bring back")
            await opens(app, copy)
            assert app.says("Sam")
            assert app.says("Alex")
            assert app.says("Made on")
            await app.tap("Bring this back")
            await app.tap("No PIN")
            await app.tap("Next")
            assert app.says("Sam's week")
            await app.tap("Alex")
            assert app.says("Alex's week")

    run(journey())


def test_a_mentors_copy_brings_back_the_caseload_behind_a_lock(run: Run) -> None:
    async def journey() -> None:
        async with firstbell(Phone(), width=1180, height=820) as app:
            await begins_with_a_pupil(app)
            await app.tap("Me")
            await app.tap("Copies")
            await app.tap("Keep a copy")
            await enters(app, "4938")
            copy = await chooses_words(app)
        phone = Phone(has_key_store=False)
        async with firstbell(phone, width=1180, height=820) as app:
            await app.tap("I have a copy to bring back")
            await opens(app, copy)
            await app.tap("Bring this back")
            assert not any("No PIN" in name for name in app.names())
            await app.tap("4 to 6 digits.")
            await app.tap("Next")
            await enters(app, "4938")
            await enters(app, "4938")
            await app.tap("No card")
            assert any("Sam" in text for text in app.texts())
        async with firstbell(phone, width=1180, height=820) as app:
            await enters(app, "4938")
            assert any("Sam" in text for text in app.texts())

    run(journey())


def test_where_the_planner_in_use_is_damaged_and_another_is_put_by_a_person_can_still_begin_anew(
    run: Run,
) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await sets_up(app, "Sam")
            copy = await keeps_a_copy(app)
            put_by = set(phone.store.content_by_name)
            await app.tap("Bring back a copy")
            await opens(app, copy)
            await app.tap("Bring this back")
        for name in set(phone.store.content_by_name) - put_by:
            phone.store.content_by_name[name] = b"rotten" * 40
        async with firstbell(phone) as app:
            assert not app.says("Good morning")
            await app.tap("Put it aside and begin anew")
            await app.tap("I have a copy to bring back")
            await opens(app, copy)
            await app.tap("Bring this back")
            await app.tap("No PIN")
            await app.tap("Next")
            assert app.says("Good morning, Sam")

    run(journey())


def test_a_made_up_pupil_has_nothing_to_copy(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as app:
            await app.tap("Look around with a made-up pupil")
            await app.tap("Me")
            await app.tap("Copies")
            assert app.says("This pupil is made up, so there is nothing to copy.")
        assert phone.store.content_by_name == {}

    run(journey())
