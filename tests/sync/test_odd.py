"""What a hostile member or endpoint puts into a log: set aside and counted, and reading goes on."""

from dataclasses import replace

import pytest

from services.crypto.padding import pad_entry
from services.crypto.seal import seal
from services.planner.edit import Edit
from services.planner.ids import RecordId
from services.planner.stamp import make
from services.sync.circle_kept import Standing
from services.sync.content import Content
from services.sync.entry import Entry, Frame, Kind, Last, seal_entry
from services.sync.roster_wish import RosterWish
from services.sync.wire import SyncAnswer
from tests.sync.circle import STRANGER
from tests.sync.devices import Phone, all_rounds, family


def frame_of(one: Phone, **other: object) -> Frame:
    """The frame of this device's next honest entry."""
    state = one.endpoint.endpoint.logs[one.here.id].state
    last = state.lasts.get(one.id, Last(0, bytes(16)))
    ts_ms = one.endpoint.endpoint.now_ms()
    chain = state.chain
    usual = Frame(Kind.EDITS, chain.circle, one.id, last.n + 1, chain.epoch, ts_ms, last.hash, chain.hash)
    return usual._replace(**other)


async def sealed(one: Phone, text: bytes, **other: object) -> Entry:
    keys = one.here.store.keys
    assert keys is not None
    device = other.pop("device_keys", one.vault.device)
    return await seal_entry(one.crypto, device, frame_of(one, **other), keys.current, text)  # type: ignore[arg-type]


def edit(one: Phone, value: object = "bad", **other: object) -> Edit:
    ms = one.endpoint.endpoint.now_ms()
    usual = Edit(RecordId("day:2026-09-14"), "day", "bed", value, make(ms, 0, one.vault.device_hex))  # type: ignore[arg-type]
    return replace(usual, **other)  # type: ignore[arg-type]


async def by_a_stranger(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), device=STRANGER.id, device_keys=STRANGER)).raw


async def under_another_name(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), device_keys=STRANGER)).raw


async def changed_on_the_way(one: Phone) -> bytes:
    raw = bytearray((await sealed(one, Content((edit(one),)).to_text())).raw)
    raw[200] ^= 1
    return bytes(raw)


async def of_another_circle(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), circle=bytes(16))).raw


async def of_another_epoch(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), epoch=7)).raw


async def with_an_old_number(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), n=1)).raw


async def with_another_past(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), prev=b"x" * 16)).raw


async def under_an_unknown_roster(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one),)).to_text(), roster=b"y" * 16)).raw


async def no_json(one: Phone) -> bytes:
    return (await sealed(one, b"\xff not json")).raw


async def in_another_name(one: Phone) -> bytes:
    return (await sealed(one, Content((edit(one, stamp=make(5, 0, "0" * 8)),)).to_text())).raw


async def from_the_future(one: Phone) -> bytes:
    ms = one.endpoint.endpoint.now_ms() + 10
    return (await sealed(one, Content((edit(one, stamp=make(ms, 0, one.vault.device_hex)),)).to_text())).raw


async def under_another_key(one: Phone) -> bytes:
    frame = frame_of(one)
    header = frame.to_wire()
    body = await seal(one.crypto, b"k" * 32, "entry", header, pad_entry(Content((edit(one),)).to_text()))
    signed = header + body
    return signed + await one.crypto.ed25519_sign(one.vault.device.sign.seed, b"fb1 sig entry\0" + signed)


async def no_form(one: Phone) -> bytes:
    return b"\1" + bytes(300) + one.id


async def of_a_newer_app(one: Phone) -> bytes:
    return b"\2" + bytes(300) + one.id


async def a_part_by_no_steward(one: Phone) -> bytes:
    return (await sealed(one, Content(()).to_text(), kind=Kind.SNAPSHOT, is_last_part=True)).raw


WHY = {
    by_a_stranger: "signer",
    under_another_name: "signature",
    changed_on_the_way: "signature",
    of_another_circle: "place",
    of_another_epoch: "place",
    with_an_old_number: "place",
    with_another_past: "place",
    under_an_unknown_roster: "place",
    no_json: "content",
    in_another_name: "content",
    from_the_future: "content",
    under_another_key: "key",
    no_form: "form",
    of_a_newer_app: "newer",
    a_part_by_no_steward: "place",
}
ALARMS = {
    with_an_old_number: "fork",
    with_another_past: "fork",
    under_an_unknown_roster: "withheld",
    of_another_epoch: "withheld",
}


@pytest.mark.parametrize("make_bad", list(WHY))
def test_a_bad_entry_is_set_aside_and_what_follows_is_read(run, make_bad) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        bad = await make_bad(parent)
        await _read_by(pupil, bad)
        assert pupil.read() is None
        assert pupil.journal.kept().odd == {str(pupil.here.head): {"why": WHY[make_bad]}}
        assert pupil.here.health().alarms == ({ALARMS[make_bad]: 1} if make_bad in ALARMS else {})
        assert pupil.here.health().is_amber
        assert pupil.here.standing is Standing.LIVE
        good = await sealed(mentor, Content((edit(mentor, "good"),)).to_text())
        await _read_by(pupil, good.raw)
        assert pupil.read() == "good"
        await pupil.restart()
        assert pupil.here.health().odd == 1

    run(story())


def test_the_very_same_bytes_again_are_no_alarm(run) -> None:
    async def story() -> None:
        _, pupil, parent, _ = await family()
        good = await sealed(parent, Content((edit(parent, "good"),)).to_text())
        await _read_by(pupil, good.raw)
        await _read_by(pupil, good.raw)
        assert pupil.read() == "good"
        assert not pupil.here.health().alarms
        assert pupil.here.health().odd == 1, "no honest log has an entry twice"

    run(story())


def test_a_bad_roster_is_set_aside(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        good = await mentor.here.builder().roster(RosterWish(remove=frozenset({parent.id})))
        raw = bytearray(good.entry.raw)
        raw[-1] ^= 1
        await _read_by(pupil, bytes(raw))
        assert len(pupil.here.store.state.chain.roster.members) == 3
        await _read_by(pupil, good.entry.raw)
        assert len(pupil.here.store.state.chain.roster.members) == 2
        assert pupil.here.health().odd == 1

    run(story())


def test_equal_stamps_with_different_values_are_an_alarm_and_all_agree(run) -> None:
    async def story() -> None:
        for values in (("a", "b"), ("b", "a")):
            _, pupil, parent, _ = await family()
            first = await sealed(parent, Content((edit(parent, values[0]),)).to_text())
            await _read_by(pupil, first.raw)
            second = await sealed(
                parent, Content((edit(parent, values[1]),)).to_text(), n=first.frame.n + 1, prev=first.hash
            )
            await _read_by(pupil, second.raw)
            assert pupil.read() == "b"
            assert pupil.here.health().alarms == {"tampered": 1}

    run(story())


def test_an_endpoint_that_leaves_a_number_out_is_an_alarm_and_the_cursor_waits(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await parent.write("one")
        await parent.round()
        await parent.write("two", "woke")
        await parent.round()
        head = pupil.here.head

        def withhold(answer: SyncAnswer) -> SyncAnswer:
            circles = [one.model_copy(update={"entries": one.entries[1:]}) for one in answer.circles]
            return answer.model_copy(update={"circles": circles})

        pupil.endpoint.after_answer = withhold
        await pupil.round()
        assert (pupil.here.head, pupil.here.problem) == (head, "gap")
        assert pupil.here.health().alarms == {"gap": 1}
        pupil.endpoint.come_back()
        await all_rounds(pupil, mentor)
        assert (pupil.read(), pupil.read("woke")) == ("one", "two")

    run(story())


def test_at_most_a_thousand_odd_entries_are_remembered(run) -> None:
    async def story() -> None:
        _, pupil, parent, _ = await family()
        await _read_by(pupil, *[await no_form(parent)] * 1_100)
        assert pupil.here.health().odd == 1_000
        await _read_by(pupil, (await sealed(parent, Content((edit(parent, "good"),)).to_text())).raw)
        assert pupil.read() == "good"

    run(story())


async def _read_by(one: Phone, *raws: bytes) -> None:
    """An endpoint gives these out as the next ones, to whoever asks, from wherever it asks."""
    head = one.here.head
    told = one.endpoint.__dict__.setdefault("told", {})
    told.update({head + number: raw for number, raw in enumerate(raws, 1)})

    def with_them(answer: SyncAnswer) -> SyncAnswer:
        circles = [
            answer_.model_copy(
                update={"entries": [*answer_.entries, *told.items()], "head": head + len(raws)}
            )
            for answer_ in answer.circles
        ]
        return answer.model_copy(update={"circles": circles})

    one.endpoint.after_answer = with_them
    one.here.turn.is_compaction_asked = True  # a look at the heads would not be enough
    await one.round()
    one.endpoint.come_back()
