"""What a device does about each problem that an endpoint may name; it believes none without proof."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from services.planner.errors import EndpointUnreachable
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.problem import Problem
from services.sync.roster_wish import RosterWish
from services.sync.wire import CircleAnswer, SyncAnswer
from services.sync.wire_form import LastSent, ProblemAnswer, problem_answer
from tests.sync.devices import Phone, all_rounds, family, phone


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
