"""A planner that came out of a backup: those who share it do not know this device yet."""

from services.planner.ids import RecordId, who_record
from services.vault.vault import Vault

_SHARED = "shared"


def is_outside(vault: Vault, planner: str) -> bool:
    """Whether it was shared when its backup was made, and this device is in no circle of it.

    Only a log settles anything into `base`, and only a backup comes without its circle. Who had left before
    the backup was made is where they wanted to be.
    """
    if not vault.is_open:
        return False
    for journal in vault.journals():
        if (journal.planner_id, journal.kind) == (planner, _SHARED):
            kept, me = journal.kept(), journal.records.get(RecordId(who_record(vault.device_hex)))
            has_left = me is not None and bool(me.fields.get("left"))
            return bool(kept.base) and "circle" not in kept.meta and not has_left
    return False
