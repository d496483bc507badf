"""What a device keeps of a circle, as documents in the `meta` table of its planner.

    | document   | content                                                                              |
    |------------|--------------------------------------------------------------------------------------|
    | `circle`   | {"id", "url", "hosted", "standing", "promised", "day", "by"}                          |
    | `log`      | {"head", "floor", "time_ms", "bytes", "lasts": {device: [n, hash]}, "inc", "reads"}   |
    | `rosters`  | {"entries": [[seq, entry], …]}                                                        |
    | `own`      | {"n", "sent": {hash: {"n", "wishes"}}, "accepted": [hash], "must_pull",                |
    |            |  "compacted_ms", "devices": [end of stamps]}                                          |
    | `inflight` | {"entry", "wishes"}: the one entry on its way                                         |
    | `wishes`   | {"roster": [roster wishes that wait]}                                                 |
    | `gone`     | {"records": {document id: stamp of the deletion}}                                     |
    | `health`   | {"synced_ms", "dropped", "alarms": {name: count}}                                     |

Bytes are base64url. Specification: docs/spec/round.md.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Final

from services.crypto.canonical import from_base64url, to_base64url
from services.sync.chain import Chain, begin, follow
from services.sync.circle_kept import (
    CircleKept,
    HealthKept,
    Inflight,
    Own,
    Place,
    Sent,
    Standing,
)
from services.sync.entry import Last, read_entry
from services.sync.log import LogState
from services.sync.roster_wish_kept import wish_from_kept, wish_to_kept
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Changes, Rows
from services.vault.storage import Document


def changed_documents(before: CircleKept | None, after: CircleKept) -> Changes:
    """The documents of `meta` that are other than before."""
    changed = {
        one.name
        for one in fields(after)
        if before is None or getattr(after, one.name) is not getattr(before, one.name)
    }
    return {name: make(after) for name, (needs, make) in _DOCUMENTS.items() if changed & needs}


def no_circle() -> Changes:
    """What takes a circle away and leaves the planner."""
    return dict.fromkeys(_DOCUMENTS)


def circle_in(meta: Rows) -> CircleKept | None:
    """What was kept; None for a planner that has no circle."""
    if "circle" not in meta:
        return None
    log, inflight, health = meta["log"], meta.get("inflight"), meta["health"]
    rosters = tuple(NumberedEntry(seq, from_base64url(raw)) for seq, raw in meta["rosters"]["entries"])
    return CircleKept(
        place=_place_in(meta["circle"]),
        log=_log_in(log, rosters) if rosters else None,
        rosters=rosters,
        own=_own_in(meta["own"]),
        inflight=_inflight_in(inflight) if inflight else None,
        wishes=tuple(map(wish_from_kept, meta["wishes"]["roster"])),
        gone=meta["gone"]["records"],
        health=HealthKept(health["synced_ms"], health["dropped"], health["alarms"]),
        inc=log["inc"],
        reads=log["reads"],
    )


def chain_of(rosters: tuple[NumberedEntry, ...]) -> Chain:
    """The chain of rosters that were verified before they were kept."""
    entries = [read_entry(kept.raw) for kept in rosters]
    chain = begin(entries[0])
    for entry in entries[1:]:
        chain = follow(chain, entry)
    return chain


def _place(kept: CircleKept) -> Document:
    place = kept.place
    return {
        "id": to_base64url(place.id),
        "url": place.url,
        "hosted": place.is_hosted,
        "standing": place.standing.value,
        "promised": to_base64url(place.promised),
        "day": place.day,
        "by": to_base64url(place.by),
    }


def _place_in(document: Document) -> Place:
    return Place(
        id=from_base64url(document["id"]),
        url=document["url"],
        is_hosted=document["hosted"],
        standing=Standing(document["standing"]),
        promised=from_base64url(document["promised"]),
        day=document["day"],
        by=from_base64url(document["by"]),
    )


def _log(kept: CircleKept) -> Document:
    log = kept.log
    state = (
        {}
        if log is None
        else {
            "head": log.head,
            "floor": log.floor,
            "time_ms": log.time_ms,
            "bytes": log.size_bytes,
            "lasts": {
                to_base64url(id_): [last.n, to_base64url(last.hash)] for id_, last in log.lasts.items()
            },
        }
    )
    return {**state, "inc": kept.inc, "reads": kept.reads}


def _log_in(document: Document, rosters: tuple[NumberedEntry, ...]) -> LogState:
    lasts = {
        from_base64url(id_): Last(n, from_base64url(hash_)) for id_, (n, hash_) in document["lasts"].items()
    }
    return LogState(
        chain_of(rosters),
        document["head"],
        document["floor"],
        document["time_ms"],
        document["bytes"],
        lasts,
    )


def _rosters(kept: CircleKept) -> Document:
    return {"entries": [[seq, to_base64url(raw)] for seq, raw in kept.rosters]}


def _own(kept: CircleKept) -> Document:
    own = kept.own
    return {
        "n": own.n,
        "sent": {
            to_base64url(hash_): {"n": one.n, "wishes": dict(one.wishes)} for hash_, one in own.sent.items()
        },
        "accepted": list(map(to_base64url, own.accepted)),
        "must_pull": own.must_pull,
        "compacted_ms": own.compacted_ms,
        "devices": list(own.devices),
    }


def _own_in(document: Document) -> Own:
    return Own(
        n=document["n"],
        sent={
            from_base64url(hash_): Sent(one["n"], one["wishes"]) for hash_, one in document["sent"].items()
        },
        accepted=tuple(map(from_base64url, document["accepted"])),
        must_pull=document["must_pull"],
        compacted_ms=document["compacted_ms"],
        devices=tuple(document["devices"]),
    )


def _inflight(kept: CircleKept) -> Document | None:
    if kept.inflight is None:
        return None
    return {"entry": to_base64url(kept.inflight.entry.raw), "wishes": dict(kept.inflight.wishes)}


def _inflight_in(document: Document) -> Inflight:
    return Inflight(read_entry(from_base64url(document["entry"])), document["wishes"])


def _wishes(kept: CircleKept) -> Document:
    return {"roster": list(map(wish_to_kept, kept.wishes))}


def _gone(kept: CircleKept) -> Document:
    return {"records": dict(kept.gone)}


def _health(kept: CircleKept) -> Document:
    health = kept.health
    return {"synced_ms": health.synced_ms, "dropped": health.dropped, "alarms": dict(health.alarms)}


_DOCUMENTS: Final[dict[str, tuple[frozenset[str], Callable[[CircleKept], Document | None]]]] = {
    "circle": (frozenset({"place"}), _place),
    "log": (frozenset({"log", "inc", "reads"}), _log),
    "rosters": (frozenset({"rosters"}), _rosters),
    "own": (frozenset({"own"}), _own),
    "inflight": (frozenset({"inflight"}), _inflight),
    "wishes": (frozenset({"wishes"}), _wishes),
    "gone": (frozenset({"gone"}), _gone),
    "health": (frozenset({"health"}), _health),
}
