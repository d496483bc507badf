"""What a circle needs of its endpoint beside rounds: to be hosted, offered again, compacted.

    host      its rosters; where there is a merged state, because an endpoint lost the circle or the planner
              comes from another one or a backup, a fresh snapshot as well
    reoffer   everything this device has, in the old order; the endpoint takes what is valid at its new place
    compact   a snapshot of what was read, by a steward

After the first two the log is read anew. Errors: EndpointError and its kin; those of the vault.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from services.planner.errors import EndpointRefused, VaultDamaged
from services.sync.circle import Circle
from services.sync.circle_problems import SHUT_OUT
from services.sync.circle_turn import Errand
from services.sync.compacting import gone_from, is_due, snapshot_parts, with_sent
from services.sync.endpoint_port import Endpoint
from services.sync.entry import Entry, Last, read_entry
from services.sync.problem import Problem
from services.sync.snapshot_rules import runs
from services.sync.wire import MOST_PUSHED

MOST_ERRANDS: Final = 4
SENT_BYTES: Final = 700_000
"""Units: bytes of entries in one request, which is at most 1 MiB of JSON."""


async def run_errand(circle: Circle, endpoint: Endpoint) -> None:
    """Does what the circle asks for; what the endpoint will not do ends its round."""
    circle.turn.errands += 1
    if circle.turn.errands > MOST_ERRANDS:
        circle.turn.stop("errands")
    try:
        match circle.turn.errand:
            case Errand.HOST:
                await _host(circle, endpoint)
            case Errand.REOFFER:
                await _reoffer(circle, endpoint)
            case Errand.SNAPSHOT:
                await _compact(circle, endpoint)
            case None:
                pass
    except EndpointRefused as refused:
        if (
            circle.turn.errand is Errand.REOFFER
            and refused.problem == Problem.UNKNOWN_CIRCLE
            and circle.is_steward
        ):
            circle.turn.errand = Errand.HOST
        elif circle.turn.errand is Errand.REOFFER and refused.problem in SHUT_OUT:
            circle.turn.offered_again()  # others will offer it; or its rosters show why
        elif circle.turn.errand is Errand.SNAPSHOT:
            circle.turn.errand = None  # another was quicker; the next one is made in a week
        else:
            circle.turn.stop(refused.problem or "refused")


async def _host(circle: Circle, endpoint: Endpoint) -> None:
    store, state = circle.store, circle.store.state
    assert state is not None
    rosters = [kept.raw for kept in store.kept.rosters]
    if state.head == len(rosters) and not store.base:
        await endpoint.host(rosters)
        await store.change(replace(store.kept, place=replace(store.kept.place, is_hosted=True)))
        circle.turn.errand = None
        return
    entries = [read_entry(raw) for raw in rosters]
    lasts = {entry.frame.device: Last(entry.frame.n, entry.hash) for entry in entries}
    builder = replace(circle.builder(), state=replace(state, lasts=lasts))
    parts = await snapshot_parts(builder, len(rosters), lasts, {})
    place = replace(store.kept.place, is_hosted=True)
    await store.change(with_sent(replace(store.kept, place=place), parts))
    await endpoint.host(rosters, [part.raw for part in parts])
    circle.turn.offered_again()


async def _reoffer(circle: Circle, endpoint: Endpoint) -> None:
    store = circle.store
    try:
        raw = await store.raw()
    except VaultDamaged:
        raw = ()
    log = sorted((*store.kept.rosters, *raw))
    for batch in _batches(read_entry(kept.raw) for kept in log):
        await endpoint.reoffer(circle.id, [entry.raw for entry in batch])
    circle.turn.offered_again()


async def _compact(circle: Circle, endpoint: Endpoint) -> None:
    store, state = circle.store, circle.store.state
    assert state is not None
    builder = circle.builder()
    gone = gone_from(store.base, store.kept.gone, builder.now_ms)
    parts = await snapshot_parts(builder, state.head, state.lasts, gone, gone)
    await store.change(with_sent(store.kept, parts))
    for batch in _batches(parts, is_split=True):
        await endpoint.put_snapshot(circle.id, state.head, [part.raw for part in batch])
    circle.turn.go_on()


def should_compact(circle: Circle) -> bool:
    """Whether a snapshot is due now that everything was read."""
    store = circle.store
    if not (circle.is_steward and circle.may_build):
        return False
    odd = store.journal.kept().odd
    return is_due(store.kept, odd, circle.builder().now_ms, is_asked=circle.turn.is_compaction_asked)


def _batches(entries: Iterable[Entry], *, is_split: bool = False) -> Iterator[list[Entry]]:
    """Entries for one request each; the parts of a snapshot together, unless it may be split."""
    batch: list[Entry] = []
    size = 0
    for run in ((entry,) for entry in entries) if is_split else runs(entries):
        more = sum(len(entry.raw) for entry in run)
        if batch and (size + more > SENT_BYTES or len(batch) + len(run) > MOST_PUSHED):
            yield batch
            batch, size = [], 0
        batch += run
        size += more
    if batch:
        yield batch
