"""The first schema. Never changed again: what comes later is a migration of its own."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TYPES: dict[str, Any] = {"b": sa.LargeBinary, "n": sa.BigInteger, "t": sa.Text, "f": sa.Boolean}
_PARTITIONS = 64


def _table(name: str, key: str, columns: str, *more: sa.Constraint, **options: Any) -> None:
    """Shape: `columns` are names with their type, as in "id:b"; a "?" at the end may be null."""
    made: list[sa.Column[Any]] = []
    for column in columns.split():
        called, kind = column.rstrip("?").split(":")
        made.append(sa.Column(called, _TYPES[kind], nullable=column.endswith("?")))
    op.create_table(name, *made, sa.PrimaryKeyConstraint(*key.split()), *more, **options)


def upgrade() -> None:
    """Makes every table."""
    _table("meta", "name", "name:t value:b")
    _table("org", "name", "name:t most_circles:n")
    _table("admission", "hash", "hash:b org:t until_day:n")
    _table(
        "device",
        "id",
        "id:b sign:b kem:b org:t? created_day:n seen_day:n token_hash:b? token_until_ms:n nonce:b",
    )
    op.create_index("device_token", "device", ["token_hash"], unique=True)
    _table(
        "circle",
        "id",
        "id:b org:t host:b head:n floor:n epoch:n roster:b time_ms:n size_bytes:n base_first:n base_last:n"
        " expires_day:n?",
    )
    for column in ("org", "host", "expires_day"):
        op.create_index(f"circle_{column}", "circle", [column])
    _table("member", "circle device", "circle:b device:b last_n:n last_hash:b last_seq:n is_left:f")
    op.create_index("member_device", "member", ["device"])
    _table(
        "entry",
        "circle seq",
        "circle:b seq:n device:b n:n kind:n hash:b raw:b",
        sa.UniqueConstraint("circle", "device", "n"),
        postgresql_partition_by="HASH (circle)",
    )
    op.create_index(
        "entry_roster",
        "entry",
        ["circle", "seq"],
        sqlite_where=sa.text("kind = 2"),
        postgresql_where=sa.text("kind = 2"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for part in range(_PARTITIONS):
            op.execute(
                f"CREATE TABLE entry_{part} PARTITION OF entry"
                f" FOR VALUES WITH (MODULUS {_PARTITIONS}, REMAINDER {part})"
            )
    _table("staged", "circle device n", "circle:b device:b n:n raw:b")
    _table("floor", "circle floor", "circle:b floor:n day:n")
    _table("gone", "circle", "circle:b day:n by:b? sig:b? order_day:n")
    _table("pairing", "ch", "ch:t digits:n device:b hello:b until_ms:n")
    op.create_index("pairing_device", "pairing", ["device"])
    _table("pairing_join", "ch slot", "ch:t slot:n hello:b mac:b key_hash:b welcome:b? welcome_mac:b?")
