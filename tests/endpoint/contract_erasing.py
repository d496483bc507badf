"""What erasing a circle and leaving as a device promise over every store."""

from typing import Any

from services.crypto.canonical import to_base64url
from services.crypto.device_keys import DeviceKeys
from services.endpoint.rows import CircleRow, Device, EntryRow, GoneRow, MemberRow, PairingRow
from services.sync.statement import EraseOrder, sign_erase
from tests.crypto.finish import finish
from tests.endpoint.house import DAY_MS, House, name_of, texts
from tests.endpoint.lived_circle import with_life
from tests.sync.circle import (
    MENTOR,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    Circle,
    CountedCrypto,
    family,
    founded,
    public,
)


async def a_stewards_order_erases_and_everybody_gets_to_see_it(house: House) -> None:
    circle = with_life()
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


def _first_three(circle: Circle) -> Circle:
    return Circle(circle.crypto, family().state, circle.keys, circle.log[:3])


def order_of(circle: Circle, by: DeviceKeys, day: int) -> dict[str, Any]:
    """An order to erase, as it is sent."""
    order: EraseOrder = finish(sign_erase(CountedCrypto(), by, circle.state.chain.circle, day))
    return {
        "circle": to_base64url(order.circle),
        "day": order.day,
        "by": to_base64url(order.by),
        "sig": to_base64url(order.sig),
    }


CHECKS = {name: check for name, check in globals().items() if name.startswith(("a_", "nobody"))}
