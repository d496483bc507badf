"""What snapshots promise over every store."""

from typing import Any

from services.crypto.canonical import to_base64url
from services.endpoint.rows import Between, CircleRow, EntryRow, StagedRow
from services.sync.content import Snap
from services.sync.entry import Entry
from services.sync.log import accept
from tests.endpoint.house import DAY_MS, House, Phone, name_of, texts
from tests.sync.circle import MENTOR, PARENT, PUPIL, Circle, edit_by, family


async def a_snapshot_takes_the_place_of_what_it_covers(house: House) -> None:
    circle, mentor, _ = await _compacted(house)
    parent = await house.signed_in(PARENT)
    answer = await parent.sync(circle, 0)
    seqs = [seq for seq, _ in answer["entries"]]
    assert seqs == [1, 2, 3, 7, 8, 6]
    assert (answer["floor"], answer["head"], answer["more"]) == (5, 8, False)
    assert sorted(seqs)[3:] == [6, 7, 8], "above the floor there is no gap"
    assert await house.count(EntryRow, seq=Between(4, 5)) == 0
    assert [seq for seq, _ in (await parent.sync(circle, 6))["entries"]] == [7, 8]
    async with house.office.store.reading() as rows:
        (row,) = await rows.find(CircleRow)
        above = await rows.find(EntryRow, seq=Between(6))
    assert row.size_bytes == sum(len(entry.raw) for entry in above)
    await mentor.sync(circle, 8, circle.put(circle.edits(MENTOR)))


async def a_snapshot_asked_again_changes_nothing(house: House) -> None:
    circle, mentor, parts = await _compacted(house)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    body = {"covers": 5, "parts": texts(parts)}
    assert (await mentor.call("POST", path, body)).json() == {"head": 8, "floor": 5, "staged": 0}
    older = _parts(circle, covers=5)
    answer = await mentor.problem("POST", path, {"covers": 5, "parts": texts(older)})
    assert answer == (409, "snapshot-stale")


async def parts_wait_until_the_last_is_here(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    await pupil.sync(circle, 3, circle.put(circle.edits(PUPIL)))
    parts = _parts(circle, covers=4, of=3)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    for number in (1, 2):
        body = {"covers": 4, "parts": texts(parts[number - 1 : number])}
        staged = (await mentor.call("POST", path, body)).json()
        assert staged == {"head": 4, "floor": 0, "staged": number}
    assert (await pupil.sync(circle, 4))["head"] == 4
    last = (await mentor.call("POST", path, {"covers": 4, "parts": texts(parts[2:])})).json()
    assert (last["head"], last["floor"]) == (7, 4)
    assert await house.count(StagedRow) == 0


async def a_snapshot_is_a_stewards_alone(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    body = {"covers": 3, "parts": texts([circle.part(PUPIL, Snap(3, 1, 1))])}
    assert await pupil.problem("POST", path, body) == (403, "not-permitted")
    assert await house.count(EntryRow) == 3


async def a_retry_of_what_a_snapshot_covers_is_still_known(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    tick = circle.put(circle.edits(PUPIL))
    await pupil.sync(circle, 3, tick)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    await mentor.call("POST", path, {"covers": 4, "parts": texts(_parts(circle, covers=4))})
    answer = await pupil.sync(circle, 4, tick)
    assert answer["acks"] == [[tick.frame.n, 4]]
    assert "problem" not in answer


async def a_reader_away_longer_than_deletions_are_kept_begins_again(house: House) -> None:
    circle, _, _ = await _compacted(house)
    parent = await house.signed_in(PARENT)
    house.clock.ms += 181 * DAY_MS
    await parent.sign_in()
    answer = await parent.sync(circle, 3)
    assert (name_of(answer["problem"]), answer["entries"]) == ("resync", [])
    assert "problem" not in await parent.sync(circle, 0)
    assert "problem" not in await parent.sync(circle, 5)


async def _compacted(house: House) -> tuple[Circle, Phone, list[Entry]]:
    """Entries 4 and 5 are covered; 6 came while the steward wrote; 7 and 8 are the parts."""
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    await pupil.sync(circle, 3, *(circle.put(circle.edits(PUPIL)) for _ in range(2)))
    parts = _parts(circle, covers=5, of=2)
    await pupil.sync(circle, 5, circle.put(circle.edits(PUPIL)))
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/snapshot"
    answer = (await mentor.call("POST", path, {"covers": 5, "parts": texts(parts)})).json()
    assert answer == {"head": 8, "floor": 5, "staged": 0}
    circle.log += parts
    _follow(circle, parts)
    return circle, mentor, parts


def _parts(circle: Circle, covers: int, of: int = 1) -> list[Entry]:
    parts: list[Entry] = []
    for number in range(1, of + 1):
        snap = Snap(covers, number, of)
        chained: dict[str, Any] = {}
        if parts:
            chained = {"n": parts[-1].frame.n + 1, "prev": parts[-1].hash}
        parts.append(circle.part(MENTOR, snap, edit_by(MENTOR, field=f"f{number}"), **chained))
    return parts


def _follow(circle: Circle, parts: list[Entry]) -> None:
    for part in parts:
        circle.state = accept(circle.state, part).state


CHECKS = {name: check for name, check in globals().items() if name.startswith(("a_", "parts"))}
