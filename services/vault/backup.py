"""What a backup holds: every planner of a device as it stands in its circle file, and no key.

    {"device": hex of the device it was made on, "made_ms": wall clock,
     "planners": [{"schema": version of the tables, "tables": {base, meta, odd, outbox, raw}}]}

Without keys a backup that is brought back is a new device of the same person: no two devices ever speak
under one name, and a passphrase that was guessed opens the past only. (docs/adr/0090)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.planner.canonical import Json, Value, decode, encode
from services.planner.errors import InputRejected, VaultDamaged
from services.vault.checked_tables import checked_tables
from services.vault.layout import BASE, META, OUTBOX, in_flight
from services.vault.schema import Schema
from services.vault.storage import Tables


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, read and checked. Privacy: the planners in plain text. Units: `made_ms` since 1970 UTC."""

    device_hex: str
    made_ms: int
    planners: tuple[Tables, ...]

    def __repr__(self) -> str:
        return f"Backup(planners={len(self.planners)})"


def backup_text(device_hex: str, made_ms: int, planners: Sequence[Tables], schema: Schema) -> bytes:
    """The text that is sealed."""
    copies: list[Value] = [{"schema": schema.version, "tables": _at_rest(tables)} for tables in planners]
    return encode({"device": device_hex, "made_ms": made_ms, "planners": copies})


def read_backup(text: bytes, schema: Schema) -> Backup:
    """The backup of a text, its tables brought up to this app's schema.

    Errors: VaultDamaged when anything in it does not fit; VaultFromNewerVersion for a greater schema.
    """
    try:
        match decode(text):
            case {"device": str(device_hex), "made_ms": int(made_ms), "planners": list(copies), **rest} if (
                not rest and copies and made_ms >= 0 and _is_device(device_hex)
            ):
                return Backup(device_hex, made_ms, tuple(_tables(copy, schema) for copy in copies))
            case _:
                raise VaultDamaged("backup text")
    except InputRejected as problem:
        raise VaultDamaged("backup text") from problem


def _at_rest(tables: Tables) -> dict[str, Value]:
    """The tables without a circle's place and entries; what is on its way to the others waits again."""
    flying, outbox = in_flight(tables[META]), tables[OUTBOX]
    waiting: dict[str, Value] = {
        doc_id: {**flying.get(doc_id, {}), **outbox.get(doc_id, {})} for doc_id in {**flying, **outbox}
    }
    empty: dict[str, Value] = {name: {} for name in tables}
    return {**empty, BASE: tables[BASE], OUTBOX: waiting, META: {"planner": tables[META]["planner"]}}


def _tables(copy: Json, schema: Schema) -> Tables:
    match copy:
        case {"schema": int(version), "tables": dict(tables), **rest} if not rest and version >= 1:
            schema.check(version)
            shaped: Tables = {}
            for name, table in tables.items():
                if not isinstance(table, dict) or not all(isinstance(one, dict) for one in table.values()):
                    raise VaultDamaged("backup tables")
                shaped[name] = table  # type: ignore[assignment]  # every document was seen to be one
            return checked_tables(schema.migrated(shaped, version))
        case _:
            raise VaultDamaged("backup planner")


def _is_device(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{32}", text, re.ASCII) is not None
