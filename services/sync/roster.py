"""The roster: which devices are in a circle, what each may do, and the epoch's key sealed to each.

    {"about":…,"back":…,"circle":…,"commit":…,"epoch":3,"expires":"2027-07-31",
     "members":[{"id":…,"kem":…,"key":…,"role":"mentor","sign":…,"steward":true},…],
     "prev":…,"recovery":{"kem":…,"key":…,"sign":…},"rules":1,"self_add":true,"v":1}

`back` is absent in epoch 1, `expires`, `recovery` and `steward` wherever they are not needed; nothing else
may be absent or added. Canonical JSON, binary as base64url. In the first roster of a circle `circle` and
`prev` are zeros. Names are not here; they are `who` records, sealed. Specification: docs/spec/roster.md.

Errors: InputRejected("roster").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from services.crypto.canonical import Json, decode, encode, from_base64url, to_base64url
from services.crypto.device_keys import device_id
from services.crypto.port import HPKE_OVERHEAD_BYTES, KEY_BYTES
from services.crypto.seal import OVERHEAD_BYTES
from services.planner.errors import InputRejected
from services.planner.reading import as_day, as_word
from services.planner.words import Role
from services.sync.entry import HASH_BYTES, ID_BYTES, ZERO_HASH, ZERO_ID

MOST_MEMBERS: Final = 64
PREFIX_BYTES: Final = 4
GREATEST_EPOCH: Final = 2**32 - 1
_VERSION: Final = 1
_SEALED_KEY_BYTES: Final = KEY_BYTES + HPKE_OVERHEAD_BYTES
_BACK_BYTES: Final = KEY_BYTES + OVERHEAD_BYTES
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A device in a circle. Shape: `key` is the epoch's key sealed to it, 80 bytes."""

    sign: bytes
    kem: bytes
    role: Role
    key: bytes
    is_steward: bool = False

    @property
    def id(self) -> bytes:
        """The id that its keys give. Shape: 16 bytes."""
        return device_id(self.sign, self.kem)


@dataclass(frozen=True, slots=True)
class Recovery:
    """The public half of a recovery card. It has an id as a device has, and is no member."""

    sign: bytes
    kem: bytes
    key: bytes

    @property
    def id(self) -> bytes:
        """The id that its keys give. Shape: 16 bytes."""
        return device_id(self.sign, self.kem)


@dataclass(frozen=True, slots=True)
class Roster:
    """One roster. Shape: `about` and `back` are sealed; `expires` is a day such as 2027-07-31."""

    circle: bytes
    epoch: int
    prev: bytes
    rules: int
    commit: bytes
    about: bytes
    members: Mapping[bytes, Member]
    back: bytes | None = None
    recovery: Recovery | None = None
    expires: str | None = None
    may_self_add: bool = True

    @property
    def is_first(self) -> bool:
        """Whether it founds a circle."""
        return self.circle == ZERO_ID and self.prev == ZERO_HASH

    @property
    def stewards(self) -> frozenset[bytes]:
        """The ids of the devices that may change it."""
        return frozenset(id_ for id_, member in self.members.items() if member.is_steward)

    def roles(self) -> frozenset[Role]:
        """The roles that are in it."""
        return frozenset(member.role for member in self.members.values())

    def to_text(self) -> bytes:
        """The body of a roster entry."""
        return encode(self._to_json())

    def _to_json(self) -> dict[str, Json]:
        wire: dict[str, Json] = {
            "v": _VERSION,
            "rules": self.rules,
            "circle": to_base64url(self.circle),
            "epoch": self.epoch,
            "prev": to_base64url(self.prev),
            "commit": to_base64url(self.commit),
            "about": to_base64url(self.about),
            "self_add": self.may_self_add,
            "members": [_member_json(id_, member) for id_, member in self.members.items()],
        }
        if self.back is not None:
            wire["back"] = to_base64url(self.back)
        if self.recovery is not None:
            wire["recovery"] = _keys_json(self.recovery)
        if self.expires is not None:
            wire["expires"] = self.expires
        return wire


def read_roster(text: bytes) -> Roster:
    """The roster in the body of an entry, checked by itself; its place in a chain is judged by `chain`."""
    match decode(text, _DEPTH):
        case {
            "rules": int(rules),
            "circle": str(circle),
            "epoch": int(epoch),
            "prev": str(prev),
            "commit": str(commit),
            "about": str(about),
            "self_add": bool(may_self_add),
            "members": list(members),
            **rest,
        }:
            roster = Roster(
                circle=from_base64url(circle, ID_BYTES),
                epoch=epoch,
                prev=from_base64url(prev, HASH_BYTES),
                rules=rules,
                commit=from_base64url(commit, KEY_BYTES),
                about=from_base64url(about),
                members={member.id: member for member in map(_read_member, members)},
                back=_read_back(rest.get("back")),
                recovery=_read_recovery(rest.get("recovery")),
                expires=_read_expires(rest.get("expires")),
                may_self_add=may_self_add,
            )
        case _:
            raise _refusal("shape")
    _check(roster)
    if roster.to_text() != text:  # an addition, another version, an id of other keys, a member twice
        raise _refusal("not what it says")
    return roster


def _check(roster: Roster) -> None:
    if bool in (type(roster.epoch), type(roster.rules)):  # Python counts true as 1
        raise _refusal("a truth for a number")
    if not (1 <= roster.epoch <= GREATEST_EPOCH and roster.rules >= 1):
        raise _refusal("out of range")
    if (roster.back is None) != (roster.epoch == 1):
        raise _refusal("back")
    if (roster.circle == ZERO_ID) != (roster.prev == ZERO_HASH):
        raise _refusal("half of a first roster")
    if not 1 <= len(roster.members) <= MOST_MEMBERS or not roster.stewards:
        raise _refusal("members")
    ids = [*roster.members, *([roster.recovery.id] if roster.recovery else [])]
    if len({id_[:PREFIX_BYTES] for id_ in ids}) != len(ids):
        raise _refusal("two devices alike")


def _member_json(id_: bytes, member: Member) -> dict[str, Json]:
    steward: dict[str, Json] = {"steward": True} if member.is_steward else {}
    return {"id": to_base64url(id_), "role": member.role.value} | _keys_json(member) | steward


def _keys_json(keys: Member | Recovery) -> dict[str, Json]:
    return {"sign": to_base64url(keys.sign), "kem": to_base64url(keys.kem), "key": to_base64url(keys.key)}


def _read_member(wire: Json) -> Member:
    match wire:
        case {"role": str(role), "sign": str(sign), "kem": str(kem), "key": str(key), **rest}:
            known_role = as_word(role, Role)
            if known_role is None:
                raise _refusal("role")
            return Member(*_read_pair(sign, kem), known_role, _read_key(key), rest.get("steward") is True)
        case _:
            raise _refusal("member")


def _read_recovery(wire: object) -> Recovery | None:
    match wire:
        case None:
            return None
        case {"sign": str(sign), "kem": str(kem), "key": str(key)}:
            return Recovery(*_read_pair(sign, kem), _read_key(key))
        case _:
            raise _refusal("recovery")


def _read_back(wire: object) -> bytes | None:
    match wire:
        case None:
            return None
        case str(back):
            return from_base64url(back, _BACK_BYTES)
        case _:
            raise _refusal("back")


def _read_expires(wire: object) -> str | None:
    match wire:
        case None:
            return None
        case str(day) if (read := as_day(day)) is not None:
            return read.isoformat()
        case _:
            raise _refusal("expires")


def _read_pair(sign: str, kem: str) -> tuple[bytes, bytes]:
    return from_base64url(sign, KEY_BYTES), from_base64url(kem, KEY_BYTES)


def _read_key(key: str) -> bytes:
    return from_base64url(key, _SEALED_KEY_BYTES)


def _refusal(note: str) -> InputRejected:
    return InputRejected("roster", note)
