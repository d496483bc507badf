"""What every Store promises, as checks that run in CPython and in a browser alike.

A `Place` makes stores: `fresh()` over nothing, `beside()` another one over the same bytes, as a second
tab or process has it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from services.vault.ports import Store


class Place(Protocol):
    """Where stores are made."""

    def fresh(self) -> Store:
        """A store over nothing."""

    def beside(self) -> Store:
        """Another store over the bytes of the last fresh one."""


async def nothing_is_there_at_first(place: Place) -> None:
    store = place.fresh()
    assert await store.read("keys.a") is None
    assert await store.names() == []


async def what_is_written_is_read_again(place: Place) -> None:
    store = place.fresh()
    every_byte = bytes(range(256)) * 700
    await store.write("keys.a", every_byte)
    assert await store.read("keys.a") == every_byte
    assert await place.beside().read("keys.a") == every_byte


async def a_later_content_replaces_the_whole_of_an_earlier_one(place: Place) -> None:
    store = place.fresh()
    await store.write("keys.a", b"a long content of before")
    await store.write("keys.a", b"short")
    assert await store.read("keys.a") == b"short"
    await store.write("keys.a", b"")
    assert await store.read("keys.a") == b""


async def names_are_sorted_and_only_those_with_content(place: Place) -> None:
    store = place.fresh()
    for name in ("keys.b", "attempts", "0f.a", "keys.a"):
        await store.write(name, b"x")
    await store.delete("keys.b")
    assert await store.names() == ["0f.a", "attempts", "keys.a"]
    assert await place.beside().names() == ["0f.a", "attempts", "keys.a"]


async def forgetting_what_is_not_there_is_no_error(place: Place) -> None:
    store = place.fresh()
    await store.delete("keys.a")
    await store.write("keys.a", b"x")
    await store.delete("keys.a")
    await store.delete("keys.a")
    assert await store.read("keys.a") is None


async def only_one_is_the_writer_until_it_lets_go(place: Place) -> None:
    store, other = place.fresh(), place.beside()
    assert await store.claim()
    assert await store.claim()
    assert not await other.claim()
    await other.release()
    assert not await other.claim()
    await store.release()
    assert await other.claim()
    assert not await store.claim()
    await other.release()


async def who_does_not_write_still_reads(place: Place) -> None:
    store, other = place.fresh(), place.beside()
    assert await store.claim()
    await store.write("keys.a", b"first")
    assert not await other.claim()
    assert await other.read("keys.a") == b"first"
    await store.write("keys.a", b"second")
    assert await other.read("keys.a") == b"second"
    await store.release()


async def erasing_leaves_nothing_and_the_store_can_begin_again(place: Place) -> None:
    store = place.fresh()
    assert await store.claim()
    for name in ("keys.a", "keys.a.damaged", "settings"):
        await store.write(name, b"x")
    await store.erase()
    assert await store.names() == []
    assert await place.beside().names() == []
    assert await store.claim()
    await store.write("keys.a", b"anew")
    assert await store.read("keys.a") == b"anew"
    await store.release()


async def writing_many_at_once_keeps_them_all(place: Place) -> None:
    store = place.fresh()
    await asyncio.gather(*(store.write(f"n{number}", bytes([number]) * 5000) for number in range(12)))
    for number in range(12):
        assert await store.read(f"n{number}") == bytes([number]) * 5000


async def writing_one_name_many_times_at_once_leaves_one_whole_content(place: Place) -> None:
    store = place.fresh()
    await asyncio.gather(*(store.write("settings", bytes([number]) * 50_000) for number in range(12)))
    assert await store.read("settings") in [bytes([number]) * 50_000 for number in range(12)]


CHECKS: dict[str, Callable[[Place], Awaitable[None]]] = {
    check.__name__: check
    for check in (
        nothing_is_there_at_first,
        what_is_written_is_read_again,
        a_later_content_replaces_the_whole_of_an_earlier_one,
        names_are_sorted_and_only_those_with_content,
        forgetting_what_is_not_there_is_no_error,
        only_one_is_the_writer_until_it_lets_go,
        who_does_not_write_still_reads,
        erasing_leaves_nothing_and_the_store_can_begin_again,
        writing_many_at_once_keeps_them_all,
        writing_one_name_many_times_at_once_leaves_one_whole_content,
    )
}
