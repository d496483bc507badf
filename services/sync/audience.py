"""Who comes into which circles of a pupil. Who is in one holds its key, and nothing else decides reading.

    shared     everybody                       home       the pupil and parents
    private    the pupil's own devices         staff      mentors
    caseload   one mentor's own devices

A ticket carries those of the inviting device's circles whose audience the guest is part of; so nobody can let
anybody into a circle that they are not in themselves. One that is not there yet begins empty, so that what is
written into it later is read by everybody whom a ticket has let in. (docs/adr/0180)
"""

from collections.abc import Iterable
from typing import Final

from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.sync.pairing_port import Guest
from services.vault.journal import Journal
from services.vault.vault import Vault

_READERS: Final = {
    CircleKind.SHARED: frozenset(Role),
    CircleKind.PRIVATE: frozenset({Role.PUPIL}),
    CircleKind.HOME: frozenset({Role.PUPIL, Role.PARENT}),
    CircleKind.STAFF: frozenset({Role.MENTOR}),
    CircleKind.CASELOAD: frozenset({Role.MENTOR}),
}
_ONES_OWN: Final = frozenset({CircleKind.PRIVATE, CircleKind.CASELOAD})
_FIRST: Final = {
    Role.PUPIL: (Guest.PARENT, Guest.MENTOR, Guest.MINE),
    Role.PARENT: (Guest.PUPIL, Guest.PARENT, Guest.MENTOR, Guest.MINE),
    Role.MENTOR: (Guest.PUPIL, Guest.PARENT, Guest.MENTOR, Guest.MINE),
}
_BESIDE_A_PUPIL: Final = (CircleKind.PRIVATE, CircleKind.HOME, CircleKind.STAFF)


def guests_of(planner: Journal) -> tuple[Guest, ...]:
    """Whom who leads a planner may invite into it, or into the notes beside one; the likeliest first."""
    kind = CircleKind(planner.kind)
    if kind not in _BESIDE_A_PUPIL:
        return _FIRST[planner.role]
    others = () if kind in _ONES_OWN else _FIRST[planner.role]
    return (*(one for one in others if one is not Guest.MINE and Role(one) in _READERS[kind]), Guest.MINE)


async def begin_circles(vault: Vault, planner: Journal, guest: Role, *, is_own: bool) -> None:
    """Begins what a ticket carries and nobody has begun. Errors: those of `Vault.add_planner`."""
    wanted = circles_for(vault.journals(), planner, guest, is_own=is_own)
    for shared in [one for one in wanted if one.kind == CircleKind.SHARED]:
        known = {one.kind for one in vault.journals() if one.planner_id == shared.planner_id}
        for kind in _BESIDE_A_PUPIL:
            if kind not in known and _is_for(kind, planner.role, is_own=is_own) and guest in _READERS[kind]:
                await vault.add_planner(kind.value, planner.role, shared.planner_id)


def circles_for(here: Iterable[Journal], planner: Journal, guest: Role, *, is_own: bool) -> list[Journal]:
    """The planners of a ticket, the one that it is made in first. `is_own`: for a further device of theirs.

    A pupil's device has one pupil's planner; an adult's further device comes into all that this one reads.
    A ticket into notes is for nothing else: who has it is in the planner already.
    """
    if planner.kind in _BESIDE_A_PUPIL:
        return [planner]
    is_all = is_own and guest is not Role.PUPIL
    wanted = [
        one
        for one in here
        if one is not planner
        and one.role is planner.role
        and (is_all or one.planner_id == planner.planner_id)
        and guest in _READERS[CircleKind(one.kind)]
        and _is_for(CircleKind(one.kind), one.role, is_own=is_own)
    ]
    return [planner, *wanted]


def _is_for(kind: CircleKind, mine: Role, *, is_own: bool) -> bool:
    return mine in _READERS[kind] and (is_own or kind not in _ONES_OWN)
