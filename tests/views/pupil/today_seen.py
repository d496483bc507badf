"""Today on the stage, with a person in front of it."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.stage.stage import Stage, stage
from tests.views.pupil.today_house import TodayHouse
from views.design.tokens import tokens_for
from views.pupil.today_screen import today_screen

Act = Callable[[Stage, TodayHouse, list[str]], Awaitable[None]]

WIDTHS = (390, 768, 1180)


async def seen(house: TodayHouse, act: Act, *, width: int = 390, percent: int = 100, **around: Any) -> None:
    """Draw Today, let a person act, and let everything come to rest."""
    went: list[str] = []
    tokens = tokens_for(width=width, percent=percent)
    async with stage(lambda: today_screen(house.today, went.append), tokens=tokens, **around) as here:
        await act(here, house, went)
        await house.settle()
