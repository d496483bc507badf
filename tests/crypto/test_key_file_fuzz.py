"""Broken key files, half of them with a checksum that fits again: refused by our own answers."""

import asyncio
from random import Random

from services.crypto.hkdf import HASH_BYTES, sha256
from services.crypto.key_file import (
    OpenKeyFile,
    new_key_file,
    open_with_card,
    open_with_device,
    read_header,
    seal_key_file,
    with_card,
)
from services.crypto.recovery_card import new_card
from services.crypto.secret_text import Asks
from services.crypto.stretch import EVERYWHERE
from services.planner.errors import FirstbellError
from tests.crypto.samples import BODY, this_device
from tests.sync.mutants import mutants, seed_of, so_many
from tests.vault.homes import QuickCrypto

PIN = "4711"
CRYPTO = QuickCrypto()
CARD = new_card(CRYPTO)
IN_BYTES = [b"", b"FBK1", b"FBK2", b"FBC1", bytes(8), b"\xff" * 8, b"\1", b"\2", b"{}", bytes(32)]


async def _files() -> list[bytes]:
    plain = await new_key_file(CRYPTO, BODY, this_device)
    locked = await new_key_file(CRYPTO, BODY, this_device, Asks.DIGITS, PIN, EVERYWHERE)
    opened = [plain, locked, await with_card(CRYPTO, locked, CARD)]
    return [await seal_key_file(CRYPTO, one, generation) for generation, one in enumerate(opened, 1)]


FILES = asyncio.run(_files())


async def opened(raw: bytes) -> list[OpenKeyFile]:
    """By every way in that there is."""
    found = []
    for attempt in (open_with_device(CRYPTO, raw, this_device, PIN), open_with_card(CRYPTO, raw, CARD)):
        try:
            found.append(await attempt)
        except FirstbellError:
            continue
    return found


@so_many
def test_no_broken_key_file_opens_and_none_raises_anything_but_ours(number: int) -> None:
    chance = Random(seed_of(number))  # noqa: S311  # no secret, a repeatable one

    async def story() -> int:
        read = 0
        for broken in mutants(FILES, IN_BYTES, number, chance.getrandbits(32)):
            raw = broken
            if chance.random() < 0.5:
                raw = broken[:-HASH_BYTES] + sha256(broken[:-HASH_BYTES])
            try:
                read_header(raw)
            except FirstbellError:
                continue
            read += 1
            assert not await opened(raw) or raw in FILES
        return read

    assert 0 < asyncio.run(story()) < number
