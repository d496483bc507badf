"""The tables of the rows, one column for each field. The migrations make them, with their indexes."""

from types import NoneType
from typing import Any, Final, get_args, get_type_hints

from sqlalchemy import BigInteger, Boolean, Column, LargeBinary, MetaData, Table, Text

from services.endpoint import rows
from services.endpoint.rows import KEY_FIELDS, Row

METADATA: Final = MetaData()
_NAMES: Final[dict[type[Row], str]] = {
    rows.Meta: "meta",
    rows.Org: "org",
    rows.Grant: "admission",  # GRANT is a word of SQL
    rows.Device: "device",
    rows.CircleRow: "circle",
    rows.MemberRow: "member",
    rows.EntryRow: "entry",
    rows.StagedRow: "staged",
    rows.FloorRow: "floor",
    rows.GoneRow: "gone",
    rows.PairingRow: "pairing",
    rows.JoinRow: "pairing_join",
}
_TYPES: Final[dict[type, Any]] = {bytes: LargeBinary, int: BigInteger, str: Text, bool: Boolean}


def _table(kind: type[Row]) -> Table:
    hints = get_type_hints(kind)
    columns: list[Column[Any]] = []
    for place, (name, hint) in enumerate(hints.items()):
        types = set(get_args(hint) or (hint,))
        (plain,) = types - {NoneType}
        is_key = place < KEY_FIELDS[kind]
        columns.append(Column(name, _TYPES[plain], primary_key=is_key, nullable=NoneType in types))
    return Table(_NAMES[kind], METADATA, *columns)


TABLES: Final = {kind: _table(kind) for kind in KEY_FIELDS}
