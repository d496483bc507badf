"""What hosting a circle and offering its log again promise over every store."""

from services.crypto.canonical import to_base64url
from services.endpoint.rows import CircleRow, Device, EntryRow, MemberRow, Org
from services.planner.words import Role
from services.sync.entry import Entry
from tests.endpoint.house import DAY_MS, House, texts
from tests.endpoint.lived_circle import with_life
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, STRANGER, TABLET, family, founded


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
    circle = with_life()
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


CHECKS = {
    name: check for name, check in globals().items() if name.startswith(("a_", "an_", "somebody", "what"))
}
