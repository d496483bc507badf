"""A notebook begins with its first note, and belongs to whoever's circle it is."""

from collections.abc import Callable
from typing import Any

import pytest

from services.desk.notebook import KINDS_BY_ROLE, Notebook
from services.planner.edit import Change
from services.planner.errors import InputRejected, StorageFull, VaultReadOnly
from services.planner.ids import NoteId, who_record
from services.planner.note import NotebookKind
from services.planner.words import Role
from tests.desk.room import Room, empty_room, room

Run = Callable[[Any], Any]


def notebook(of: Room, kind: NotebookKind = NotebookKind.PRIVATE, *others: str) -> Notebook:
    return Notebook(of.vault, of.desk, kind, lambda: frozenset({of.vault.device_hex, *others}))


def words(of: Notebook) -> list[str]:
    return [one.words for one in of.notes]


def test_nothing_is_made_before_the_first_note_and_everything_is_there_after_a_restart(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        book = notebook(sam)
        assert book.notes == ()
        assert [one.kind for one in sam.vault.journals()] == ["shared"]
        first = await book.add("A thought")
        await book.add("Another\nin two lines")
        await book.change(first, "A better thought")
        assert sorted(words(book)) == ["A better thought", "Another\nin two lines"]
        assert [one.kind for one in sam.vault.journals()] == ["shared", "private"]
        store, keystore = sam.store, sam.keystore
        await sam.vault.close()
        again = Room(store, keystore, sam.vault, sam.desk)
        await again.vault.open_()
        assert sorted(words(notebook(again))) == ["A better thought", "Another\nin two lines"]

    run(story())


def test_a_note_is_taken_out_and_brought_back(run: Run) -> None:
    async def story() -> None:
        book = notebook(await room())
        note = await book.add("A thought")
        await book.remove(note)
        assert words(book) == []
        await book.restore(note)
        assert words(book) == ["A thought"]
        with pytest.raises(InputRejected, match="never made"):
            await book.remove(NoteId("nobody"))

    run(story())


def test_whoever_follows_hears_of_the_first_note_and_of_every_other(run: Run) -> None:
    async def story() -> None:
        book, heard = notebook(await room()), list[int]()
        stop = book.subscribe(lambda: heard.append(len(book.notes)))
        await book.add("one")
        assert heard[-1] == 1
        await book.add("two")
        assert heard[-1] == 2
        stop()
        await book.add("three")
        assert heard[-1] == 2

    run(story())


def test_on_a_full_disk_no_notebook_begins_and_none_changes(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        book = notebook(sam)
        sam.store.fill_disk()
        with pytest.raises(StorageFull):
            await book.add("lost")
        assert [one.kind for one in sam.vault.journals()] == ["shared"]
        sam.store.fill_disk(False)
        note = await book.add("kept")
        sam.store.fill_disk()
        with pytest.raises(StorageFull):
            await book.change(note, "lost")
        assert words(book) == ["kept"]

    run(story())


def test_a_second_tab_reads_and_writes_nothing(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        book = notebook(sam)
        other = await sam.beside()
        with pytest.raises(VaultReadOnly):
            await notebook(other).add("from the second tab")
        await book.add("A thought")
        assert words(book) == ["A thought"]

    run(story())


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        (Role.PUPIL, {NotebookKind.PRIVATE, NotebookKind.HOME}),
        (Role.PARENT, {NotebookKind.HOME}),
        (Role.MENTOR, {NotebookKind.STAFF}),
    ],
)
def test_each_role_has_its_own_notebooks(run: Run, role: Role, kinds: set[NotebookKind]) -> None:
    async def story() -> None:
        assert set(KINDS_BY_ROLE[role]) == kinds
        of = await empty_room(role)
        for kind in set(NotebookKind) - kinds:
            with pytest.raises(AssertionError):
                notebook(of, kind)

    run(story())


def test_who_else_reads_it_is_named_once_and_nobody_is_guessed(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        for device in ("7a" * 16, "7b" * 16):
            who = {"_new": "who", "person": "mum", "name": "Mum", "role": "parent"}
            await sam.vault.journals()[0].write(
                [Change(who_record(device), "who", name, value) for name, value in who.items()]
            )
        assert notebook(sam).is_alone
        assert notebook(sam).others == ()
        both = notebook(sam, NotebookKind.HOME, "7a" * 16, "7b" * 16)
        assert not both.is_alone
        assert [one.name for one in both.others or ()] == ["Mum"]
        nobody_knows = Notebook(sam.vault, sam.desk, NotebookKind.HOME, lambda: None)
        assert nobody_knows.others is None
        assert not nobody_knows.is_alone

    run(story())
