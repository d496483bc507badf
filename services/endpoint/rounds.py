"""POST /v1/sync: a device's new entries go in, what it has not seen comes back, for any number of circles.

A problem with one circle stands in that circle's object; it never stops the others.
"""

from collections.abc import Mapping

from services.endpoint.office import Office
from services.endpoint.pull import Pull, own_time
from services.endpoint.refusal import Refusal
from services.endpoint.rows import Device
from services.endpoint.writer import Push, Pushed, Writer
from services.planner.errors import AuthenticationFailed, HeaderUnknown, InputRejected
from services.sync.entry import Entry, read_entry, verify_entry
from services.sync.log import Refused
from services.sync.problem import Problem
from services.sync.wire import CircleAnswer, CircleRound, SyncAnswer, SyncRequest
from services.sync.wire_form import LastSent, ProblemAnswer, problem_answer


async def sync(office: Office, writer: Writer, caller: Device, asked: SyncRequest) -> SyncAnswer:
    """One round. Errors: Refusal for the request as a whole."""
    office.sync_rate.take(caller.id)
    if len({circle.id for circle in asked.circles}) != len(asked.circles):
        raise Refusal(Problem.BAD_REQUEST, "a circle twice")
    checked = {
        circle.id: await own_entries(office, caller, circle) for circle in asked.circles if circle.push
    }
    entries = {id_: found for id_, (found, _) in checked.items() if found}
    pushed = await writer.push(Push(caller.id, entries)) if entries else {}
    pull = Pull(office, caller, asked.max)
    answers: dict[bytes, CircleAnswer] = {}
    for circle in asked.circles:
        if circle.id in pushed and (answer := _at_its_end(office, circle, pushed[circle.id])):
            answers[circle.id] = answer
    waiting = [circle for circle in asked.circles if circle.id not in answers]
    if waiting:
        acked = {id_: {seq for _, seq in one.acks} for id_, one in pushed.items()}
        answers |= await pull.circles(waiting, acked)
    problems = {id_: problem for id_, (_, problem) in checked.items() if problem}
    return SyncAnswer(
        now=office.now_ms(),
        inc=office.incarnation,
        circles=[_whole(answers[circle.id], pushed, problems) for circle in asked.circles],
    )


async def own_entries(
    office: Office, caller: Device, circle: CircleRound
) -> tuple[list[Entry], ProblemAnswer | None]:
    """The entries up to the first that is not one of the caller's, and what is wrong with that one."""
    entries: list[Entry] = []
    for raw in circle.push:
        try:
            entry = await read_own(office, caller, raw)
        except Refusal as refusal:
            return entries, refusal.answer
        if entry.frame.circle != circle.id:
            return entries, problem_answer(Problem.BAD_ENTRY, "another circle")
        entries.append(entry)
    return entries, None


async def read_own(office: Office, caller: Device, raw: bytes) -> Entry:
    """An entry that the caller signed. Errors: Refusal too-large, bad-entry."""
    try:
        entry = read_entry(raw)
        if entry.frame.device != caller.id:
            raise Refusal(Problem.BAD_ENTRY, "another device")
        await verify_entry(office.crypto, entry, caller.sign)
    except InputRejected as problem:
        if problem.field == "entry_size":
            raise Refusal(Problem.TOO_LARGE) from problem
        raise Refusal(Problem.BAD_ENTRY, problem.note) from problem
    except (HeaderUnknown, AuthenticationFailed) as problem:
        raise Refusal(Problem.BAD_ENTRY, problem.code) from problem
    return entry


def refused_answer(refused: Refused) -> ProblemAnswer:
    """A refusal by the rules of a log, as it is answered."""
    last = LastSent(n=refused.last.n, hash=refused.last.hash) if refused.last else None
    return problem_answer(refused.problem, refused.note, now=refused.now_ms, last=last)


def _at_its_end(office: Office, circle: CircleRound, pushed: Pushed) -> CircleAnswer | None:
    """The answer for a reader who had seen everything and whose entries are now the latest."""
    before, after = pushed.before, pushed.after
    if before is None or after is None or pushed.refused or circle.cursor != before.head:
        return None
    if after.head != before.head + len(pushed.acks):
        return None
    now = own_time(after.time_ms, office.now_ms())
    return CircleAnswer(id=circle.id, now=now, head=after.head, floor=after.floor, epoch=after.epoch)


def _whole(
    answer: CircleAnswer, pushed: Mapping[bytes, Pushed], problems: Mapping[bytes, ProblemAnswer]
) -> CircleAnswer:
    one = pushed.get(answer.id)
    problem = answer.problem
    if problem is None and one is not None and one.refused is not None:
        problem = refused_answer(one.refused)
    problem = problem or problems.get(answer.id)
    return answer.model_copy(update={"acks": one.acks if one else [], "problem": problem})
