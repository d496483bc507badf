"""Targets on the stage: the list, one of them, and the writing of a new one, with a person in front."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.ids import TargetId
from tests.stage.stage import Stage, stage
from tests.views.pupil.pupil_house import PupilHouse
from views.design.tokens import tokens_for
from views.pupil.new_target_model import NewTargetModel
from views.pupil.new_target_screen import new_target_screen
from views.pupil.target_model import TargetModel
from views.pupil.target_screen import target_screen
from views.pupil.targets_model import TargetsModel
from views.pupil.targets_screen import targets_screen
from views.strings.catalogue import Language

Act = Callable[[Stage], Awaitable[None]]

WIDTHS = (390, 768, 1180)
LANGUAGES = tuple(Language)


async def list_seen(house: PupilHouse, act: Act, went: list[str], width: int = 390, **around: Any) -> None:
    """Draw the list of targets and let a person act."""
    model = TargetsModel(house.desk, house.actions)
    tokens = tokens_for(width=width)
    async with stage(lambda: targets_screen(model, went.append), tokens=tokens, **around) as here:
        await act(here)
        await house.settle()


async def target_seen(
    house: PupilHouse, target: TargetId, act: Act, *, width: int = 390, percent: int = 100, **around: Any
) -> None:
    """Draw one target and let a person act."""
    model = TargetModel(house.desk, target, house.actions)
    tokens = tokens_for(width=width, percent=percent)
    async with stage(lambda: target_screen(model, lambda _: None), tokens=tokens, **around) as here:
        await act(here)
        await house.settle()


async def writing_seen(house: PupilHouse, act: Act, went: list[str], **around: Any) -> None:
    """Draw the writing of a target and let a person act."""
    model = NewTargetModel(house.desk, house.actions)
    async with stage(lambda: new_target_screen(model, went.append), **around) as here:
        await act(here)
        await house.settle()
