"""A sentence for each error: what happened, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from views.strings.plural import Counted


@dataclass(frozen=True)
class Problems:
    """Shape: `by_code` by the codes of services/planner/errors.py, `by_field` by InputRejected's field."""

    by_code: Mapping[str, str]
    by_field: Mapping[str, str]
    wait_seconds: Counted
    wait_minutes: Counted
    something: str
