"""What hosting, offering again, snapshots and erasing promise over every store."""

from typing import Any

from services.crypto.canonical import to_base64url
from services.crypto.device_keys import DeviceKeys
from services.endpoint.rows import (
    Between,
    CircleRow,
    Device,
    EntryRow,
    GoneRow,
    MemberRow,
    Org,
    PairingRow,
    StagedRow,
)
from services.planner.words import Role
from services.sync.content import Snap
from services.sync.entry import Entry
from services.sync.log import accept
from services.sync.statement import EraseOrder, sign_erase
from tests.crypto.finish import finish
from tests.endpoint.house import DAY_MS, House, Phone, name_of, texts
from tests.sync.circle import (
    MENTOR,
    NOW_MS,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    Circle,
    CountedCrypto,
    edit_by,
    family,
    founded,
    public,
)


async def a_circle_is_hosted_once_and_asked_again_changes_nothing(house: House) -> None:
    circle = family()
    mentor = await house.granted(MENTOR)
    hosted = (await mentor.host(circle)).json()
    assert hosted == {"id": to_base64url(circle.state.chain.circle), "head": 3, "floor": 0}
    assert (await mentor.host(circle)).json() == hosted
    assert await house.count(EntryRow) == 3
    assert await house.count(Device) == await house.count(MemberRow) == 3


async def a_device_without_a_grant_or_a_circle_hosts_nothing(house: House) -> None:
    await house.hosted(family(), MENTOR)
    circle = founded(STRANGER, seed="own")
    async with house.office.store.writing() as rows:
        await rows.add(
            [Device(STRANGER.id, STRANGER.sign.public, STRANGER.kem.public, None, 0, house.office.today)]
        )
    stranger = await house.signed_in(STRANGER)
    body = {"rosters": texts(circle.log)}
    assert await stranger.problem("POST", "/v1/circles", body) == (403, "not-permitted")


async def a_member_hosts_four_of_its_own_for_the_same_organisation(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil = await house.signed_in(PUPIL)
    own = [founded(PUPIL, seed=f"private {number}") for number in range(5)]
    for circle in own[:4]:
        await pupil.host(circle)
    body = {"rosters": texts(own[4].log)}
    assert await pupil.problem("POST", "/v1/circles", body) == (507, "quota")
    async with house.office.store.reading() as rows:
        assert {row.org for row in await rows.find(CircleRow)} == {"school"}


async def an_organisation_has_so_many_circles_and_no_more(house: House) -> None:
    mentor = await house.granted(MENTOR)
    async with house.office.store.writing() as rows:
        await rows.change([Org("school", 1)])
    await mentor.host(founded(MENTOR, Role.MENTOR, seed="1"))
    body = {"rosters": texts(founded(MENTOR, Role.MENTOR, seed="2").log)}
    assert await mentor.problem("POST", "/v1/circles", body) == (507, "quota")


async def somebody_elses_circle_is_not_hosted(house: House) -> None:
    mentor = await house.granted(MENTOR)
    body = {"rosters": texts(founded(PUPIL).log)}
    assert await mentor.problem("POST", "/v1/circles", body) == (403, "not-member")
    forged = family().log
    broken = [*forged[:2], Entry(forged[2].raw[:-1] + b"\0", forged[2].frame, forged[2].hash)]
    assert await mentor.problem("POST", "/v1/circles", {"rosters": texts(broken)}) == (422, "bad-entry")
    assert await house.count(CircleRow) == 0


async def a_whole_log_from_the_future_is_a_stewards_alone(house: House) -> None:
    circle = family()
    circle.put(circle.edits(MENTOR, ts_ms=NOW_MS))
    house.clock.ms = NOW_MS - DAY_MS
    pupil = await house.granted(PUPIL)
    body = {"rosters": texts(circle.log[:3]), "entries": texts(circle.log[3:])}
    assert await pupil.problem("POST", "/v1/circles", body) == (409, "clock-skew")
    mentor = await house.granted(MENTOR)
    assert (await mentor.host(circle)).json()["head"] == 4


async def a_lost_circle_is_built_again_by_any_member(house: House) -> None:
    circle = _with_life()
    parent = await house.granted(PARENT)
    await parent.call("POST", "/v1/circles", {"rosters": texts(circle.log[:3])})
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/reoffer"
    offered = (await parent.call("POST", path, {"entries": texts(circle.log)})).json()
    assert offered == {"taken": len(circle.log) - 3, "head": len(circle.log)}
    assert (await parent.call("POST", path, {"entries": texts(circle.log)})).json()["taken"] == 0
    tablet = await house.signed_in(TABLET)
    answer = await tablet.sync(circle, 0)
    assert answer["entries"] == [[seq, text] for seq, text in enumerate(texts(circle.log), 1)]


async def what_does_not_hold_at_its_new_place_is_passed_over(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/reoffer"
    tick = circle.edits(PUPIL)
    forged = circle.edits(PUPIL).raw[:-1] + b"\0"
    offered = [b"", forged, circle.edits(STRANGER).raw, founded(PARENT, seed="x").log[0].raw, tick.raw]
    body = {"entries": [to_base64url(raw) for raw in offered]}
    assert (await mentor.call("POST", path, body)).json() == {"taken": 1, "head": 4}


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


async def a_stewards_order_erases_and_everybody_gets_to_see_it(house: House) -> None:
    circle = _with_life()
    mentor = await house.granted(MENTOR)
    await mentor.host(_first_three(circle))
    pupil = await house.signed_in(PUPIL)
    await pupil.call("POST", "/v1/pairings", {"hello": to_base64url(b"{}"), "ttl_s": 600})
    order = order_of(circle, MENTOR, house.office.today)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}"
    await mentor.call("DELETE", path, order, 204)
    for kind in (CircleRow, EntryRow, MemberRow, PairingRow):
        assert await house.count(kind) == 0
    problem = (await pupil.sync(circle, 3))["problem"]
    assert (name_of(problem), problem["order"]) == ("circle-erased", order)
    await mentor.call("DELETE", path, order, 204)
    assert await mentor.problem("POST", "/v1/circles", {"rosters": texts(circle.log[:3])}) == (
        410,
        "circle-erased",
    )
    house.clock.ms += 397 * DAY_MS
    await house.tidied()
    assert await house.count(GoneRow) == 0


async def nobody_else_may_order_it(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}"
    today = house.office.today
    forged = order_of(circle, MENTOR, today) | {"day": today - 1}
    for order in (order_of(circle, PUPIL, today), order_of(circle, STRANGER, today), forged):
        assert await pupil.problem("DELETE", path, order) == (403, "not-permitted")
    late = order_of(circle, MENTOR, today + 2)
    assert await pupil.problem("DELETE", path, late) == (400, "bad-request")
    assert await house.count(EntryRow) == 3


async def a_card_erases_where_pupils_are_alone(house: House) -> None:
    private = founded(PUPIL, card=public(TABLET), seed="private")
    await house.hosted(private, PUPIL)
    card = await house.signed_in(TABLET)
    me = (await card.call("GET", "/v1/me")).json()
    assert me["recovers"] == [to_base64url(private.state.chain.circle)]
    path = f"/v1/circles/{to_base64url(private.state.chain.circle)}"
    await card.call("DELETE", path, order_of(private, TABLET, house.office.today), 204)
    assert await house.count(CircleRow) == 0


async def a_device_that_leaves_is_nowhere_and_its_entries_stay(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    parent = await house.signed_in(PARENT)
    await parent.sync(circle, 3, circle.put(circle.edits(PARENT)))
    await parent.call("DELETE", "/v1/device", None, 204)
    assert await parent.problem("GET", "/v1/me") == (401, "unauthenticated")
    await parent.sign_in(status=401)
    assert await house.count(Device) == 2
    answer = await mentor.sync(circle, 0)
    assert (answer["head"], len(answer["entries"])) == (4, 4)
    path = f"/v1/circles/{to_base64url(circle.state.chain.circle)}/reoffer"
    assert (await mentor.call("POST", path, {"entries": texts(circle.log)})).json()["taken"] == 0
    assert "problem" not in await mentor.sync(circle, 4, circle.put(circle.edits(MENTOR)))


def _with_life() -> Circle:
    """Edits by everybody, a removal, a tablet, a snapshot that merges, more edits."""
    circle = family()
    for device in (PUPIL, PARENT, MENTOR, PUPIL):
        circle.put(circle.edits(device))
    circle.change(PARENT, add=((public(TABLET), Role.PARENT),))
    circle.put(circle.edits(TABLET))
    circle.change(MENTOR, is_new_epoch=True)
    circle.put(circle.edits(PUPIL))
    return circle


def _first_three(circle: Circle) -> Circle:
    return Circle(circle.crypto, family().state, circle.keys, circle.log[:3])


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


def order_of(circle: Circle, by: DeviceKeys, day: int) -> dict[str, Any]:
    """An order to erase, as it is sent."""
    order: EraseOrder = finish(sign_erase(CountedCrypto(), by, circle.state.chain.circle, day))
    return {
        "circle": to_base64url(order.circle),
        "day": order.day,
        "by": to_base64url(order.by),
        "sig": to_base64url(order.sig),
    }


CHECKS = {
    name: check
    for name, check in globals().items()
    if name.startswith(("a_", "an_", "somebody", "what", "parts", "nobody"))
}
