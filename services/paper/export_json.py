"""Everything as JSON, for a machine to read: every record with every field, also what this app does not know.

    {"firstbell_export": 1, "made_at": "2026-09-14T06:30:00Z", "planners": [
       {"kind", "role", "made_at", "records": [{"id", "type", "shown", "fields": {name: value}}]}]}

What the records mean is in docs/spec/edits.md, the shape in docs/spec/export.md.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from services.paper.exported import ExportedPlanner
from services.planner.canonical import Value

VERSION: Final = 1


def export_json(planners: Sequence[ExportedPlanner], made_ms: int) -> bytes:
    """The file. Shape: UTF-8, keys sorted, one member a line."""
    whole: Value = {
        "firstbell_export": VERSION,
        "made_at": _iso(made_ms),
        "planners": [_planner(one) for one in planners],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8")


def _planner(one: ExportedPlanner) -> Value:
    return {
        "kind": one.kind,
        "role": one.role.value,
        "made_at": _iso(one.made_ms),
        "records": [
            {"id": key, "type": record.type, "shown": record.is_shown, "fields": dict(record.fields)}
            for key, record in sorted(one.records.items())
        ],
    }


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
