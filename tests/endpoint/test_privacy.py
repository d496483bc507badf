"""I12: nothing readable is kept. I11: what is erased is in no file any more."""

import logging
from pathlib import Path
from typing import Any

import pytest

from services.crypto.canonical import to_base64url
from services.endpoint.logs import JsonLines
from services.endpoint.rows import KEY_FIELDS, GoneRow, Store
from services.endpoint.store_sqlite import SqliteStore
from services.sync.content import Snap
from services.sync.entry import Entry
from tests.endpoint.contract_erasing import order_of
from tests.endpoint.house import House, opened, texts
from tests.sync.circle import MENTOR, PARENT, PUPIL, Circle, edit_by, family

CANARIES = ("Zebra-Canary-Hannah", "canary worries about maths", "0161-canary-496")


async def a_life(house: House) -> tuple[Circle, list[Entry]]:
    """Everything that people type, through every call that keeps something."""
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil, parent = await house.signed_in(PUPIL), await house.signed_in(PARENT)
    await pupil.sync(
        circle, 3, *(circle.put(circle.edits(PUPIL, edit_by(PUPIL, words))) for words in CANARIES)
    )
    long_words = circle.put(circle.edits(PARENT, edit_by(PARENT, " ".join(CANARIES) * 80)))
    await parent.sync(circle, 6, long_words)
    await pupil.refused(circle, 7, circle.edits(PUPIL, edit_by(PUPIL, CANARIES[0]), prev=bytes(16)))
    edits = [edit_by(MENTOR, canary, f"f{n}") for n, canary in enumerate(CANARIES)]
    snap = circle.part(MENTOR, Snap(7, 1, 2), *edits)
    last = circle.part(MENTOR, Snap(7, 2, 2), n=snap.frame.n + 1, prev=snap.hash)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    for part in (snap, last):
        await mentor.call("POST", path, {"covers": 7, "parts": texts([part])})
    await pupil.call("POST", "/v1/pairings", {"hello": to_base64url(b'{"v":1}'), "ttl_s": 60})
    await pupil.call("POST", "/v1/sync", {"circles": CANARIES[0]}, 400)
    await pupil.call("GET", f"/v1/{CANARIES[0]}", None, 404)
    return circle, [*circle.log, snap, last]


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_nothing_that_people_write_is_kept_readable(
    run: Any, make_store: Any, where: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "services")
    store: Store = make_store(where)

    async def story() -> bytes:
        async with opened(store) as house:
            circle, entries = await a_life(house)
            async with store.reading() as rows:
                kept = repr([await rows.find(kind) for kind in KEY_FIELDS]).encode()
            assert repr(entries[-1].raw).encode() in kept, "the search would find what is there"
            assert to_base64url(circle.state.chain.circle) not in caplog.text
            return kept + files_in(tmp_path)

    kept = run(story())
    logged = "\n".join(JsonLines().format(record) for record in caplog.records).encode()
    assert logged
    for canary in CANARIES:
        assert canary.encode() not in kept
        assert canary.encode() not in logged


def test_what_is_erased_is_in_no_file(run: Any, tmp_path: Path) -> None:
    store = SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")

    async def story() -> None:
        async with opened(store) as house:
            circle, entries = await a_life(house)
            places = [(entry.raw, place) for entry in entries for place in (150, len(entry.raw) // 2)]
            slices = [raw[place : place + 32] for raw, place in places]
            before = files_in(tmp_path)
            assert all(part in before for part in slices), "the search would find what is there"
            path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}"
            mentor = await house.signed_in(MENTOR)
            order = order_of(circle, MENTOR, house.office.today)
            await mentor.call("DELETE", path, order, 204)
            after = files_in(tmp_path)
            assert not any(part in after for part in slices)
            assert circle.state.chain.circle in after, "the order itself is kept"
            assert await house.count(GoneRow) == 1

    run(story())


def test_what_a_snapshot_covers_is_in_no_file_after_the_next_checkpoint(run: Any, tmp_path: Path) -> None:
    store = SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")

    async def story() -> None:
        async with opened(store) as house:
            _, entries = await a_life(house)
            await store.scrub()
            after = files_in(tmp_path)
            covered = [entry for entry in entries[3:7]]
            assert not any(entry.raw[150:182] in after for entry in covered)
            assert all(entry.raw[150:182] in after for entry in entries[7:])

    run(story())


def files_in(folder: Path) -> bytes:
    """Every byte of every file: database, write-ahead log, shared memory."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))
