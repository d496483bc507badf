"""What POST /v1/sync promises over every store."""

import asyncio

from services.crypto.canonical import to_base64url
from services.endpoint.rows import CircleRow, Device, GoneRow
from services.planner.words import Role
from services.sync.log import HARD_STOP, MOST_BYTES
from services.sync.roster_wish import RosterWish
from tests.endpoint.house import DAY_MS, House, name_of, texts
from tests.sync.circle import (
    ABOUT,
    MENTOR,
    NOW_MS,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    edit_by,
    family,
    founded,
    public,
)


async def a_tick_comes_to_the_others(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    tick = circle.put(circle.edits(PUPIL))
    answer = await pupil.sync(circle, 3, tick)
    assert answer["acks"] == [[tick.frame.n, 4]]
    assert (answer["entries"], answer["head"], answer["epoch"]) == ([], 4, 1)
    answer = await mentor.sync(circle, 3)
    assert answer["entries"] == [[4, *texts([tick])]]
    assert (answer["acks"], answer["more"], answer["now"]) == ([], False, NOW_MS)


async def a_reader_hears_of_others_and_not_of_itself(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil, parent = await house.signed_in(PUPIL), await house.signed_in(PARENT)
    first, second = circle.put(circle.edits(PUPIL)), circle.put(circle.edits(PARENT))
    await pupil.sync(circle, 3, first)
    answer = await parent.sync(circle, 3, second)
    assert answer["acks"] == [[second.frame.n, 5]]
    assert answer["entries"] == [[4, *texts([first])]]


async def a_request_asked_again_changes_nothing(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    ticks = [circle.put(circle.edits(PUPIL)) for _ in range(3)]
    first = await pupil.sync(circle, 3, *ticks)
    assert first["acks"] == [[tick.frame.n, seq] for seq, tick in enumerate(ticks, 4)]
    assert await pupil.sync(circle, 3, *ticks) == first
    assert (await pupil.sync(circle, 3, ticks[0]))["acks"] == first["acks"][:1]
    assert (await pupil.sync(circle, 6))["head"] == 6


async def a_request_asked_many_times_at_once_counts_once(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    ticks = [circle.put(circle.edits(PUPIL)) for _ in range(3)]
    answers = await asyncio.gather(*(pupil.sync(circle, 3, *ticks) for _ in range(8)))
    assert all(answer["acks"] == answers[0]["acks"] for answer in answers)
    assert (await pupil.sync(circle, 0))["head"] == 6


async def the_numbers_of_many_writers_have_no_gap(house: House) -> None:
    circle = family()
    phones = [await house.hosted(circle, MENTOR), await house.signed_in(PUPIL), await house.signed_in(PARENT)]
    ticks = [[circle.put(circle.edits(phone.keys)) for _ in range(5)] for phone in phones]
    rounds = [phone.sync(circle, 3, *own) for phone, own in zip(phones, ticks, strict=True)]
    answers = await asyncio.gather(*rounds)
    seqs = sorted(seq for answer in answers for _, seq in answer["acks"])
    assert seqs == list(range(4, 19))
    assert [seq for seq, _ in (await phones[0].sync(circle, 0))["entries"]] == list(range(1, 19))


async def a_long_log_comes_in_pieces(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    ticks = [circle.put(circle.edits(PUPIL)) for _ in range(64)]
    await pupil.sync(circle, 3, *ticks)
    cursor, seen = 3, []
    while True:
        answer = await mentor.sync(circle, cursor, max=3 * 476)
        assert len(answer["entries"]) <= 3
        seen += [text for _, text in answer["entries"]]
        cursor = answer["entries"][-1][0]
        if not answer["more"]:
            break
    assert seen == texts(ticks)


async def a_small_piece_still_gets_the_reader_on(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    await pupil.sync(circle, 3, *(circle.put(circle.edits(PUPIL)) for _ in range(2)))
    answer = await mentor.sync(circle, 3, max=1)
    assert ([seq for seq, _ in answer["entries"]], answer["more"]) == ([4], True)


async def a_problem_with_one_circle_stops_no_other(house: House) -> None:
    circle, other = family(), founded(MENTOR, Role.MENTOR, seed="another")
    mentor = await house.hosted(circle, MENTOR)
    await mentor.host(other)
    ids = [to_base64url(one.state.chain.circle) for one in (circle, other)]
    skewed = circle.edits(MENTOR, ts_ms=NOW_MS + 600_000)
    fine = other.put(other.edits(MENTOR))
    push = [
        {"id": ids[0], "cursor": 3, "push": texts([skewed])},
        {"id": ids[1], "cursor": 1, "push": texts([fine])},
    ]
    one, two = (await mentor.call("POST", "/v1/sync", {"circles": push})).json()["circles"]
    assert (one["id"], name_of(one["problem"]), one["problem"]["now"]) == (ids[0], "clock-skew", NOW_MS)
    assert (two["id"], two["acks"]) == (ids[1], [[2, 2]])
    assert "problem" not in two


async def a_circle_named_twice_is_refused(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    one = {"id": to_base64url(circle.state.chain.circle), "cursor": 0}
    assert await mentor.problem("POST", "/v1/sync", {"circles": [one, one]}) == (400, "bad-request")


async def a_stranger_reads_and_writes_nothing(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    stranger = await house.granted(STRANGER)
    answer = await stranger.sync(circle, 0, circle.edits(STRANGER))
    assert name_of(answer["problem"]) == "not-member"
    assert "rosters" not in answer["problem"]
    assert answer["entries"] == []
    assert answer["acks"] == []


async def a_removed_device_gets_the_rosters_that_removed_it_and_nothing_else(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    parent = await house.signed_in(PARENT)
    late = circle.edits(PARENT)
    removal = circle.change(MENTOR, remove=frozenset({PARENT.id}))
    secret = circle.put(circle.edits(MENTOR))
    assert (await mentor.sync(circle, 3, removal, secret))["epoch"] == 2
    answer = await parent.sync(circle, 3, late)
    assert name_of(answer["problem"]) == "device-removed"
    assert answer["problem"]["rosters"] == texts([removal])
    assert (answer["acks"], answer["entries"]) == ([], [])


async def an_entry_of_an_old_epoch_is_refused(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    late = circle.edits(PUPIL)
    await mentor.sync(circle, 3, circle.change(MENTOR, remove=frozenset({PARENT.id})))
    answer = await pupil.sync(circle, 3, late)
    assert name_of(answer["problem"]) == "epoch-stale"
    assert [seq for seq, _ in answer["entries"]] == [4], "what it lacks comes with the refusal"


async def the_second_of_two_rosters_at_once_is_refused(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    parent = await house.signed_in(PARENT)
    slower = circle.roster(PARENT, RosterWish(add=((public(TABLET), Role.PARENT),))).entry
    await mentor.sync(circle, 3, circle.change(MENTOR, may_self_add=True, expires="2027-07-31"))
    assert await parent.refused(circle, 3, slower) == "roster-stale"


async def a_broken_chain_is_told_the_last_entry(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    last = circle.put(circle.edits(PUPIL))
    await pupil.sync(circle, 3, last)
    fork = circle.edits(PUPIL, edit_by(PUPIL, "other"), n=last.frame.n, prev=last.frame.prev)
    answer = await pupil.sync(circle, 4, fork)
    assert name_of(answer["problem"]) == "chain-stale"
    assert answer["problem"]["last"] == {"n": last.frame.n, "hash": to_base64url(last.hash)}


async def the_entries_before_a_bad_one_stand(house: House) -> None:
    circle = family()
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    good = circle.put(circle.edits(PUPIL))
    answer = await pupil.sync(
        circle, 3, good, circle.edits(PUPIL, ts_ms=NOW_MS + 600_000), circle.edits(PUPIL)
    )
    assert answer["acks"] == [[good.frame.n, 4]]
    assert name_of(answer["problem"]) == "clock-skew"


async def an_entry_that_is_changed_moved_or_somebody_elses_is_refused(house: House) -> None:
    circle, other = family(), founded(PUPIL, seed="another")
    await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    tick = circle.edits(PUPIL)
    for raw in (
        tick.raw[:-1] + bytes([tick.raw[-1] ^ 1]),
        tick.raw[:200] + bytes([tick.raw[200] ^ 1]) + tick.raw[201:],
        circle.edits(PARENT).raw,
        other.edits(PUPIL).raw,
        b"\2" + tick.raw[1:],
        b"",
    ):
        asked = {"id": to_base64url(circle.state.chain.circle), "cursor": 3, "push": [to_base64url(raw)]}
        (one,) = (await pupil.call("POST", "/v1/sync", {"circles": [asked]})).json()["circles"]
        assert name_of(one["problem"]) == "bad-entry"
        assert one["head"] == 3
    too_long = bytes([1]) + bytes(256 * 1024)
    asked["push"] = [to_base64url(too_long)]
    (one,) = (await pupil.call("POST", "/v1/sync", {"circles": [asked]})).json()["circles"]
    assert name_of(one["problem"]) == "too-large"


async def a_circle_nobody_hosts_is_unknown(house: House) -> None:
    pupil = await house.granted(PUPIL)
    assert await pupil.refused(family(), 0) == "unknown-circle"


async def a_circle_that_ran_out_says_so_and_is_deleted(house: House) -> None:
    circle = founded(MENTOR, Role.MENTOR)
    circle.change(MENTOR, expires="2026-12-31")
    mentor = await house.hosted(circle, MENTOR)
    house.clock.ms += 200 * DAY_MS
    await mentor.sign_in()
    assert await mentor.refused(circle, 0) == "circle-expired"
    await house.tidied()
    assert await mentor.refused(circle, 0) == "circle-expired"
    assert await house.count(CircleRow) == 0
    house.clock.ms += 400 * DAY_MS
    await house.tidied()
    assert (await house.count(GoneRow), await house.count(Device)) == (0, 0)


async def a_full_log_takes_rosters_and_no_edits(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    async with house.office.store.writing() as rows:
        (row,) = await rows.find(CircleRow)
        await rows.change([row._replace(size_bytes=HARD_STOP * MOST_BYTES)])
    answer = await mentor.sync(circle, 3, circle.edits(MENTOR))
    assert (name_of(answer["problem"]), answer["compact-please"]) == ("quota", True)
    removal = circle.change(MENTOR, remove=frozenset({PARENT.id}))
    assert (await mentor.sync(circle, 3, removal))["acks"] == [[removal.frame.n, 4]]


async def a_device_that_came_in_by_a_roster_may_sign_in(house: House) -> None:
    circle = founded(MENTOR, Role.MENTOR, ABOUT)
    mentor = await house.hosted(circle, MENTOR)
    assert (await house.phone(TABLET).sign_in(status=401)).json()["title"] == "unauthenticated"
    await mentor.sync(circle, 1, circle.change(MENTOR, add=((public(TABLET), Role.MENTOR),)))
    tablet = await house.signed_in(TABLET)
    assert (await tablet.sync(circle, 0))["head"] == 2


CHECKS = {name: check for name, check in globals().items() if name.startswith(("a_", "an_", "the_"))}
