"""Titles of the starter content, by its keys."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StarterSentences:
    """Shape: `titles` by the keys of services/planner/starter.py: steps, routines, targets, contacts."""

    titles: Mapping[str, str]
