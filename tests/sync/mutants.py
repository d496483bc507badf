"""Bytes that were right once: cut, doubled, swapped and mixed, the same for the same seed."""

from collections.abc import Iterator, Sequence
from random import Random

MOST_CHANGES = 4


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
