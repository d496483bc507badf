"""A roster wish as JSON, so that it outlives a restart until it is carried out."""

from typing import Any

from services.crypto.canonical import from_base64url, to_base64url
from services.planner.words import Role
from services.sync.roster_wish import Device, RosterWish
from services.vault.storage import Document


def wish_to_kept(wish: RosterWish) -> Document:
    """The form in the vault."""
    return {
        "add": [[*_pair(device), role.value] for device, role in wish.add],
        "remove": [to_base64url(id_) for id_ in sorted(wish.remove)],
        "stewards": None if wish.stewards is None else [to_base64url(id_) for id_ in sorted(wish.stewards)],
        "card": _pair(wish.card) if wish.card else None,
        "is_card_dropped": wish.is_card_dropped,
        "may_self_add": wish.may_self_add,
        "expires": wish.expires,
        "is_new_epoch": wish.is_new_epoch,
    }


def wish_from_kept(kept: Document) -> RosterWish:
    """The wish of `wish_to_kept`."""
    stewards = kept["stewards"]
    return RosterWish(
        add=tuple((_device(pair), Role(role)) for *pair, role in kept["add"]),
        remove=frozenset(map(from_base64url, kept["remove"])),
        stewards=None if stewards is None else frozenset(map(from_base64url, stewards)),
        card=_device(kept["card"]) if kept["card"] else None,
        is_card_dropped=kept["is_card_dropped"],
        may_self_add=kept["may_self_add"],
        expires=kept["expires"],
        is_new_epoch=kept["is_new_epoch"],
    )


def _pair(device: Device) -> list[str]:
    return [to_base64url(device.sign), to_base64url(device.kem)]


def _device(pair: list[Any]) -> Device:
    sign, kem = pair
    return Device(from_base64url(sign), from_base64url(kem))
