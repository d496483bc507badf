"""Makes the fixture of a released version: `python -m tests.vault.freeze`. Run once a version, then kept.

The vault has a PIN and a card, one planner, and one record of each shape that a value may have.
"""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path

from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.planner.words import Role
from services.vault import settings
from services.vault.keystore_memory import MemoryKeystore
from services.vault.schema import CURRENT
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import SEPTEMBER_MS, seeded, tick

FOLDER = Path(__file__).resolve().parents[1] / "vectors" / "vault"
PIN = "480212"


async def made() -> dict[str, object]:
    """A vault of the current version, as text."""
    random = seeded(20_260_914)
    store, keystore = MemoryStore(), MemoryKeystore(random)
    crypto = NativeCrypto(random)
    chosen = settings.DeviceSettings("cy", "dark", "Atkinson Hyperlegible", 150, motion=False, sound=True)
    await settings.save(store, keystore, crypto, chosen)
    vault = Vault(store, keystore, crypto, lambda: SEPTEMBER_MS)
    card = await vault.create(LockKind.PIN, PIN, with_card=True)
    assert card is not None
    journal = await vault.add_planner(role=Role.PUPIL)
    for value in (None, True, -(2**53) + 1, "Zähne, dannedd, دانت", ["done", "p"], {"a": [1, {"b": False}]}):
        await journal.write([Change(RecordId("r1"), "routine", f"f.{type(value).__name__}", value)])
    await journal.write([tick("s1"), tick("s2", outcome="skipped")])
    await journal.write([tick("s1", outcome="not_needed"), tick("s1", "2026-09-15")])
    return {
        "schema": CURRENT.version,
        "device_secret": vars(keystore)["_secret"].hex(),
        "attempts": (keystore.attempts or b"").hex(),
        "pin": PIN,
        "card": card.printed(),
        "device_hex": vault.device_hex,
        "planner": [journal.kind, journal.role.value, journal.made_ms],
        "records": {record.id: [record.type, dict(record.fields)] for record in journal.records.values()},
        "settings": asdict(chosen),
        "files": {name: content.hex() for name, content in sorted(store.content_by_name.items())},
    }


if __name__ == "__main__":
    path = FOLDER / f"version-{CURRENT.version}.json"
    assert not path.exists(), "what was released is never made again"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asyncio.run(made()), indent=1, ensure_ascii=False) + "\n", "utf-8")
