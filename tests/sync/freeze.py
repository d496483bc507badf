"""Makes tests/vectors/sync.json if it is not there: `python -m tests.sync.freeze`. It overwrites nothing.

What is frozen must open for ever. A new format gets a new file beside the old one.
"""

import json
from typing import Any

from services.crypto.device_keys import DeviceKeys
from services.planner.ids import RecordId
from services.planner.merge import RecordKey
from services.planner.stamp import make
from services.planner.words import Role
from services.sync.content import Snap
from services.sync.statement import sign_erase, sign_token
from tests.crypto.finish import finish
from tests.crypto.vector_files import VECTORS
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, TABLET, device_of, edit_by, founded, public, tick

PATH = VECTORS / "sync.json"
ORIGIN = "https://sync.example.org"
CARD, NEW_CARD = device_of("card"), device_of("new card")


def made() -> dict[str, Any]:
    """A shared circle through joining, a removal and a snapshot; one of a pupil alone, saved by the card."""
    circle = founded(seed="Firstbell sync vectors 1")
    circle.change(PUPIL, add=((public(PARENT), Role.PARENT),))
    circle.change(PARENT, add=((public(MENTOR), Role.MENTOR),))
    circle.put(circle.edits(PUPIL, tick(PUPIL), ts_ms=NOW_MS))
    circle.change(MENTOR, remove=frozenset({PARENT.id}), expires="2027-07-31")
    circle.put(circle.edits(PUPIL, edit_by(PUPIL, "Bore da, عليكم, 🪥", "breakfast")))
    gone = ((RecordKey(RecordId("r1"), "step"), make(NOW_MS - 5, 3, MENTOR.id.hex())),)
    snap = Snap(circle.state.head, 1, 1, circle.state.lasts, gone)
    part = circle.part(MENTOR, snap, tick(PUPIL), edit_by(PUPIL, None, "woke"))
    alone = founded(card=public(CARD), seed="Firstbell sync vectors 1, alone")
    alone.change(CARD, add=((public(TABLET), Role.PUPIL),), card=public(NEW_CARD))
    order = finish(sign_erase(circle.crypto, MENTOR, circle.state.chain.circle, 20_711))
    nonce = bytes(range(32))
    return {
        "devices": {
            name: _keys(device)
            for name, device in (("pupil", PUPIL), ("mentor", MENTOR), ("new card", NEW_CARD))
        },
        "shared": {
            "circle": circle.state.chain.circle.hex(),
            "log": [entry.raw.hex() for entry in circle.log],
            "part": part.raw.hex(),
            "keys": {str(epoch): key.hex() for epoch, key in circle.keys.by_epoch.items()},
            "planner": circle.keys.about.planner.hex(),
        },
        "alone": {
            "circle": alone.state.chain.circle.hex(),
            "log": [entry.raw.hex() for entry in alone.log],
            "keys": {str(epoch): key.hex() for epoch, key in alone.keys.by_epoch.items()},
        },
        "erase": {"day": order.day, "by": order.by.hex(), "sig": order.sig.hex()},
        "token": {
            "origin": ORIGIN,
            "nonce": nonce.hex(),
            "sig": finish(sign_token(circle.crypto, PUPIL, ORIGIN, nonce)).hex(),
        },
    }


def _keys(device: DeviceKeys) -> dict[str, str]:
    return {"id": device.id.hex(), "sign": device.sign.seed.hex(), "kem": device.kem.seed.hex()}


if __name__ == "__main__" and not PATH.exists():
    PATH.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
