"""A planner at a glance: whose it is and how much is in it, to be shown before anything takes its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.planner.case import cases_by_planner
from services.planner.ids import PlannerId, RecordId
from services.planner.note import NotebookKind, notes_in
from services.planner.planner import read_planner
from services.planner.pupil import pupil_of
from services.planner.record import Record
from services.planner.words import Role
from services.vault.backup import Backup
from services.vault.layout import BASE, META, records_of
from services.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Glance:
    """Privacy: `name` and `picture` are the pupil's. Shape: `days` and `last_day` are of ticks.

    `is_shared` says that other devices have a part in it; `notes` are those of the notebooks beside it.
    """

    kind: str
    role: Role
    name: str
    picture: str
    routines: int
    steps: int
    targets: int
    days: int
    last_day: date | None
    is_shared: bool = False
    notes: int = 0


def glances_at_backup(backup: Backup) -> tuple[Glance, ...]:
    """What is inside a backup, planner by planner."""
    inside = [
        _Inside(
            tables[META]["planner"].get("id", ""),
            tables[META]["planner"]["kind"],
            Role(tables[META]["planner"]["role"]),
            records_of(tables),
            is_shared=bool(tables[BASE]),
        )
        for tables in backup.planners
    ]
    return _glances(inside, backup.device_hex)


def glances_at_vault(vault: Vault) -> tuple[Glance, ...]:
    """What is on this device, planner by planner; nothing while it is locked."""
    if not vault.is_open:
        return ()
    inside = [_Inside(one.planner_id, one.kind, one.role, one.records) for one in vault.journals()]
    return _glances(inside, vault.device_hex)


def name_in(vault: Vault, planner: PlannerId) -> str:
    """What the pupil is called here: by the mentor's caseload, else in the planner; empty if nobody says."""
    if not vault.is_open:
        return ""
    cases = cases_by_planner(record for one in vault.journals() for record in one.records.values())
    if planner in cases and cases[planner].name:
        return cases[planner].name
    names = (
        pupil_of(read_planner(one.records, vault.device_hex)).name
        for one in vault.journals()
        if one.planner_id == planner
    )
    return next((name for name in names if name), "")


@dataclass(frozen=True, slots=True)
class _Inside:
    planner_id: str
    kind: str
    role: Role
    records: Mapping[RecordId, Record]
    is_shared: bool = False


def _glances(inside: Sequence[_Inside], device_hex: str) -> tuple[Glance, ...]:
    notes: Counter[str] = Counter()
    for one in inside:
        for kind in NotebookKind:
            notes[one.planner_id] += len(notes_in(one.records.values(), kind)) if one.kind == kind else 0
    planners = (one for one in inside if one.kind not in set(NotebookKind))
    return tuple(_glance(one, device_hex, notes[one.planner_id]) for one in planners)


def _glance(one: _Inside, device_hex: str, notes: int) -> Glance:
    planner = read_planner(one.records, device_hex)
    ticked = [day.date for day in planner.day_by_date.values() if day.outcome_by_step]
    pupil = pupil_of(planner)
    return Glance(
        kind=one.kind,
        role=one.role,
        name=pupil.name,
        picture=pupil.picture,
        routines=len(planner.routines),
        steps=sum(len(routine.steps) for routine in planner.routines),
        targets=len(planner.targets),
        days=len(ticked),
        last_day=max(ticked, default=None),
        is_shared=one.is_shared,
        notes=notes,
    )
