"""Twenty thousand broken backups at every run, a million in a soak: all refused, by our own answers."""

import asyncio
import hashlib
import random

from services.planner.errors import FirstbellError
from services.vault.backup import backup_text, read_backup
from services.vault.backup_file import open_backup, seal_backup
from services.vault.schema import CURRENT
from tests.sync.mutants import seed_of, so_many
from tests.vault.copying import WORDS, begun
from tests.vault.homes import Home, QuickCrypto


async def _text() -> bytes:
    home = Home()
    vault = await begun(home, "s1", "s2")
    return backup_text(vault.device_hex, 5, [await vault.journals()[0].settled_tables()], CURRENT)


TEXT = asyncio.run(_text())
FILE = asyncio.run(seal_backup(QuickCrypto(), WORDS, TEXT))
PIECES = (
    b"",
    b"\0",
    b"\xff" * 4,
    b"{}",
    b"[]",
    b'"',
    b"null",
    b"9" * 20,
    b"FBC1",
    b"FBC9",
    b":{",
    b"\\u0000",
)


def broken(raw: bytes, chance: random.Random) -> bytes:
    """The same bytes after one to six mishaps."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(raw) + 1), chance.randint(0, 12)
        piece = chance.choice((*PIECES, chance.randbytes(length), raw[at : at + length]))
        raw = raw[:at] + piece + raw[at + (length if chance.random() < 0.7 else 0) :]
    return raw


async def break_files(count: int, chance: random.Random) -> None:
    crypto = QuickCrypto()
    for _ in range(count):
        raw = broken(FILE, chance)
        if chance.random() < 0.5:
            raw = raw[:-32] + hashlib.sha256(raw[:-32]).digest()
        try:
            text = await open_backup(crypto, WORDS, raw)
        except FirstbellError:
            continue
        assert (raw, text) == (FILE, TEXT)


def break_texts(count: int, chance: random.Random) -> int:
    """Whoever knows the passphrase can seal any text; what is taken then is whole and says just that."""
    taken = 0
    for _ in range(count):
        text = broken(TEXT, chance)
        try:
            backup = read_backup(text, CURRENT)
        except FirstbellError:
            continue
        assert backup_text(backup.device_hex, backup.made_ms, backup.planners, CURRENT) == text
        taken += 1
    return taken


@so_many
def test_no_broken_backup_is_taken_and_none_raises_anything_but_ours(number: int) -> None:
    chance = random.Random(seed_of(number))  # noqa: S311  # a test wants to be repeatable
    asyncio.run(break_files(number, chance))
    assert break_texts(number, chance) < number // 10
