"""L8: a member's device with a program of its own. What it may not say nobody takes, and nothing stalls."""

import json
from collections.abc import Callable, Sequence

import pytest

from services.planner import stamp
from services.planner.canonical import Value
from services.sync.alarm import Alarm
from services.sync.content import MOST_EDITS
from services.sync.entry import Kind
from services.sync.problem import Problem
from tests.simulation.hostile_member import HostileMember
from tests.simulation.ledger import Place
from tests.simulation.town import TITLE, Town, agreed, told, town

pytestmark = pytest.mark.feature("S5")
EVERYBODY = ("pupil", "parent", "mentor")
HOUR_MS = 3_600_000
TEN_YEARS_MS = 10 * 365 * 24 * HOUR_MS
OTHER = Place("ann", "s2", "step", "title")
STRANGER = "ffffffff"


def at(here: Town, name: str, ms: int = 0, counter: int = 0) -> str:
    """A stamp of somebody, so long after now."""
    return stamp.make(here.world.true_ms() + ms, counter, here[name].device_id.hex())


def member(here: Town, name: str = "parent") -> HostileMember:
    """The program that somebody has put in the app's place."""
    here[name].switch_off()
    here[name].is_gone = True
    here.ann.removed.add(name)
    keys = here[name].keys
    assert keys is not None
    return HostileMember(here.world, "ann", keys)


async def the_others_go_on(here: Town, *others: str) -> None:
    """Everybody else says something, and has the same."""
    for name in others:
        await here.writes(name, f"still said by {name}", Place("ann", "s2", "step", f"by_{name}"))
        await here.syncs(name)
    await here.ends_well()
    agreed(here.world, "ann")


Made = Callable[[Town], Sequence[Sequence[Value]]]

FORBIDDEN: dict[str, Made] = {
    "a mark of the register": lambda here: [["m1", "mark", "am", "L", at(here, "parent")]],
    "the pupil's agreement": lambda here: [["t1", "target", "agreed", True, at(here, "parent")]],
    "the words of a target": lambda here: [["t1", "target", "words", "obey", at(here, "parent")]],
    "who somebody else is": lambda here: [
        [f"who:{here['pupil'].device_id.hex()}", "who", "name", "Nobody", at(here, "parent")]
    ],
    "a rating in another's voice": lambda here: [
        ["rating:t1:pupil:p1:2026-09-14", "rating", "score", 0, at(here, "parent")]
    ],
    "the switch that lets adults tick": lambda here: [
        ["pref", "pref", "adult_ticks", True, at(here, "parent")]
    ],
    "a tick while adults may not tick": lambda here: [
        ["day:2026-09-14", "day", "t.s1", ["done", "p"], at(here, "parent")]
    ],
    "the size of a hard day": lambda here: [["day:2026-09-14", "day", "size.r1", "tiny", at(here, "parent")]],
    "that a day is deleted": lambda here: [["day:2026-09-14", "day", "_del", True, at(here, "parent")]],
    "something private": lambda here: [["w1", "worry", "words", "made up", at(here, "parent")]],
    "a value of another form": lambda here: [["s1", "step", "minutes", "many", at(here, "parent")]],
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_a_member_may_not_write_nobody_takes_and_adults_can_see_that_it_was_tried(name: str) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        edits = FORBIDDEN[name](here)
        beside = ["s1", "step", "title", "said beside it", at(here, "parent")]
        answer = await hostile.send_edits(*edits, beside)
        assert answer.acks, "the endpoint cannot know"
        await here.syncs("pupil", "mentor")
        for person in ("pupil", "mentor"):
            health = here[person].app.circle("ann").health()
            assert health.dropped == 1
            record, kind, field, *_ = (str(part) for part in edits[0])
            assert here.sees(person, Place("ann", record, kind, field)) is None
            assert here.sees(person) == "said beside it", "what is allowed counts"
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


def a_deep_value(_: Town) -> bytes:
    return b'{"edits":[["s1","step","title",' + b"[" * 60 + b"]" * 60 + b',"' + b"0" * 24 + b'"]]}'


NONSENSE: dict[str, Callable[[Town], bytes]] = {
    "no JSON": lambda here: b"\xff\xfe not JSON",
    "nothing": lambda here: b"",
    "another shape": lambda here: b'{"edits":{}}',
    "one key more": lambda here: b'{"edits":[],"more":1}',
    "a number that is none": lambda here: b'{"edits":[["s1","step","title",NaN,"0"]]}',
    "a key twice": lambda here: b'{"edits":[],"edits":[]}',
    "very deep": a_deep_value,
    "too many edits": lambda here: json.dumps(
        {
            "edits": [
                ["s1", "step", f"f{i}", 1, at(here, "parent", counter=i % 9)] for i in range(MOST_EDITS + 1)
            ]
        },
        separators=(",", ":"),
        sort_keys=True,
    ).encode(),
    "a very long value": lambda here: json.dumps(
        {"edits": [["s1", "step", "title", "x" * 9_000, at(here, "parent")]]},
        separators=(",", ":"),
    ).encode(),
    "a stamp of tomorrow": lambda here: json.dumps(
        {"edits": [["s1", "step", "title", "tomorrow", at(here, "parent", 24 * HOUR_MS)]]},
        separators=(",", ":"),
    ).encode(),
    "another's stamp": lambda here: json.dumps(
        {"edits": [["s1", "step", "title", "by the pupil", at(here, "pupil")]]}, separators=(",", ":")
    ).encode(),
    "a stamp of nobody": lambda here: json.dumps(
        {"edits": [["s1", "step", "title", "by nobody", stamp.make(here.world.true_ms(), 0, STRANGER)]]},
        separators=(",", ":"),
    ).encode(),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_an_entry_of_nonsense_is_set_aside_alone(name: str) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        await here.writes("pupil", "said before")
        await here.syncs(*EVERYBODY)
        hostile = member(here)
        answer = await hostile.send_text(NONSENSE[name](here))
        assert answer.acks
        await hostile.send_edits(["s2", "step", "title", "in order again", at(here, "parent")])
        await here.syncs("pupil", "mentor")
        for person in ("pupil", "mentor"):
            health = here[person].app.circle("ann").health()
            assert health.odd == 1 or health.dropped == 1
            assert health.is_amber or health.dropped
            assert (here.sees(person), here.sees(person, OTHER)) == ("said before", "in order again")
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://example.org","look")',
        "<script>alert(1)</script>",
        "\u202egnirts",
        "'; DROP TABLE x",
    ],
)
def test_text_is_text_whatever_it_says(text: str) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        await hostile.send_edits(["s1", "step", "title", text, at(here, "parent")])
        await here.syncs("pupil", "mentor")
        assert here.sees("pupil") == here.sees("mentor") == text
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


def test_an_entry_under_another_key_is_set_aside() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        entry = await hostile.sealed(b'{"edits":[]}', key=bytes(32))
        assert (await hostile.send(entry)).acks
        await here.syncs("pupil", "mentor")
        assert here["pupil"].app.circle("ann").health().odd == 1
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


@pytest.mark.parametrize("ms", [-TEN_YEARS_MS, -HOUR_MS])
def test_a_stamp_of_long_ago_is_a_word_of_long_ago(ms: int) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        await here.writes("pupil", "said before")
        await here.syncs(*EVERYBODY)
        hostile = member(here)
        await hostile.send_edits(["s1", "step", "title", "of long ago", at(here, "parent", ms)])
        await here.syncs("pupil", "mentor")
        assert here.sees("pupil") == here.sees("mentor") == "said before"
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


def test_an_entry_of_the_future_is_refused_by_the_endpoint() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        later = here.world.true_ms() + TEN_YEARS_MS
        answer = await hostile.send_edits(
            ["s1", "step", "title", "for ever", at(here, "parent", TEN_YEARS_MS)], ts_ms=later
        )
        assert not answer.acks
        assert answer.problem is not None
        assert answer.problem.problem is Problem.CLOCK_SKEW
        await here.writes("pupil", "still mine")
        await the_others_go_on(here, "pupil", "mentor")
        assert here.sees("mentor") == "still mine"

    told(story)


def test_time_cannot_be_pushed_on_little_by_little() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        ahead = 0
        for step in range(1, 30):
            ts_ms = here.world.true_ms() + step * 4 * 60_000
            answer = await hostile.send_text(b'{"edits":[]}', ts_ms=ts_ms)
            ahead = step if answer.acks else ahead
        assert ahead == 1, "five minutes ahead of the clock, and no further"
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


def test_a_snapshot_by_who_may_make_none_is_refused() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        text = b'{"edits":[],"snap":{"covers":1,"gone":[],"heads":{},"of":1,"part":1}}'
        answer = await hostile.send_text(text, kind=Kind.SNAPSHOT)
        assert not answer.acks
        await the_others_go_on(here, "pupil", "mentor")

    told(story)


def test_a_steward_who_leaves_words_out_of_a_snapshot_is_seen_and_the_words_come_back() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        await here.writes("pupil", "to be left out")
        await here.writes("parent", "left out too", OTHER)
        await here.syncs("pupil", "parent", *EVERYBODY)
        hostile = member(here, "mentor")
        lineage = here.world.observer.lineages[here.ann.id or b""]
        covers = lineage.head
        snap = {"covers": covers, "gone": [], "heads": {}, "of": 1, "part": 1}
        text = json.dumps({"edits": [], "snap": snap}, separators=(",", ":"), sort_keys=True).encode()
        part = await hostile.sealed(text, kind=Kind.SNAPSHOT)
        await hostile.put_snapshot(covers, part)
        await here.syncs("pupil", "parent", "pupil", "parent")
        assert Alarm.SNAPSHOT in here["pupil"].app.circle("ann").health().alarms
        await the_others_go_on(here, "pupil", "parent")
        assert here.sees("parent") == "to be left out"
        assert here.sees("pupil", OTHER) == "left out too"

    told(story)


def test_a_member_that_forks_its_own_chain_is_refused_by_the_endpoint() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        hostile = member(here)
        one = await hostile.sealed(b'{"edits":[]}')
        other = await hostile.sealed(
            b'{"edits":[["s1","step","title","forked","' + at(here, "parent").encode() + b'"]]}'
        )
        assert (await hostile.send(one)).acks
        answer = await hostile.send(other)
        assert not answer.acks
        assert answer.problem is not None
        assert answer.problem.problem is Problem.CHAIN_STALE
        await the_others_go_on(here, "pupil", "mentor")
        assert here.sees("pupil", TITLE) is None

    told(story)
