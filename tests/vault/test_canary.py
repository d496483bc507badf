"""Nobody with the disk reads a word of it: names and texts stand in no byte of the folder, and in no log."""

import base64
import logging
from pathlib import Path

import pytest

from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault import settings
from services.vault.keystore_file import FileKeystore
from services.vault.settings import DeviceSettings
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import Clock, QuickCrypto, seeded

NAME, WORDS, PIN, THEME = "Wilhelmina-Canary", "a worry nobody shall read", "482019", "canary-theme"


def shapes(text: str) -> list[bytes]:
    """A text as bytes on a disk might hold it."""
    plain = text.encode()
    return [plain, text.encode("utf-16-le"), plain.hex().encode(), base64.b64encode(plain)[:-4], plain[::-1]]


def bytes_under(folder: Path) -> bytes:
    return b"\n".join(
        path.name.encode() + b"\0" + path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    )


async def lived_in(folder: Path, crypto: NativeCrypto) -> tuple[str, list[bytes]]:
    store, keystore = DiskStore(folder / "vault"), FileKeystore(folder / "keys", seeded(1))
    await settings.save(store, keystore, crypto, DeviceSettings(theme=THEME))
    vault = Vault(store, keystore, crypto, Clock())
    card = await vault.create(LockKind.PIN, PIN, with_card=True)
    journal = await vault.add_planner()
    for number in range(4):
        name = Change(RecordId("who:0f"), "who", "name", f"{NAME}{number}")
        note = Change(RecordId("n1"), "note", "words", WORDS)
        await journal.write([name, note])
    keys = [vault.device.sign.seed, vault.device.kem.seed, vars(vault)["_keys"].vault_key]
    await vault.change_lock(LockKind.PASSPHRASE, WORDS, current=PIN)
    await vault.close()
    assert card is not None
    return card.printed(), keys


def test_no_name_text_pin_card_or_key_stands_in_any_byte_of_the_folder(run, tmp_path: Path) -> None:
    card, keys = run(lived_in(tmp_path, QuickCrypto()))
    disk = bytes_under(tmp_path)
    assert b"keys.a" in disk
    for text in (NAME, WORDS, PIN, THEME, card, card.replace("-", ""), "who:0f", "note"):
        for shape in shapes(text):
            assert shape not in disk, text
    for key in keys:
        assert key not in disk
        assert base64.urlsafe_b64encode(key).rstrip(b"=") not in disk


def test_a_log_holds_counts_and_codes_and_not_a_word(
    run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    card, _ = run(lived_in(tmp_path, QuickCrypto()))
    for path in (tmp_path / "vault").glob("*.a"):
        path.write_bytes(b"rot")
    store, keystore = DiskStore(tmp_path / "vault"), FileKeystore(tmp_path / "keys", seeded(1))

    async def again() -> None:
        await settings.load(store, keystore, QuickCrypto())
        vault = Vault(store, keystore, QuickCrypto(), Clock())
        await vault.open_(WORDS)
        await vault.close()

    run(again())
    for text in (NAME, WORDS, PIN, THEME, card):
        assert text not in caplog.text


def test_two_ticks_and_twenty_look_alike_from_outside(run, tmp_path: Path) -> None:
    async def size(ticks: int) -> int:
        folder = tmp_path / str(ticks)
        vault = Vault(DiskStore(folder), FileKeystore(folder / "keys", seeded(1)), QuickCrypto(), Clock())
        await vault.create(LockKind.NONE)
        journal = await vault.add_planner()
        for number in range(ticks):
            await journal.write([Change(RecordId("day:2026-09-14"), "day", f"t.{number}", ["done", "p"])])
        await vault.close()
        return len((folder / f"{journal.file_id}.a").read_bytes())

    assert run(size(2)) == run(size(20)) == 30 + 72 + 4096 + 32
