"""L7: an endpoint that lies. It is found out or has no effect, and with the truth everybody agrees again."""

from random import Random

import pytest

from services.crypto.device_keys import DeviceKeys
from services.planner.words import Role
from services.sync.alarm import Alarm
from services.sync.chain import Chain
from services.sync.entry import Entry, Frame, Kind, seal_entry, sign_roster
from services.sync.roster_wish import RosterWish
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.hostile_endpoint import (
    HostileEndpoint,
    Lie,
    at_another_time,
    bent,
    dropped,
    in_place_of_the_last,
    numbered_anew,
    replayed,
    swapped,
    with_entry,
    without_end,
)
from tests.simulation.ledger import Place
from tests.simulation.quick_crypto import QuickCrypto
from tests.simulation.said_and_kept import still_held
from tests.simulation.town import TITLE, Town, agreed, told, town
from tests.simulation.world import BEGINNING_MS, World

PICTURE = Place("ann", "s1", "step", "picture")
OTHER = Place("ann", "s2", "step", "title")
TEN_YEARS_MS = 10 * 365 * 24 * 3_600_000
EVERYBODY = ("pupil", "parent", "mentor")


def lied_to(here: Town) -> HostileEndpoint:
    """From now on everybody talks to a liar, who tells the truth until it is given a lie."""
    liar = HostileEndpoint(here.world.endpoint)
    here.world.network.server = liar
    return liar


async def something_new_for_the_pupil(here: Town) -> None:
    """The parent twice and the mentor once."""
    await here.writes("parent", "one")
    await here.syncs("parent")
    await here.writes("mentor", "two", PICTURE)
    await here.syncs("mentor", "parent")
    await here.writes("parent", "three", OTHER)
    await here.syncs("parent")


async def the_truth_heals(here: Town, liar: HostileEndpoint) -> None:
    """Everybody opens the app once more and has one more word to say, and then has all words."""
    liar.lie = None
    for name in EVERYBODY:
        here[name].switch_off()
        await here.world.start(here[name])
        await here.writes(name, here.world.ledger.fresh_value(), Place("ann", "s1", "step", f"by_{name}"))
        await here.syncs(name)
    await here.ends_well()
    agreed(here.world, "ann")
    assert here.sees("pupil", OTHER) == "three"


LIES: dict[str, tuple[Lie, Alarm | None]] = {
    "an entry is left out": (dropped, Alarm.GAP),
    "an entry is left out and the others move up": (numbered_anew, None),
    "two entries have each other's places": (swapped, None),
    "the last entry is said again": (replayed, None),
    "there is more for ever": (without_end, None),
    "another format": (bent(0), None),
    "another kind": (bent(1), None),
    "another circle": (bent(10), None),
    "another device": (bent(25), None),
    "another number": (bent(39), None),
    "another epoch": (bent(43), None),
    "another time": (bent(48), None),
    "another entry before it": (bent(55), None),
    "another roster": (bent(70), None),
    "another text": (bent(150), None),
    "another signature": (bent(-1), None),
    "half an entry": (in_place_of_the_last(lambda raw: raw[: len(raw) // 2]), None),
    "no entry at all": (in_place_of_the_last(lambda raw: b"{}"), None),
    "the year 1970": (at_another_time(0), None),
    "ten years from now": (at_another_time(BEGINNING_MS + TEN_YEARS_MS), None),
}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_takes_nothing_away_and_is_over_when_it_is_over(name: str) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        liar = lied_to(here)
        await something_new_for_the_pupil(here)
        liar.lie, alarm = LIES[name]
        await here.writes("pupil", "said to a liar", TITLE)
        await here.syncs("pupil", "pupil")
        assert liar.lies_told
        assert here.sees("pupil") == "said to a liar"
        assert {here.sees("pupil", place) for place in (PICTURE, OTHER)} <= {None, "two", "three"}
        assert alarm is None or alarm in here["pupil"].app.circle("ann").health().alarms
        await the_truth_heals(here, liar)
        assert here.sees("mentor") == "said to a liar"

    told(story)


def test_an_entry_that_is_left_out_for_good_shows_when_its_device_speaks_again() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        liar = lied_to(here)
        await something_new_for_the_pupil(here)
        liar.lie = numbered_anew
        await here.syncs("pupil")
        liar.lie = None
        await here.writes("parent", "four")
        await here.syncs("parent", "pupil")
        assert Alarm.FORK in here["pupil"].app.circle("ann").health().alarms
        await the_truth_heals(here, liar)

    told(story)


def test_a_removal_that_is_kept_from_a_device_shows_with_the_first_entry_after_it() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        liar = lied_to(here)
        mentor = here["mentor"]
        await mentor.do(mentor.app.remove("ann", here["parent"].device_id))
        here.ann.removed.add("parent")
        await here.writes("mentor", "of the new epoch", OTHER)
        await here.syncs("mentor")
        liar.lie = numbered_anew  # the roster is the first that the pupil has not seen
        await here.syncs("pupil")
        assert here.sees("pupil", OTHER) is None, "its key came with the roster"
        assert Alarm.WITHHELD in here["pupil"].app.circle("ann").health().alarms
        liar.lie = None
        await here.writes("mentor", "three", OTHER)
        await here.syncs("mentor", "pupil")
        assert here.sees("pupil", OTHER) == "three"
        await here.ends_well()

    told(story)


def forged(world: World, chain: Chain, keys: DeviceKeys, kind: Kind) -> Frame:
    return Frame(kind, chain.circle, keys.id, 1, chain.epoch, world.true_ms(), bytes(16), chain.hash)


async def an_invented_roster(here: Town, stranger: DeviceKeys) -> Entry:
    """The latest roster with one member more, signed by the one it adds."""
    world, chain = here.world, here["pupil"].app.circle("ann").store.state.chain
    crypto = QuickCrypto(world.random.randbytes, world.book)
    text = chain.roster.to_text()
    return await sign_roster(crypto, stranger, forged(world, chain, stranger, Kind.ROSTER), text)


async def invented_edits(here: Town, stranger: DeviceKeys) -> Entry:
    """Edits of nobody, under a key of its own."""
    world, chain = here.world, here["pupil"].app.circle("ann").store.state.chain
    crypto = QuickCrypto(world.random.randbytes, world.book)
    frame = forged(world, chain, stranger, Kind.EDITS)
    return await seal_entry(crypto, stranger, frame, bytes(32), b'{"edits":[]}')


@pytest.mark.parametrize("make", [an_invented_roster, invented_edits])
def test_a_member_that_the_endpoint_invents_is_believed_by_nobody(make: object) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        liar = lied_to(here)
        await something_new_for_the_pupil(here)
        stranger = here.world.phone("stranger", Role.MENTOR)
        await here.world.start(stranger)
        assert stranger.keys is not None
        members = dict(here["pupil"].app.circle("ann").store.state.chain.roster.members)
        entry = await make(here, stranger.keys)  # type: ignore[operator]
        stranger.is_gone = True
        liar.lie = with_entry(entry.raw)
        await here.syncs("pupil")
        assert liar.lies_told
        assert here["pupil"].app.circle("ann").store.state.chain.roster.members == members
        assert here["pupil"].app.circle("ann").health().is_amber
        await the_truth_heals(here, liar)

    told(story)


def test_an_entry_of_another_circle_is_taken_by_nobody() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        other = await town(*EVERYBODY, seed=1)
        await other.writes("parent", "of another family")
        await other.syncs("parent")
        elsewhere = other.world.observer.lineages[other.ann.id or b""].log[-1].entry
        liar = lied_to(here)
        await something_new_for_the_pupil(here)
        liar.lie = with_entry(elsewhere.raw)
        await here.syncs("pupil")
        assert here.sees("pupil") != "of another family"
        await the_truth_heals(here, liar)

    told(story)


def test_two_groups_that_were_kept_apart_find_out_when_they_meet_and_lose_nothing() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        world = here.world
        fork = EndpointHere(world.true_ms, world.random.randbytes, world.book)
        await fork.restore(world.endpoint.copy(), is_said=False)
        world.network.server = fork
        await here.writes("pupil", "said apart", PICTURE)
        await here.syncs("pupil")
        await here.writes("pupil", "and again", TITLE)
        await here.syncs("pupil")
        world.network.server = world.endpoint
        await here.writes("parent", "three", OTHER)
        await here.syncs("parent")
        await here.writes("parent", "meanwhile", Place("ann", "s2", "step", "picture"))
        await here.syncs("parent", "mentor", "pupil")
        await here.writes("parent", "once more", Place("ann", "s2", "step", "picture"))
        await here.syncs("parent", "pupil")
        assert Alarm.FORK in here["pupil"].app.circle("ann").health().alarms
        await here.ends_well()
        agreed(world, "ann")
        assert (here.sees("mentor", PICTURE), here.sees("mentor")) == ("said apart", "and again")
        assert here.sees("pupil", OTHER) == "three"

    told(story)


@pytest.mark.parametrize("years", [10, -10])
def test_an_endpoint_whose_clock_is_ten_years_off_loses_nothing_and_later_words_still_win(years: int) -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        endpoint, true_ms = here.world.endpoint, here.world.true_ms
        endpoint._now_ms = lambda: true_ms() + years * TEN_YEARS_MS // 10
        await endpoint.open()
        await here.writes("pupil", "under a wrong clock")
        await here.syncs(*EVERYBODY)
        endpoint._now_ms = true_ms
        await endpoint.open()
        await here.writes("parent", "under a right one")
        await here.syncs(*EVERYBODY, *EVERYBODY)
        assert {here.sees(name) for name in EVERYBODY} == {"under a right one"}
        await here.ends_well()

    told(story)


def test_a_key_that_is_changed_in_a_roster_opens_nothing_and_is_no_roster() -> None:
    async def story() -> None:
        here = await town(*EVERYBODY)
        liar = lied_to(here)
        mentor = here["mentor"]
        await mentor.do(mentor.app.wish("ann", RosterWish(is_new_epoch=True)))
        epoch = here["pupil"].app.circle("ann").store.state.chain.epoch
        liar.lie = in_place_of_the_last(lambda raw: raw.replace(b'"key":"', b'"key":"A', 1))
        await here.syncs("pupil")
        assert here["pupil"].app.circle("ann").store.state.chain.epoch == epoch
        await here.writes("mentor", "three", OTHER)
        await here.syncs("mentor")
        await the_truth_heals(here, liar)

    told(story)


SCHEDULES, EACH = 5, 20


@pytest.mark.parametrize("bundle", range(SCHEDULES))
def test_after_any_number_of_lies_in_any_order_everybody_agrees(bundle: int) -> None:
    for seed in range(bundle * EACH, (bundle + 1) * EACH):
        told(lambda seed=seed: _lies_at_random(seed))  # type: ignore[misc]


async def _lies_at_random(seed: int) -> None:
    here = await town(*EVERYBODY, seed=seed)
    liar, random = lied_to(here), Random(f"{seed} lies")  # noqa: S311  a seed gives the same lies again
    lies = [lie for lie, _ in LIES.values()]
    try:
        for _ in range(30):
            liar.lie = random.choice([None, None, *lies])
            name = random.choice(EVERYBODY)
            if random.random() < 0.6:
                place = random.choice((TITLE, PICTURE, OTHER))
                await here.writes(name, here.world.ledger.fresh_value(), place)
            await here.syncs(name)
            still_held(here.world, name)
        liar.lie = None
        await here.syncs(*EVERYBODY)
        await here.writes("mentor", "three", OTHER)
        await the_truth_heals(here, liar)
    except BaseException as broken:
        broken.add_note(f"seed {seed}; the last of what happened:\n" + "\n".join(here.world.trace[-60:]))
        raise
