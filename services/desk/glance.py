"""A planner at a glance: whose it is and how much is in it, to be shown before anything takes its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from services.planner.case import cases_by_planner
from services.planner.ids import PlannerId, RecordId
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

    `is_shared` says that other devices have a part in it.
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


def glances_at_backup(backup: Backup) -> tuple[Glance, ...]:
    """What is inside a backup, planner by planner."""
    return tuple(
        _glance(
            records_of(tables),
            backup.device_hex,
            tables[META]["planner"]["kind"],
            Role(tables[META]["planner"]["role"]),
            is_shared=bool(tables[BASE]),
        )
        for tables in backup.planners
    )


def glances_at_vault(vault: Vault) -> tuple[Glance, ...]:
    """What is on this device, planner by planner; nothing while it is locked."""
    if not vault.is_open:
        return ()
    return tuple(_glance(one.records, vault.device_hex, one.kind, one.role) for one in vault.journals())


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


def _glance(
    records: Mapping[RecordId, Record], device_hex: str, kind: str, role: Role, *, is_shared: bool = False
) -> Glance:
    planner = read_planner(records, device_hex)
    ticked = [day.date for day in planner.day_by_date.values() if day.outcome_by_step]
    pupil = pupil_of(planner)
    return Glance(
        kind=kind,
        role=role,
        name=pupil.name,
        picture=pupil.picture,
        routines=len(planner.routines),
        steps=sum(len(routine.steps) for routine in planner.routines),
        targets=len(planner.targets),
        days=len(ticked),
        last_day=max(ticked, default=None),
        is_shared=is_shared,
    )
