"""What becomes of the wishes in an entry that was sent, when they go back to the outbox.

An entry whose fate is unknown may have stood in a log that a restore has taken back since, and somebody may
have seen it, and put another word in its place. So its wishes stay as old as they were sent. Only what was
ahead of circle time, so that no log can have had it, is a wish as before.
"""

from dataclasses import replace
from typing import Any

from services.crypto.port import Crypto
from services.planner import stamp
from services.planner.edit import Wish
from services.planner.errors import FirstbellError
from services.sync.circle_kept import CircleKept
from services.sync.clocking import HAD_A_STAMP
from services.sync.content import read_content
from services.sync.entry import Kind, open_entry
from services.sync.epoch_keys import CircleKeys
from services.sync.waiting import as_rows
from services.vault.settling import Rows


async def as_old_as_sent(crypto: Crypto, keys: CircleKeys | None, kept: CircleKept) -> CircleKept:
    """What is kept, each wish of inflight with the stamp that it was sent with."""
    entry = kept.inflight.entry if kept.inflight else None
    key = keys.by_epoch.get(entry.frame.epoch) if keys and entry else None
    if kept.inflight is None or entry is None or entry.frame.kind is not Kind.EDITS or key is None:
        return kept
    try:
        content = read_content(entry, await open_entry(crypto, entry, key))
    except FirstbellError:  # by other keys than are here now: what it carried still waits, by its wall clock
        return kept
    had = (
        Wish(edit.record, edit.type, edit.field, edit.value, HAD_A_STAMP, edit.stamp)
        for edit in content.edits
    )
    return replace(kept, inflight=replace(kept.inflight, wishes=as_rows(had)))


def not_ahead(kept: CircleKept, circle_ms: int, local_ms: int) -> CircleKept:
    """What is kept, the wishes of inflight without stamps later than circle time, which nobody can have seen.

    Units: `local_ms` by this device's clock, the moment of a wish that has no other.
    """
    if kept.inflight is None:
        return kept
    rows: Rows = {
        doc_id: {field: _not_ahead(wish, circle_ms, local_ms) for field, wish in document.items()}
        for doc_id, document in kept.inflight.wishes.items()
    }
    return replace(kept, inflight=replace(kept.inflight, wishes=rows))


def _not_ahead(wish: list[Any], circle_ms: int, local_ms: int) -> list[Any]:
    value, wall_ms, *seen = wish
    if not seen or stamp.parse(seen[0]).ms <= circle_ms:
        return wish
    return [value, local_ms if wall_ms == HAD_A_STAMP else wall_ms]
