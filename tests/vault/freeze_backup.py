"""Makes the backup of a released version: `python -m tests.vault.freeze_backup`. Run once a version."""

import asyncio
import json
from pathlib import Path

from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId, who_record
from services.planner.words import Role
from services.vault.backup_file import VERSION, open_backup
from services.vault.copies import Copies
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import SEPTEMBER_MS, seeded, tick

PATH = Path(__file__).resolve().parents[1] / "vectors" / "backup" / f"version-{VERSION}.json"
PASSPHRASE = "caws a bara lawr, os gwelwch yn dda"  # noqa: S105  # a test's own


async def made() -> dict[str, object]:
    """A backup of a planner with one record of each shape that a value may have."""
    random = seeded(20_260_914)
    store, crypto = MemoryStore(), NativeCrypto(random)
    vault = Vault(store, MemoryKeystore(random), crypto, lambda: SEPTEMBER_MS)
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner(role=Role.PUPIL)
    who = {"_new": "who", "person": "p1", "name": "Nia", "picture": "fox", "role": "pupil"}
    own = who_record(vault.device_hex)
    await journal.write([Change(own, "who", field, value) for field, value in who.items()])
    for value in (None, True, -(2**53) + 1, "Zähne, dannedd, دانت", ["done", "p"], {"a": [1, {"b": False}]}):
        await journal.write([Change(RecordId("r1"), "routine", f"f.{type(value).__name__}", value)])
    await journal.write([tick("s1"), tick("s2", outcome="skipped")])
    raw = await Copies(vault, store, crypto, lambda: SEPTEMBER_MS).make(PASSPHRASE)
    text = await open_backup(crypto, PASSPHRASE, raw)
    return {"passphrase": PASSPHRASE, "text": json.loads(text), "file": raw.hex()}


if __name__ == "__main__":
    assert not PATH.exists(), "what was released is never made again"
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_text(json.dumps(asyncio.run(made()), indent=1, ensure_ascii=False) + "\n", "utf-8")
