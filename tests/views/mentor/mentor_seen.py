"""A mentor's screens on the stage: the list of pupils, and a pupil's page, with a person in front."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.ids import PlannerId
from services.planner.words import Role
from tests.stage.stage import Stage, stage
from tests.views.mentor.mentor_house import MentorHouse
from views.design.tokens import Tokens, tokens_for
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_screen import caseload_screen
from views.mentor.mentor_frame import mentor_frame
from views.mentor.mentor_place import MentorPlace
from views.mentor.page_screen import pupil_page_screen
from views.strings.catalogue import Language

Act = Callable[[Stage], Awaitable[None]]
Went = list[str]

WIDTHS = (390, 768, 1180)
LANGUAGES = tuple(Language)


async def list_seen(
    house: MentorHouse, act: Act, went: Went, model: CaseloadModel | None = None, **around: Any
) -> None:
    """Draw the caseload, with a pupil's page beside it where there is room."""
    caseload = model or house.list_model()
    pages: dict[PlannerId, Any] = {
        desk.planner_id: house.page_model(number) for number, desk in enumerate(house.caseload.desks)
    }

    def page(which: PlannerId, tokens: Tokens) -> Any:
        return pupil_page_screen(pages[which], tokens, went.append, None)

    width, percent = around.pop("width", 390), around.pop("percent", 100)
    tokens = tokens_for(width=width, percent=percent)

    def draw() -> Any:
        return mentor_frame(
            MentorPlace.PUPILS,
            lambda: caseload_screen(caseload, page, went.append, may_add=True),
            went.append,
        )

    async with stage(draw, tokens=tokens, role=Role.MENTOR, **around) as here:
        await act(here)
        await house.settle()


async def page_seen(house: MentorHouse, act: Act, went: Went, **around: Any) -> None:
    """Draw a pupil's page alone, as on a phone."""
    width, percent = around.pop("width", 390), around.pop("percent", 100)
    tokens = tokens_for(width=width, percent=percent)
    model = house.page_model()

    def draw() -> Any:
        return pupil_page_screen(model, tokens, went.append, lambda: went.append("back"))

    async with stage(draw, tokens=tokens, role=Role.MENTOR, **around) as here:
        await house.settle()
        await here.settle()
        await act(here)
        await house.settle()
