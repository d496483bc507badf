"""Who comes into which circles of a pupil. Who is in one holds its key, and nothing else decides reading.

    shared     everybody                       home       the pupil and parents
    private    the pupil's own devices         staff      mentors
    caseload   one mentor's own devices

A ticket carries those of the inviting device's circles whose audience the guest is part of; so nobody can let
anybody into a circle that they are not in themselves.
"""

from collections.abc import Iterable
from typing import Final

from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.vault.journal import Journal

_READERS: Final = {
    CircleKind.SHARED: frozenset(Role),
    CircleKind.PRIVATE: frozenset({Role.PUPIL}),
    CircleKind.HOME: frozenset({Role.PUPIL, Role.PARENT}),
    CircleKind.STAFF: frozenset({Role.MENTOR}),
    CircleKind.CASELOAD: frozenset({Role.MENTOR}),
}
_ONES_OWN: Final = frozenset({CircleKind.PRIVATE, CircleKind.CASELOAD})


def circles_for(here: Iterable[Journal], planner: Journal, guest: Role, *, is_own: bool) -> list[Journal]:
    """The planners of a ticket, the one that it is made in first. `is_own`: for a further device of theirs.

    A pupil's device has one pupil's planner; an adult's further device comes into all that this one reads.
    """
    is_all = is_own and guest is not Role.PUPIL
    wanted = [
        one
        for one in here
        if one is not planner
        and one.role is planner.role
        and (is_all or one.planner_id == planner.planner_id)
        and guest in _READERS[CircleKind(one.kind)]
        and (is_own or CircleKind(one.kind) not in _ONES_OWN)
    ]
    return [planner, *wanted]
