"""The pages of keeping a planner on the stage: in which looks, and how a person presses on."""

import pytest

from tests.stage import Stage
from tests.views.keeping.keeping_house import Here
from views.design.tokens import Tokens, tokens_for
from views.strings.catalogue import Language

PIN = "4938"
EVERYWHERE = pytest.mark.parametrize(
    ("language", "width"),
    [(language, width) for language in Language for width in (390, 1180)],
    ids=lambda part: str(part),
)


def nothing() -> None:
    pass


def look(width: int) -> Tokens:
    return tokens_for(width=width)


async def settles(s: Stage, one: Here) -> None:
    for _ in range(3):
        await one.actions.settle()
        await s.settle()


async def taps(s: Stage, one: Here, name: str) -> None:
    await s.tap(name)
    await settles(s, one)


async def enters(s: Stage, one: Here) -> None:
    for digit in PIN:
        await s.tap(digit)
    await taps(s, one, "OK")
