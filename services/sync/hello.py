"""The three messages of pairing, each canonical JSON, hashed and proved as the very bytes that travel.

    hello of the inviting device   {"by":"mentor","eph":…,"kem":…,"role":"pupil","sign":…,"until":ms,"v":1}
    hello of the joining device    {"brings":[{"kind":"shared","rosters":[…]}],"eph":…,"kem":…,"sign":…,"v":1}
    welcome, sealed                {"circles":[{"id":…,"kind":…,"planner":…,"roster":…,"url":…}],"v":1}

`eph` is an X25519 key for this pairing alone, `by` the role of who invites (it may be missing), `until` the
inviting device's own clock, `roster` the hash of a circle's latest roster. `brings` is there when who joins
has a planner already: the rosters that found its circle and add the inviting device. The endpoint reads both
hellos and no welcome; no name stands in any.

Errors: InputRejected("hello") or ("welcome"). Specification: docs/spec/pairing.md.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.canonical import Json, decode, encode, from_base64url, to_base64url
from services.crypto.device_keys import DeviceKeys
from services.crypto.port import KEY_BYTES
from services.planner.errors import InputRejected
from services.planner.reading import as_word
from services.planner.words import Role
from services.sync.entry import HASH_BYTES, ID_BYTES
from services.sync.epoch_keys import PLANNER_ID_BYTES, CircleKind
from services.sync.origin import origin_of
from services.sync.roster_wish import Device
from services.sync.wire_pairing import MOST_HELLO_BYTES, MOST_WELCOME_BYTES

MOST_CIRCLES_WELCOMED: Final = 200
_MOST_BROUGHT: Final = 4
_MOST_ROSTERS: Final = 8
_VERSION: Final = 1
_DEPTH: Final = 5


@dataclass(frozen=True, slots=True)
class InviterHello:
    """What the inviting device says. Units: `until_ms` by its own clock. `by` is its own role, where said."""

    device: Device
    eph: bytes
    role: Role
    until_ms: int
    by: Role | None = None

    def to_text(self) -> bytes:
        """The bytes that travel."""
        by: dict[str, Json] = {"by": self.by.value} if self.by else {}
        return encode(
            _keys_json(self.device, self.eph) | by | {"role": self.role.value, "until": self.until_ms}
        )


@dataclass(frozen=True, slots=True)
class Brought:
    """A circle that who joins has already. Shape: roster entries from its first one on."""

    kind: CircleKind
    rosters: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class JoinerHello:
    """What the joining device says."""

    device: Device
    eph: bytes
    brings: tuple[Brought, ...] = ()

    def to_text(self) -> bytes:
        """The bytes that travel."""
        brings: list[Json] = [
            {"kind": each.kind.value, "rosters": [to_base64url(raw) for raw in each.rosters]}
            for each in self.brings
        ]
        return encode(_keys_json(self.device, self.eph) | ({"brings": brings} if brings else {}))


@dataclass(frozen=True, slots=True)
class WelcomedCircle:
    """A circle that a device was added to. Shape: `roster` is the hash of its latest; `url` an origin."""

    id: bytes
    kind: CircleKind
    planner: bytes
    url: str
    roster: bytes


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the joining device gets to know."""

    circles: tuple[WelcomedCircle, ...]

    def to_text(self) -> bytes:
        """The bytes that are sealed."""
        return encode({"v": _VERSION, "circles": [_circle_json(circle) for circle in self.circles]})


def public_of(device: DeviceKeys) -> Device:
    """What a device shows of itself."""
    return Device(device.sign.public, device.kem.public)


def read_inviter_hello(text: bytes) -> InviterHello:
    """The inviting device's hello, from anywhere."""
    match _decoded(text, MOST_HELLO_BYTES, "hello"):
        case {"role": str(role), "until": int(until), **rest} if type(until) is int and until >= 0:
            is_said, said = "by" in rest, rest.pop("by", None)
            by = as_word(said, Role) if isinstance(said, str) else None
            known_role = as_word(role, Role)
            if known_role is None or (is_said and by is None):
                raise InputRejected("hello", "role")
            return InviterHello(*_read_keys(rest), known_role, until, by)
        case _:
            raise InputRejected("hello", "shape")


def read_joiner_hello(text: bytes) -> JoinerHello:
    """The joining device's hello, from anywhere; what it brings is judged elsewhere."""
    match _decoded(text, MOST_HELLO_BYTES, "hello"):
        case {"brings": list(brings), **rest} if 1 <= len(brings) <= _MOST_BROUGHT:
            return JoinerHello(*_read_keys(rest), tuple(map(_read_brought, brings)))
        case dict(keys):
            return JoinerHello(*_read_keys(keys))
        case _:
            raise InputRejected("hello", "shape")


def read_welcome(text: bytes) -> Welcome:
    """The welcome that was opened."""
    match _decoded(text, MOST_WELCOME_BYTES, "welcome"):
        case {"v": 1 as v, "circles": list(circles), **rest} if not rest and v is not True:
            if len(circles) <= MOST_CIRCLES_WELCOMED:
                return Welcome(tuple(map(_read_circle, circles)))
    raise InputRejected("welcome", "shape")


def _keys_json(device: Device, eph: bytes) -> dict[str, Json]:
    keys = {"sign": device.sign, "kem": device.kem, "eph": eph}
    return {"v": _VERSION} | {name: to_base64url(raw) for name, raw in keys.items()}


def _circle_json(circle: WelcomedCircle) -> dict[str, Json]:
    return {
        "id": to_base64url(circle.id),
        "kind": circle.kind.value,
        "planner": to_base64url(circle.planner),
        "roster": to_base64url(circle.roster),
        "url": circle.url,
    }


def _decoded(text: bytes, most: int, field: str) -> Json:
    if len(text) > most:
        raise InputRejected(field, "too long")
    return decode(text, _DEPTH)


def _read_keys(wire: object) -> tuple[Device, bytes]:
    match wire:
        case {"v": 1 as v, "sign": str(sign), "kem": str(kem), "eph": str(eph), **rest}:
            if not rest and v is not True:
                device = Device(from_base64url(sign, KEY_BYTES), from_base64url(kem, KEY_BYTES))
                return device, from_base64url(eph, KEY_BYTES)
    raise InputRejected("hello", "keys")


def _read_brought(wire: Json) -> Brought:
    match wire:
        case {"kind": str(kind), "rosters": list(rosters), **rest} if not rest:
            known_kind = as_word(kind, CircleKind)
            texts = [raw for raw in rosters if isinstance(raw, str)]
            if known_kind and len(texts) == len(rosters) and 1 <= len(rosters) <= _MOST_ROSTERS:
                return Brought(known_kind, tuple(map(from_base64url, texts)))
    raise InputRejected("hello", "brings")


def _read_circle(wire: Json) -> WelcomedCircle:
    match wire:
        case {
            "id": str(id_),
            "kind": str(kind),
            "planner": str(planner),
            "url": str(url),
            "roster": str(roster),
            **rest,
        } if not rest:
            known_kind = as_word(kind, CircleKind)
            if known_kind is None or origin_of(url) != url:
                raise InputRejected("welcome", "circle")
            return WelcomedCircle(
                from_base64url(id_, ID_BYTES),
                known_kind,
                from_base64url(planner, PLANNER_ID_BYTES),
                url,
                from_base64url(roster, HASH_BYTES),
            )
    raise InputRejected("welcome", "circle")
