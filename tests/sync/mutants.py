"""Bytes that were right once: cut, doubled, swapped and mixed, the same for the same seed.

Every parser of what comes from outside gets 20,000 of them at each run and a million in a soak. Each run has
the same ones; a soak has its own, which its seed, printed, or FIRSTBELL_SEED gives again.
"""

import os
from collections.abc import Iterator, Sequence
from random import Random
from secrets import randbelow

import pytest

MOST_CHANGES = 4
EVERY_RUN = 20_000
A_SOAK = 1_000_000
SEED = 20_260_914
IN_JSON = [
    b"true",
    b"null",
    b"1e3",
    b"-1",
    b"9" * 30,
    b'"v":1,',
    b"[" * 40,
    b"{",
    b"\\ud800",
    b'""',
    b",",
    b"\x00",
]
so_many = pytest.mark.parametrize("number", [EVERY_RUN, pytest.param(A_SOAK, marks=pytest.mark.long)])


def seed_of(number: int) -> int:
    """What these many begin with; printed, and shown where a test fails."""
    usual = SEED if number == EVERY_RUN else randbelow(2**32)
    seed = int(os.environ.get("FIRSTBELL_SEED", usual))
    print(f"FIRSTBELL_SEED={seed}")  # noqa: T201  # a seed is printed
    return seed


def mutants(corpus: Sequence[bytes], tokens: Sequence[bytes], number: int, seed: int) -> Iterator[bytes]:
    """So many changed members of the corpus. `tokens` are put in where they may hurt."""
    chance = Random(seed)  # noqa: S311  # no secret, a repeatable one
    for _ in range(number):
        raw = chance.choice(corpus)
        for _ in range(chance.randint(1, MOST_CHANGES)):
            raw = _changed(raw, corpus, tokens, chance)
        yield raw


def _changed(raw: bytes, corpus: Sequence[bytes], tokens: Sequence[bytes], chance: Random) -> bytes:
    start = chance.randint(0, len(raw))
    end = min(len(raw), start + chance.choice((0, 1, 1, 2, 8, 43)))
    match chance.randrange(6):
        case 0:
            new = chance.randbytes(end - start)
        case 1:
            new = b""
        case 2:
            new = raw[start:end] * 2
        case 3:
            new = chance.choice(tokens)
        case 4:
            other = chance.choice(corpus)
            at = chance.randint(0, len(other))
            new = other[at : at + end - start]
        case _:
            new = bytes([raw[start] ^ 1 << chance.randrange(8)]) if start < end else b""
    return raw[:start] + new + raw[end:]
