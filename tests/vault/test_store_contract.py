"""Every Store passes one suite. The browser's passes it in test_browser.py."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from services.planner.errors import StorageFull, StorageUnavailable
from services.vault.store_disk import LOCK_NAME, QUICK_S, DiskStore
from services.vault.store_memory import MemoryStore
from tests.vault.places import DiskPlace, MemoryPlace, StormyPlace
from tests.vault.store_contract import CHECKS, Place
from tests.vault.stormy_disk import Storm, StormyDisk

PLACES: dict[str, Callable[[Path], Place]] = {
    "disk": DiskPlace,
    "memory": lambda _: MemoryPlace(),
    "made-up disk": lambda _: StormyPlace(),
}


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("check", CHECKS)
def test_a_store_keeps_its_promises(run, tmp_path: Path, where: str, check: str) -> None:
    run(CHECKS[check](PLACES[where](tmp_path)))


def test_files_are_for_their_owner_alone(run, tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "vault")
    run(store.write("keys.a", b"x"))
    assert (tmp_path / "vault").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "vault" / "keys.a").stat().st_mode & 0o777 == 0o600


def test_a_draft_of_a_writer_that_died_is_never_read_and_cleared_by_the_next(run, tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    draft = tmp_path / "keys.a.4711.tmp"
    draft.write_bytes(b"half")
    assert run(store.names()) == []
    assert run(store.claim())
    assert not draft.exists()
    run(store.release())


def test_erasing_leaves_what_others_put_into_the_folder(run, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    store = DiskStore(folder)
    run(store.claim())
    run(store.write("keys.a", b"x"))
    (folder / "Somebody's Notes.txt").write_text("theirs")
    run(store.erase())
    assert [path.name for path in folder.iterdir()] == ["Somebody's Notes.txt"]


def test_erasing_removes_the_folder_itself(run, tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "vault")
    run(store.claim())
    run(store.write("keys.a", b"x"))
    run(store.erase())
    assert not (tmp_path / "vault").exists()


def test_the_lock_is_no_content(run, tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    run(store.claim())
    assert (tmp_path / LOCK_NAME).exists()
    assert run(store.names()) == []
    run(store.release())


def test_a_folder_that_takes_no_files_says_so(run, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, not a folder")
    with pytest.raises(StorageUnavailable):
        run(DiskStore(tmp_path / "in the way").write("keys.a", b"x"))


def test_a_slow_disk_is_asked_in_a_thread_and_a_quick_one_at_once(run) -> None:
    class Watched(StormyDisk):
        def sync(self, name: str) -> None:
            threads.append(threading.current_thread() is threading.main_thread())
            super().sync(name)

    threads: list[bool] = []
    readings = iter([0.0, QUICK_S, 1.0, 1.001, 2.0, 2.5, 3.0, 3.001])
    store = DiskStore(Path("made-up"), Watched(Storm()), lambda: next(readings))

    async def story() -> None:
        for content in (b"slow", b"quick", b"slow again", b"quick"):
            await store.write("keys.a", content)

    run(story())
    assert threads == [False, False, True, False]


def test_a_full_memory_store_keeps_what_it_had_and_goes_on_when_there_is_room(run) -> None:
    store = MemoryStore()
    run(store.write("keys.a", b"before"))
    store.fill_disk()
    with pytest.raises(StorageFull):
        run(store.write("keys.a", b"after"))
    assert run(store.read("keys.a")) == b"before"
    store.fill_disk(False)
    run(store.write("keys.a", b"after"))
    assert run(store.read("keys.a")) == b"after"


def test_a_memory_store_can_lose_one_write_of_several(run) -> None:
    store = MemoryStore()
    store.fail_at(2)
    run(store.write("keys.a", b"1"))
    with pytest.raises(StorageUnavailable):
        run(store.write("keys.a", b"2"))
    run(store.write("keys.a", b"3"))
    assert run(store.read("keys.a")) == b"3"
