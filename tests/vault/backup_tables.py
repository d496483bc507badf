"""The tables of a planner as they stand in a backup, and the two devices that it goes between."""

from typing import Any

OLD, NEW = "0a" * 16, "0b" * 16
STAMP = "019943f1a2c0000000000001"


def tables(**parts: Any) -> Any:
    """Tables of a planner, some of them said."""
    planner = {"planner": {"kind": "shared", "role": "pupil", "made_ms": 5, "id": "0c" * 16}}
    return {"base": {}, "meta": planner, "odd": {}, "outbox": {}, "raw": {}} | parts
