"""What a device does about each problem that an endpoint may name; it believes none without proof."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from services.planner.errors import DeviceRemoved, EndpointUnreachable
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.problem import Problem
from services.sync.roster_wish import RosterWish
from services.sync.statement import sign_erase
from services.sync.wire import CircleAnswer, SyncAnswer
from services.sync.wire_form import EraseSent, LastSent, ProblemAnswer, problem_answer
from tests.sync.devices import Phone, all_rounds, family, phone

HOUR = 3_600_000


def says(problem: ProblemAnswer, *, times: int = 1, **other: object) -> Callable[[SyncAnswer], SyncAnswer]:
    """An endpoint that answers so, so many times, and honestly after."""
    left = times

    def lie(answer: SyncAnswer) -> SyncAnswer:
        nonlocal left
        left -= 1
        if left < 0:
            return answer
        circles = [CircleAnswer(id=one.id, problem=problem, **other) for one in answer.circles]
        return answer.model_copy(update={"circles": circles})

    return lie


async def unheard(one: Phone, problem: ProblemAnswer, **other: object) -> None:
    """A round whose every answer is this problem, and nothing that was pushed has arrived."""
    logs = one.endpoint.endpoint.copy()

    def lie(answer: SyncAnswer) -> SyncAnswer:
        one.endpoint.endpoint.logs = {
            id_: replace(log, entries=dict(log.entries)) for id_, log in logs.items()
        }
        return says(problem, **other)(answer)

    one.endpoint.after_answer = lie
    await one.round()
    one.endpoint.come_back()


@pytest.mark.parametrize(
    "problem",
    [
        Problem.EPOCH_STALE,
        Problem.ROSTER_STALE,
        Problem.CLOCK_SKEW,
        Problem.TOO_LARGE,
        Problem.BAD_ENTRY,
        Problem.CHAIN_STALE,
        Problem.QUOTA,
        Problem.RATE,
        Problem.NOT_PERMITTED,
        Problem.BAD_REQUEST,
        Problem.NOT_MEMBER,
        Problem.DEVICE_REMOVED,
        Problem.CIRCLE_ERASED,
        Problem.RESYNC,
        Problem.UNKNOWN_CIRCLE,
    ],
)
def test_whatever_is_said_without_proof_nothing_is_lost_and_the_next_round_goes_on(run, problem) -> None:
    async def story() -> None:
        _, pupil, *others = await family()
        await pupil.write("kept")
        await unheard(pupil, problem_answer(problem))
        assert pupil.read() == "kept"
        assert pupil.here.standing is Standing.LIVE
        assert pupil.here.health().waiting == 1
        assert pupil.here.health().problem
        assert pupil.here.health().is_amber
        await all_rounds(pupil, *others)
        assert {one.read() for one in (pupil, *others)} == {"kept"}
        assert pupil.here.health().waiting == 0
        assert not pupil.here.health().problem

    run(story())


def test_a_problem_that_nobody_knows_yet_ends_the_round_and_nothing_else(run) -> None:
    async def story() -> None:
        _, pupil, *others = await family()
        await pupil.write("kept")
        await unheard(pupil, ProblemAnswer(type="urn:firstbell:problem:new", status=418))
        assert pupil.here.health().problem == "unknown"
        await all_rounds(pupil, *others)
        assert {one.read() for one in others} == {"kept"}

    run(story())


def test_an_edit_made_before_a_rotation_is_sealed_again_after_it(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        pupil.endpoint.is_offline = True
        await pupil.write("before")
        with pytest.raises(EndpointUnreachable):
            await pupil.round()
        await mentor.wish(RosterWish(is_new_epoch=True))
        pupil.endpoint.come_back()
        await all_rounds(pupil, parent, mentor)
        assert {one.read() for one in (pupil, parent, mentor)} == {"before"}
        assert pupil.here.store.keys is not None
        assert max(pupil.here.store.keys.by_epoch) == 2

    run(story())


def test_who_is_removed_keeps_what_it_had_and_reads_nothing_new(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("seen")
        await all_rounds(pupil, parent, mentor)
        await mentor.wish(RosterWish(remove=frozenset({parent.id})))
        await parent.write("unsent")
        await pupil.round()
        await pupil.write("unseen", "woke")
        await pupil.round()
        report = await parent.round()
        assert report.ended == (pupil.here.id,)
        assert parent.here.standing is Standing.REMOVED
        assert (parent.read(), parent.read("woke")) == ("unsent", None)
        assert parent.here.health().waiting == 1
        assert not parent.kept.all(), "its keys are gone"
        await parent.restart()
        assert parent.here.standing is Standing.REMOVED
        before = len(parent.endpoint.requests)
        await parent.round()
        assert len(parent.endpoint.requests) == before, "it asks for nothing more"
        await all_rounds(pupil, mentor)
        assert {one.read("woke") for one in (pupil, mentor)} == {"unseen"}

    run(story())


def test_a_removal_that_the_endpoint_tells_of_as_a_whole_is_proved_too(run) -> None:
    async def story() -> None:
        endpoint, _, parent, mentor = await family()
        await mentor.wish(RosterWish(remove=frozenset({parent.id})))
        rosters = [one.raw for one in endpoint.logs[parent.here.id].entries.values() if one.frame.kind == 2]

        async def refuses(*_: object, **__: object) -> None:
            raise DeviceRemoved(tuple(rosters[-1:]))

        parent.endpoint.heads = refuses  # type: ignore[method-assign,assignment]
        report = await parent.round()
        assert report.ended
        assert parent.here.standing is Standing.REMOVED

    run(story())


def test_a_removal_that_nothing_shows_is_an_alarm_and_an_error(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()

        async def refuses(*_: object, **__: object) -> None:
            raise DeviceRemoved(())

        pupil.endpoint.heads = refuses  # type: ignore[method-assign,assignment]
        with pytest.raises(DeviceRemoved):
            await pupil.round()
        assert pupil.here.standing is Standing.LIVE

    run(story())


def test_an_erased_circle_is_believed_when_a_steward_ordered_it(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        order = await sign_erase(mentor.crypto, mentor.vault.device, mentor.here.id, 20_710)
        await mentor.endpoint.erase(order)
        await pupil.round()
        place = pupil.here.store.kept.place
        assert (place.standing, place.day, place.by) == (Standing.ERASED, 20_710, mentor.id)
        assert not pupil.kept.all()
        forged = await sign_erase(parent.crypto, parent.vault.device, mentor.here.id, 20_710)
        endpoint.erased[mentor.here.id] = EraseSent(
            circle=forged.circle, day=forged.day, by=forged.by, sig=forged.sig
        )
        await parent.round()
        assert parent.here.standing is Standing.LIVE
        assert parent.here.health().alarms == {"erasure": 1}

    run(story())


def test_an_expired_circle_stays_on_the_device(run) -> None:
    async def story() -> None:
        endpoint, pupil, *_ = await family()
        await pupil.write("here")
        endpoint.expired.add(pupil.here.id)
        await pupil.round()
        assert pupil.here.standing is Standing.EXPIRED
        assert pupil.read() == "here"
        assert pupil.kept.all(), "its keys stay"

    run(story())


def test_a_circle_that_its_endpoint_lost_is_hosted_again_by_a_steward(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await pupil.write("one")
        await all_rounds(pupil, parent, mentor)
        await pupil.write("two", "woke")
        endpoint.restore({})
        await pupil.round()
        assert pupil.here.problem
        await all_rounds(mentor, pupil, parent, times=3)
        for one in (pupil, parent, mentor):
            assert (one.read(), one.read("woke")) == ("one", "two")
            assert one.base() == pupil.base()
            assert one.here.standing is Standing.LIVE
        tablet = await phone("tablet", Role.PUPIL, endpoint)
        await pupil.wish(RosterWish(add=((tablet.public, Role.PUPIL),)))
        await tablet.join(pupil)
        await tablet.round()
        assert (tablet.read(), tablet.read("woke")) == ("one", "two")

    run(story())


def test_a_device_whose_keys_somebody_else_uses_stops_and_keeps_what_waits(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        copy = await _copy_of(pupil)
        await pupil.write("by the phone")
        await all_rounds(pupil, parent)
        await copy.write("by the copy", "woke")
        await copy.round()
        assert copy.here.standing is Standing.CLONED
        assert copy.read("woke") == "by the copy"
        assert copy.here.health().waiting == 1
        await all_rounds(pupil, parent, mentor)
        assert {one.read() for one in (pupil, parent, mentor)} == {"by the phone"}
        assert endpoint.logs[pupil.here.id].state.lasts[pupil.id].n == pupil.here.store.kept.own.n

    run(story())


def test_so_does_the_one_that_reads_an_entry_of_its_own_that_it_never_made(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()
        copy = await _copy_of(pupil)
        await copy.write("by the copy")
        await copy.round()
        await copy.round()
        await pupil.round()
        assert pupil.here.standing is Standing.CLONED

    run(story())


def test_chain_stale_with_a_known_last_is_no_clone(run) -> None:
    async def story() -> None:
        _, pupil, *others = await family()
        last = pupil.here.store.kept.log.lasts[pupil.id]
        await pupil.write("kept")
        said = problem_answer(Problem.CHAIN_STALE, last=LastSent(n=last.n, hash=last.hash))
        await unheard(pupil, said)
        assert pupil.here.standing is Standing.LIVE
        await all_rounds(pupil, *others)
        assert {one.read() for one in others} == {"kept"}

    run(story())


def test_a_bad_circle_never_holds_up_another(run) -> None:
    async def story() -> None:
        endpoint, pupil, _, mentor = await family()
        journal = await mentor.vault.add_planner("shared", Role.MENTOR)
        other = await mentor.found_in(journal)
        await mentor.rounds.run([mentor.here, other])
        endpoint.expired.add(other.id)
        await pupil.write("kept")
        await pupil.round()
        await mentor.rounds.run([other, mentor.here])
        assert mentor.read() == "kept"
        assert (other.standing, mentor.here.standing) == (Standing.EXPIRED, Standing.LIVE)

    run(story())


async def _copy_of(one: Phone) -> Phone:
    """The same device again: its disk and its key store were copied."""
    home = replace(one.home, store=type(one.home.memory)(dict(one.home.memory.content_by_name)))
    vault = home.vault()
    await vault.open_()
    copy = Phone(one.name, one.role, home, one.crypto, vault, one.endpoint.endpoint.of(vault.device))
    await copy.restart()
    return copy
