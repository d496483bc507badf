"""Caseload: the desks of a mentor's pupils, and the journal that only the mentor's devices share."""

from dataclasses import dataclass

from services.desk.mentor import MentorDesk
from services.vault.journal import Journal


@dataclass(frozen=True, slots=True, eq=False)
class Caseload:
    """Shape: `desks` in the order in which the pupils came."""

    desks: tuple[MentorDesk, ...]
    journal: Journal
