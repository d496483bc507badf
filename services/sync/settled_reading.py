"""What reading comes to in the vault: one replacement of what is kept, made inside the flush. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from services.planner.edit import Edit, Wish
from services.planner.merge import RecordKey, Register, Registers
from services.sync.alarm import Alarm
from services.sync.circle_documents import changed_documents
from services.sync.circle_kept import CircleKept, Sent
from services.sync.clocking import HAD_A_STAMP, is_by
from services.sync.entry import Kind, Last
from services.sync.reading import Reader
from services.sync.waiting import Outbox, as_rows
from services.sync.wire_form import LastSent
from services.vault.layout import document_id
from services.vault.settling import Kept, Replacement, Rows
from services.vault.storage import Document

MOST_ODD: Final = 1_000
_KEPT_SENT: Final = 16
_KEPT_ACCEPTED: Final = 64
_NO_FIELDS: Final[Mapping[str, Register]] = {}


@dataclass(frozen=True, slots=True)
class Landed:
    """Own entries that were found in the log: what is left of what was sent, and what leaves the outbox."""

    kept: CircleKept
    wishes: tuple[Rows, ...]
    unknown: tuple[Last, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a base that takes another's place lacks of it."""

    own: Rows
    others: tuple[Edit, ...]
    tampered: int


def landed(kept: CircleKept, own: Iterable[Last], former: Iterable[Last] = ()) -> Landed:
    """What becomes of inflight, and of what was sent, once these own entries stand in the log.

    `former` are by the device that this one was before it got other keys.
    """
    read = tuple(own)
    inflight, sent, roster_wishes = kept.inflight, dict(kept.own.sent), kept.wishes
    wishes = [sent.pop(last.hash).wishes for last in former if last.hash in sent]
    unknown: list[Last] = []
    if not (read or wishes):
        return Landed(kept, (), ())
    for last in read:
        if inflight is not None and inflight.entry.hash == last.hash:
            if inflight.entry.frame.kind is Kind.ROSTER:
                roster_wishes = roster_wishes[1:]
            inflight = None
        elif last.hash in sent:
            wishes.append(sent.pop(last.hash).wishes)
        elif last.hash not in kept.own.accepted:
            unknown.append(last)
    # an entry whose number was passed can stand nowhere any more, unless an endpoint forgets; so some stay
    passed = sorted((one.n, hash_) for hash_, one in sent.items() if read and one.n <= read[-1].n)
    for _, hash_ in passed[:-_KEPT_SENT]:
        del sent[hash_]
    accepted = dict.fromkeys((*kept.own.accepted, *(last.hash for last in read)))
    now = replace(
        kept.own,
        sent=sent,
        n=max([kept.own.n, *(last.n for last in read)]),
        accepted=tuple(accepted)[-_KEPT_ACCEPTED:],
    )
    return Landed(
        replace(kept, inflight=inflight, own=now, wishes=roster_wishes), tuple(wishes), tuple(unknown)
    )


def with_alarms(kept: CircleKept, alarms: Mapping[Alarm, int], dropped: int = 0) -> CircleKept:
    """Counts what adults are told."""
    if not dropped and not any(alarms.values()):
        return kept
    counted = dict(kept.health.alarms)
    for alarm, count in alarms.items():
        if count:
            counted[alarm.value] = counted.get(alarm.value, 0) + count
    health = replace(kept.health, alarms=counted, dropped=kept.health.dropped + dropped)
    return replace(kept, health=health)


def refused(kept: CircleKept) -> tuple[CircleKept, Rows]:
    """What becomes of inflight when it was refused, and the wishes that go back to the outbox."""
    flying = kept.inflight
    if flying is None:
        return kept, {}
    sent = {**kept.own.sent, flying.entry.hash: Sent(flying.entry.frame.n, flying.wishes)}
    return replace(kept, inflight=None, own=replace(kept.own, sent=sent, must_pull=True)), flying.wishes


def is_unknown_last(kept: CircleKept, last: LastSent | None, device: bytes) -> bool:
    """Whether a log holds an entry of this device that it never made: somebody has its keys."""
    if last is None:
        return False
    known = kept.log.lasts.get(device) if kept.log else None
    flying = kept.inflight.entry.hash if kept.inflight else b""
    return last.hash not in {flying, *kept.own.sent, *kept.own.accepted, known.hash if known else b""}


def loss(before: Registers, after: Registers, gone: Iterable[RecordKey], mine: Collection[str]) -> Loss:
    """What was in the base before and is neither in the one after it nor said to be gone."""
    left_out = frozenset(gone)
    own: list[Wish] = []
    others: list[Edit] = []
    tampered = 0
    for key, fields in before.items():
        there = after.get(key, _NO_FIELDS)
        for name, register in fields.items():
            now = there.get(name)
            if now is not None and now.stamp >= register.stamp:
                tampered += now.stamp == register.stamp and now.value != register.value
            elif key not in left_out:
                if is_by(register.stamp, mine):
                    own.append(Wish(key.record, key.type, name, register.value, HAD_A_STAMP, register.stamp))
                else:
                    others.append(Edit(key.record, key.type, name, register.value, register.stamp))
    return Loss(as_rows(own), tuple(others), tampered)


def replacement(
    kept: Kept,
    before: CircleKept,
    after: CircleKept,
    reader: Reader,
    dropped: Iterable[Rows],
    back: Rows,
    *,
    is_whole: bool,
) -> Replacement:
    """What takes the place of what is kept: base, log, entries, and the outbox as it is in this flush."""
    outbox = Outbox(kept.outbox)
    outbox.put_back(back)
    for wishes in dropped:
        outbox.drop(wishes)
    outbox.see(reader.own_stamps)
    keys: Iterable[RecordKey] = reader.base if is_whole else reader.touched
    room = MOST_ODD - (0 if is_whole else len(kept.odd))
    odd = {str(seq): {"why": why.value} for seq, why in list(reader.odd.items())[: max(room, 0)]}
    return Replacement(
        base={document_id(key): _document(reader.base[key]) for key in keys},
        outbox=outbox.changes(),
        meta=changed_documents(before, after),
        odd=odd,
        raw=tuple(reader.raw),
        is_whole=is_whole,
    )


def _document(fields: Mapping[str, Register]) -> Document:
    return {name: [register.value, register.stamp] for name, register in fields.items()}
