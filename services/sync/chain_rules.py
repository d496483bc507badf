"""What one roster may change of the one before it, and who may sign that.

    steward    anything that holds for every roster
    member     one more device of the member's own role, while `self_add` is on, and nothing else
    card       one pupil's device more, a new epoch and a new card, and nothing else

For every roster: a removal or another card begins a new epoch, and the epoch rises by at most one; within an
epoch its key stays the same; a device keeps its role; the first mentor, or without one the first parent, is
made steward by the entry that adds them and takes over from other roles; a pupil's device is no steward
beside an adult's; `rules` never falls. Specification: docs/spec/roster.md.

Errors: InputRejected("roster"), NotPermitted when the signer is neither member nor card.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn

from services.planner.errors import InputRejected, NotPermitted
from services.planner.words import Role
from services.sync.roster import Member, Roster

_ADULTS = frozenset({Role.PARENT, Role.MENTOR})


def check_step(before: Roster, after: Roster, signer_id: bytes) -> None:
    """Returns only if this device may put `after` in the place of `before`."""
    signer = before.members.get(signer_id)
    is_card = before.recovery is not None and before.recovery.id == signer_id
    if signer is None and not is_card:
        raise NotPermitted("not in the roster")
    _check_change(before, after)
    if is_card:
        _check_card(before, after)
    elif signer is not None and not signer.is_steward:
        _check_self_add(before, after, signer)


def newcomers(before: Roster | None, after: Roster) -> frozenset[bytes]:
    """The ids of the devices that a roster adds."""
    return frozenset(after.members) - (frozenset(before.members) if before else frozenset())


def with_takeover(before: Roster, members: Mapping[bytes, Member]) -> dict[bytes, Member]:
    """These members as stewardship falls when the first mentor, or without one the first parent, has come."""
    role = _takes_over(before, members)
    if role is None:
        return dict(members)
    return {
        id_: replace(
            member, is_steward=member.role is role and (member.is_steward or id_ not in before.members)
        )
        for id_, member in members.items()
    }


def _takes_over(before: Roster, members: Mapping[bytes, Member]) -> Role | None:
    had, has = before.roles(), frozenset(member.role for member in members.values())
    if Role.MENTOR in has - had:
        return Role.MENTOR
    if Role.PARENT in has - had and Role.MENTOR not in had:
        return Role.PARENT
    return None


def _check_change(before: Roster, after: Roster) -> None:
    if not before.epoch <= after.epoch <= before.epoch + 1:
        _refuse("epoch")
    if after.rules < before.rules:
        _refuse("older rules")
    for id_, member in before.members.items():
        if id_ in after.members and after.members[id_].role is not member.role:
            _refuse("another role")
    if dict(after.members) != with_takeover(before, after.members):
        _refuse("stewardship was not handed over")
    if after.roles() & _ADULTS and any(m.is_steward and m.role is Role.PUPIL for m in after.members.values()):
        _refuse("a pupil's device as steward")
    if after.epoch == before.epoch:
        _check_same_epoch(before, after)


def _check_same_epoch(before: Roster, after: Roster) -> None:
    if not before.members.keys() <= after.members.keys():
        _refuse("a removal without a new epoch")
    if _card_id(before) != _card_id(after):
        _refuse("another card without a new epoch")
    if before.is_first:
        return  # what names the circle is made anew once, with its real id
    keys_stay = all(after.members[id_].key == member.key for id_, member in before.members.items())
    stays = (before.commit, before.back, before.about, before.recovery)
    if not keys_stay or stays != (after.commit, after.back, after.about, after.recovery):
        _refuse("another key in the same epoch")


def _check_self_add(before: Roster, after: Roster, signer: Member) -> None:
    added = newcomers(before, after)
    if not before.may_self_add or after.epoch != before.epoch or len(added) != 1:
        _refuse("more than one device of one's own")
    (new,) = (after.members[id_] for id_ in added)
    if new.role is not signer.role or new.is_steward:
        _refuse("more than one device of one's own")
    if replace(after, prev=before.prev, members={**before.members, new.id: new}) != replace(
        before, members=dict(after.members)
    ):
        _refuse("more than one device of one's own")


def _check_card(before: Roster, after: Roster) -> None:
    added = newcomers(before, after)
    is_new = after.recovery is not None and _card_id(after) != _card_id(before)
    if len(added) != 1 or after.epoch != before.epoch + 1 or not is_new:
        _refuse("more than a card may")
    (new,) = (after.members[id_] for id_ in added)
    pupil_leads = any(m.is_steward and m.role is Role.PUPIL for m in before.members.values())
    if new.role is not Role.PUPIL or (new.is_steward and not pupil_leads):
        _refuse("more than a card may")
    kept = {id_: member.is_steward for id_, member in after.members.items() if id_ != new.id}
    settings = (after.rules, after.expires, after.may_self_add)
    if kept != {id_: member.is_steward for id_, member in before.members.items()} or settings != (
        before.rules,
        before.expires,
        before.may_self_add,
    ):
        _refuse("more than a card may")


def _card_id(roster: Roster) -> bytes | None:
    return roster.recovery.id if roster.recovery else None


def _refuse(note: str) -> NoReturn:
    raise InputRejected("roster", note)
