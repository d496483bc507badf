"""The bytes of a backup: what opens, and every other thing that may be given instead."""

import asyncio
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.crypto.native import NativeCrypto
from services.planner.errors import (
    FirstbellError,
    HeaderUnknown,
    InputRejected,
    VaultDamaged,
    VaultFromNewerVersion,
    WrongPin,
)
from services.vault.backup import read_backup
from services.vault.backup_file import MAX_BYTES, open_backup, read_backup_header, seal_backup
from services.vault.schema import CURRENT
from tests.vault.homes import QuickCrypto

WORDS = "four otters under the bridge"
TEXT = b'{"made-up":1}'
FROZEN = json.loads(
    (Path(__file__).resolve().parents[1] / "vectors" / "backup" / "version-1.json").read_text("utf-8")
)


def sealed(text: bytes = TEXT, crypto: QuickCrypto | None = None) -> bytes:
    return asyncio.run(seal_backup(crypto or QuickCrypto(), WORDS, text))


FILE = sealed()


def opened(raw: bytes, words: str = WORDS) -> bytes | type[FirstbellError]:
    """The text, or which of our errors. A stretch before the file was looked through fails the test."""
    crypto = QuickCrypto()
    try:
        read_backup_header(raw)
    except FirstbellError:
        crypto.on_stretch = lambda: pytest.fail("stretched a file that was not looked through")
    try:
        return asyncio.run(open_backup(crypto, words, raw))
    except FirstbellError as error:
        return type(error)


def changed(at: int, to: bytes, raw: bytes = FILE) -> bytes:
    """Other bytes at a place, and a checksum that holds."""
    body = raw[:at] + to + raw[at + len(to) : -32]
    return body + hashlib.sha256(body).digest()


def test_the_passphrase_opens_it_however_a_keyboard_spells_it() -> None:
    raw = asyncio.run(seal_backup(QuickCrypto(), "the café in Llanfair", TEXT))
    assert opened(raw, "the cafe\u0301 in Llanfair") == TEXT


def test_what_was_frozen_opens_with_its_real_stretching() -> None:
    raw = bytes.fromhex(FROZEN["file"])
    text = asyncio.run(open_backup(NativeCrypto(), FROZEN["passphrase"], raw))
    assert json.loads(text) == FROZEN["text"]
    backup = read_backup(text, CURRENT)
    assert (backup.device_hex, backup.made_ms) == (FROZEN["text"]["device"], FROZEN["text"]["made_ms"])


def test_the_wrong_passphrase_damaged_bytes_and_a_newer_file_are_three_answers() -> None:
    assert opened(FILE, "four otters over the bridge") is WrongPin
    assert opened(FILE[:-1] + bytes([FILE[-1] ^ 1])) is VaultDamaged
    assert opened(changed(3, b"2")) is VaultFromNewerVersion


def test_a_file_of_something_else_is_told_apart_from_a_damaged_one() -> None:
    for other in (b"", b"FB", b"%PDF-1.7 and so on" * 50, b"FBK1" + FILE[4:], changed(0, b"XYZ1")):
        assert opened(other) is HeaderUnknown


def test_a_letter_that_was_changed_inside_is_damage_even_when_somebody_mends_the_checksum() -> None:
    for place in (90, 160, len(FILE) - 40):
        assert opened(changed(place, bytes([FILE[place] ^ 4]))) is VaultDamaged


def test_a_file_that_asks_for_too_little_or_too_much_work_is_not_even_tried() -> None:
    for rounds in (0, 600_000, 999_999, 10_000_001, 2**32 - 1):
        assert opened(changed(5, rounds.to_bytes(4, "big"))) is HeaderUnknown
    assert opened(changed(4, b"\x02")) is HeaderUnknown
    assert opened(changed(4, b"\x00")) is HeaderUnknown


def test_a_size_that_no_padding_gives_is_not_even_tried() -> None:
    body = FILE[:-33]
    assert opened(body + hashlib.sha256(body).digest()) is HeaderUnknown
    short = FILE[:60]
    assert opened(short + hashlib.sha256(short).digest()) is HeaderUnknown


def test_a_huge_file_is_turned_away_by_its_size_alone() -> None:
    assert opened(FILE[:4].ljust(MAX_BYTES + 1, b"\0")) is HeaderUnknown


def test_a_weak_passphrase_seals_nothing() -> None:
    for weak in ("", "short", "123456", "x" * 300):
        with pytest.raises(InputRejected):
            asyncio.run(seal_backup(QuickCrypto(), weak, TEXT))


def test_a_little_more_inside_does_not_show_outside() -> None:
    assert len({len(sealed(b"x" * size)) for size in range(1, 250)}) == 1


@given(st.data())
@settings(max_examples=400)
def test_no_bytes_are_taken_for_a_backup_and_none_raise_anything_but_ours(data: st.DataObject) -> None:
    how = data.draw(st.sampled_from(["bytes", "bit", "cut", "spliced", "mended"]))
    if how == "bytes":
        raw = data.draw(st.binary(max_size=600))
    elif how == "cut":
        raw = FILE[: data.draw(st.integers(0, len(FILE) - 1))]
    else:
        at = data.draw(st.integers(0, len(FILE) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=24))
        raw = FILE[:at] + piece + FILE[at + (len(piece) if how != "spliced" else 0) :]
        if how == "mended":
            raw = raw[:-32] + hashlib.sha256(raw[:-32]).digest()
    answer = opened(raw)
    assert isinstance(answer, type) or raw == FILE
