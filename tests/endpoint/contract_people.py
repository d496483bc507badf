"""What tokens, grants, heads and the ticket mailbox promise over every store."""

import asyncio

from services.crypto.canonical import from_base64url, to_base64url
from services.endpoint.pairing import MOST_JOINS
from services.endpoint.rows import Device, Grant, JoinRow, PairingRow
from services.sync.statement import sign_token
from tests.crypto.finish import finish
from tests.endpoint.house import DAY_MS, ORIGIN, House
from tests.sync.circle import MENTOR, PARENT, PUPIL, STRANGER, CountedCrypto, family

HELLO = to_base64url(b'{"v":1}')
MAC = to_base64url(bytes(32))


async def a_grant_is_spent_once(house: House) -> None:
    await house.granted(MENTOR)
    assert await house.count(Grant) == 0
    asked = {
        "grant": to_base64url(b"grant 1".ljust(32, b".")),
        "sign": to_base64url(PUPIL.sign.public),
        "kem": to_base64url(PUPIL.kem.public),
    }
    assert await house.phone(PUPIL).problem("POST", "/v1/devices", asked) == (403, "not-permitted")
    late = await house.grant()
    house.clock.ms += 31 * DAY_MS
    asked["grant"] = to_base64url(late)
    assert await house.phone(PUPIL).problem("POST", "/v1/devices", asked) == (403, "not-permitted")
    assert await house.count(Device) == 1


async def a_token_is_for_a_day(house: House) -> None:
    mentor = await house.granted(MENTOR)
    house.clock.ms += DAY_MS - 1
    await mentor.call("GET", "/v1/me")
    house.clock.ms += 1
    assert await mentor.problem("GET", "/v1/me") == (401, "unauthenticated")


async def a_nonce_serves_once_here_and_for_two_minutes(house: House) -> None:
    mentor = await house.granted(MENTOR)
    asked = {"device": to_base64url(MENTOR.id)}
    nonce = (await mentor.call("POST", "/v1/token", asked)).json()["nonce"]
    sig = finish(sign_token(CountedCrypto(), MENTOR, ORIGIN, from_base64url(nonce)))
    signed = asked | {"nonce": nonce, "sig": to_base64url(sig)}
    await mentor.call("POST", "/v1/token", signed)
    assert await mentor.problem("POST", "/v1/token", signed) == (401, "unauthenticated")
    late = (await mentor.call("POST", "/v1/token", asked)).json()["nonce"]
    sig = finish(sign_token(CountedCrypto(), MENTOR, ORIGIN, from_base64url(late)))
    house.clock.ms += 120_001
    signed = asked | {"nonce": late, "sig": to_base64url(sig)}
    assert await mentor.problem("POST", "/v1/token", signed) == (401, "unauthenticated")
    made_up = asked | {"nonce": MAC, "sig": to_base64url(bytes(64))}
    assert await mentor.problem("POST", "/v1/token", made_up) == (401, "unauthenticated")
    assert await mentor.problem("POST", "/v1/token", asked | {"nonce": MAC}) == (400, "bad-request")


async def a_signature_made_for_another_endpoint_opens_nothing(house: House) -> None:
    mentor = await house.granted(MENTOR)
    answer = await mentor.sign_in(origin="https://evil.example", status=401)
    assert answer.headers["www-authenticate"] == "Bearer"


async def an_unknown_device_gets_a_nonce_like_any_other(house: House) -> None:
    await house.granted(MENTOR)
    answers = [
        (await house.phone(keys).call("POST", "/v1/token", {"device": to_base64url(keys.id)})).json()
        for keys in (MENTOR, STRANGER)
    ]
    assert {tuple(answer) for answer in answers} == {("nonce", "now")}
    await house.phone(STRANGER).sign_in(status=401)


async def me_is_everything_that_is_kept_about_a_device(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    assert (await pupil.call("GET", "/v1/me")).json() == {
        "device": to_base64url(PUPIL.id),
        "created": "2026-09-14",
        "last_seen": "2026-09-14",
        "circles": [
            {
                "id": to_base64url(circle.state.chain.circle),
                "role": "pupil",
                "steward": False,
                "head": 3,
                "bytes": sum(len(entry.raw) for entry in circle.log),
            }
        ],
        "recovers": [],
    }


async def heads_are_sent_once(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    answer = await mentor.call("GET", "/v1/heads")
    assert answer.json()["circles"] == [{"id": to_base64url(circle.state.chain.circle), "head": 3}]
    tag = answer.headers["etag"]
    nothing = await mentor.call("GET", "/v1/heads", None, 304, if_none_match=tag)
    assert nothing.content == b""
    await mentor.sync(circle, 3, circle.put(circle.edits(MENTOR)))
    assert (await mentor.call("GET", "/v1/heads", if_none_match=tag)).headers["etag"] != tag


async def who_waits_for_news_gets_it_when_it_comes(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    tag = (await mentor.call("GET", "/v1/heads")).headers["etag"]
    waiting = asyncio.create_task(mentor.call("GET", "/v1/heads", if_none_match=tag, prefer="wait=25"))
    await house.somebody_waits()
    await pupil.sync(circle, 3, circle.put(circle.edits(PUPIL)))
    assert (await waiting).json()["circles"][0]["head"] == 4


async def who_waits_when_the_endpoint_stops_is_answered(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    tag = (await mentor.call("GET", "/v1/heads")).headers["etag"]
    waiting = asyncio.create_task(
        mentor.call("GET", "/v1/heads", None, 304, if_none_match=tag, prefer="wait=25")
    )
    await house.somebody_waits()
    house.office.bell.close()
    await waiting


async def a_ticket_carries_letters_both_ways(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil, joiner = await house.signed_in(PUPIL), house.phone(STRANGER)
    ch = (await pupil.call("POST", "/v1/pairings", {"hello": HELLO, "ttl_s": 600})).json()["ch"]
    assert len(from_base64url(ch)) == 16
    at = f"/v1/pairings/{ch}"
    assert (await joiner.call("GET", at)).json() == {"hello": HELLO}
    slot = (await joiner.call("PUT", f"{at}/join", {"hello": HELLO, "mac": MAC})).json()
    key = {"authorization": f"Bearer {slot['key']}"}
    assert (await joiner.call("GET", f"{at}/welcome?slot=0", None, 204, **key)).content == b""
    joins = (await pupil.call("GET", f"{at}/joins")).json()["joins"]
    assert joins == [{"slot": 0, "hello": HELLO, "mac": MAC}]
    letter = {"welcome": to_base64url(b"sealed"), "mac": MAC}
    await pupil.call("PUT", f"{at}/welcome", {"slot": 0} | letter, 204)
    assert (await joiner.call("GET", f"{at}/welcome?slot=0", **key)).json() == letter
    await pupil.call("DELETE", at, None, 204)
    assert await joiner.problem("GET", at) == (404, "not-found")
    assert await house.count(JoinRow) == 0


async def a_ticket_has_three_joins(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil, joiner = await house.signed_in(PUPIL), house.phone(STRANGER)
    ch = (await pupil.call("POST", "/v1/pairings", {"hello": HELLO, "ttl_s": 600})).json()["ch"]
    joins = [
        joiner.call("PUT", f"/v1/pairings/{ch}/join", {"hello": HELLO, "mac": MAC}) for _ in range(MOST_JOINS)
    ]
    slots = [(await join).json()["slot"] for join in joins]
    assert slots == [0, 1, 2]
    body = {"hello": HELLO, "mac": MAC}
    assert await joiner.problem("PUT", f"/v1/pairings/{ch}/join", body) == (404, "not-found")


async def a_ticket_is_its_openers_alone(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil, parent = await house.signed_in(PUPIL), await house.signed_in(PARENT)
    stranger = await house.granted(STRANGER, "another school")
    ch = (await pupil.call("POST", "/v1/pairings", {"hello": HELLO, "ttl_s": 600})).json()["ch"]
    at = f"/v1/pairings/{ch}"
    await house.phone(STRANGER).call("PUT", f"{at}/join", {"hello": HELLO, "mac": MAC})
    letter = {"slot": 0, "welcome": HELLO, "mac": MAC}
    for other in (parent, stranger):
        assert await other.problem("GET", f"{at}/joins") == (404, "not-found")
        assert await other.problem("PUT", f"{at}/welcome", letter) == (404, "not-found")
        assert await other.problem("DELETE", at) == (404, "not-found")
    wrong = {"authorization": f"Bearer {MAC}"}
    assert await parent.problem("GET", f"{at}/welcome?slot=0", **wrong) == (404, "not-found")
    assert await pupil.problem("PUT", f"{at}/welcome", letter | {"slot": 1}) == (404, "not-found")


async def a_typed_channel_is_short_and_leaves_many_free(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil = await house.signed_in(PUPIL)
    asked = {"hello": HELLO, "ttl_s": 600, "is_typed": True}
    channels = [(await pupil.call("POST", "/v1/pairings", asked)).json()["ch"] for _ in range(92)]
    assert [len(ch) for ch in channels] == [3] * 90 + [4] * 2
    assert len(set(channels)) == 92
    assert await pupil.problem("POST", "/v1/pairings", asked | {"ttl_s": 1801}) == (400, "bad-request")


async def a_ticket_runs_out(house: House) -> None:
    await house.hosted(family(), MENTOR)
    pupil = await house.signed_in(PUPIL)
    ch = (await pupil.call("POST", "/v1/pairings", {"hello": HELLO, "ttl_s": 600})).json()["ch"]
    house.clock.ms += 600_000
    assert await pupil.problem("GET", f"/v1/pairings/{ch}/joins") == (404, "not-found")
    await house.tidied()
    assert await house.count(PairingRow) == 0


async def a_device_that_is_nowhere_opens_no_ticket(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    parent = await house.signed_in(PARENT)
    await mentor.sync(circle, 3, circle.change(MENTOR, remove=frozenset({PARENT.id})))
    asked = {"hello": HELLO, "ttl_s": 600}
    assert await parent.problem("POST", "/v1/pairings", asked) == (403, "not-permitted")


CHECKS = {
    name: check
    for name, check in globals().items()
    if name.startswith(("a_", "an_", "me_", "heads_", "who_"))
}
