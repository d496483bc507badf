"""POST /v1/circles and its reoffer: a log comes here, whole, or again after the endpoint lost some.

Who may host: a device that came with a grant, as many circles as its organisation has left; a member of a
circle that is here, some of its own, for the same organisation. The same call rebuilds a lost circle.
"""

from collections.abc import Sequence

from services.endpoint.circles import Held, Tray, found_circle, hold
from services.endpoint.days import day_number
from services.endpoint.office import Office
from services.endpoint.pull import gone_answer
from services.endpoint.refusal import Refusal
from services.endpoint.rows import CircleRow, Device, GoneRow, MemberRow, Org, Rows
from services.planner.errors import AuthenticationFailed, HeaderUnknown, InputRejected, NotPermitted
from services.planner.reading import as_day
from services.sync import chain as chains
from services.sync.chain import Chain, signer_key
from services.sync.entry import Entry, read_entry, verify_entry
from services.sync.log import AHEAD_MS, Accepted, Known, LogState
from services.sync.problem import Problem
from services.sync.roster import Roster
from services.sync.snapshot_rules import judge_run, runs, upload
from services.sync.wire import MOST_PUSHED, HostAnswer, HostRequest, ReofferAnswer, ReofferRequest


async def host(office: Office, caller: Device, asked: HostRequest) -> HostAnswer:
    """The circle is here now, or was already. Errors: Refusal."""
    office.host_rate.take(caller.id)
    state, log = await _uploaded(office, asked)
    circle, roster = state.chain.circle, state.chain.roster
    if caller.id not in roster.members:
        raise Refusal(Problem.NOT_MEMBER)
    is_steward = caller.id in roster.stewards
    if not is_steward and state.time_ms > office.now_ms() + AHEAD_MS:
        raise Refusal(Problem.CLOCK_SKEW, now=office.now_ms())
    async with office.store.writing() as rows:
        held = (await hold(rows, office.chains, [circle])).get(circle)
        if held is not None:
            if not held.has(caller.id):
                raise Refusal(Problem.NOT_MEMBER)
            return _stands(held.row)
        gone = await rows.find(GoneRow, circle=circle)
        if gone and (gone[0].by or not _runs_on(roster, office.today)):
            raise Refusal(gone_answer(gone))
        org = await _org_for(office, rows, caller)
        await rows.remove(GoneRow, circle=circle)
        row = await found_circle(rows, state, log, org, caller.id, office.today)
    office.bell.ring(roster.members)
    return _stands(row)


async def reoffer(office: Office, caller: Device, circle: bytes, asked: ReofferRequest) -> ReofferAnswer:
    """Appends what is valid at its new place; skips what is here, and what is not valid. Errors: Refusal."""
    office.host_rate.take(caller.id)
    if len(asked.entries) > MOST_PUSHED:
        raise Refusal(Problem.TOO_LARGE, "entries")
    offered = [entry for raw in asked.entries if (entry := _read(raw))]
    async with office.store.writing() as rows:
        tray = await tray_for(office, rows, caller, circle)
        known = await tray.known(circle, offered)
        taken = 0
        for run in runs(offered):
            taken += await _offer(office, tray, caller, circle, run, known)
        await tray.write()
    tray.remember()
    office.bell.ring(tray.news())
    return ReofferAnswer(taken=taken, head=tray.held[circle].row.head)


async def tray_for(office: Office, rows: Rows, caller: Device, circle: bytes) -> Tray:
    """A tray with one circle that the caller reads. Errors: Refusal."""
    held = await hold(rows, office.chains, [circle])
    if circle not in held:
        raise Refusal(gone_answer(await rows.find(GoneRow, circle=circle)))
    if not held[circle].has(caller.id):
        raise Refusal(Problem.NOT_MEMBER)
    return Tray(rows, office.chains, held, office.today)


async def _offer(
    office: Office, tray: Tray, caller: Device, circle: bytes, run: Sequence[Entry], known: dict[bytes, int]
) -> int:
    held = tray.held[circle]
    is_steward = caller.id in held.state.chain.roster.stewards
    if any(entry.hash in known for entry in run) or not await _are_signed(office, held, run):
        return 0
    match judge_run(held.state, run, None if is_steward else office.now_ms(), known):
        case Accepted(after, _):
            tray.accept(circle, after, run)
            return len(run)
        case Known():
            return 0
    return 0


async def _are_signed(office: Office, held: Held, run: Sequence[Entry]) -> bool:
    try:
        for entry in run:
            await verify_entry(office.crypto, entry, signer_key(held.state.chain, entry))
    except (AuthenticationFailed, NotPermitted):
        return False
    return True


async def _uploaded(office: Office, asked: HostRequest) -> tuple[LogState, tuple[Entry, ...]]:
    chain: Chain | None = None
    try:
        rosters = [read_entry(raw) for raw in asked.rosters]
        entries = [read_entry(raw) for raw in asked.entries]
        for roster in rosters:
            await verify_entry(office.crypto, roster, signer_key(chain, roster))
            chain = chains.follow(chain, roster) if chain else chains.begin(roster)
        for entry in entries:
            await verify_entry(office.crypto, entry, signer_key(chain, entry))
        return upload(rosters, entries)
    except (AuthenticationFailed, HeaderUnknown, InputRejected, NotPermitted) as problem:
        raise Refusal(Problem.BAD_ENTRY, problem.code) from problem


def _read(raw: bytes) -> Entry | None:
    try:
        return read_entry(raw)
    except (HeaderUnknown, InputRejected):
        return None


def _runs_on(roster: Roster, today: int) -> bool:
    expires = as_day(roster.expires)
    return expires is None or day_number(expires) >= today


async def _org_for(office: Office, rows: Rows, caller: Device) -> str:
    org = caller.org
    if org is None:
        member = next((one for one in await rows.find(MemberRow, device=caller.id) if not one.is_left), None)
        if member is None:
            raise Refusal(Problem.NOT_PERMITTED, "no grant, and no circle here")
        org = (await rows.find(CircleRow, id=member.circle))[0].org
        if await rows.count(CircleRow, host=caller.id) >= office.settings.hosted_each_device:
            raise Refusal(Problem.QUOTA)
    (kept,) = await rows.find(Org, name=org)
    if await rows.count(CircleRow, org=org) >= kept.most_circles:
        raise Refusal(Problem.QUOTA)
    return org


def _stands(row: CircleRow) -> HostAnswer:
    return HostAnswer(id=row.id, head=row.head, floor=row.floor)
