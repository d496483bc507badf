"""What the service knows of a device, on phone and tablet, in each language, large and dark."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.errors import EndpointUnreachable, FirstbellError
from services.sync.known import Known, KnownCircle
from tests.stage.stage import stage
from tests.views.people.test_people_screens import BOTH, LOOKS
from views.action import Actions
from views.people.known_model import KnownModel
from views.people.known_screen import known_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
KNOWN = Known(
    "https://bell.example",
    "2026-09-01",
    "2026-09-14",
    (KnownCircle("pupil", is_steward=False, size=5_000), KnownCircle("pupil", is_steward=True, size=900)),
    b"{}",
)


class Service:
    """One that answers, or does not."""

    def __init__(self) -> None:
        self.error: FirstbellError | None = None

    async def ask(self) -> tuple[Known, ...]:
        if self.error:
            raise self.error
        return (KNOWN,)


@BOTH
@LOOKS
def test_what_is_known_is_said_in_plain_words_and_can_be_saved(
    run: Run, tokens: Any, language: Language
) -> None:
    async def story() -> None:
        said = sentences_in(language)
        actions, went = Actions(), list[str]()
        model = KnownModel(Service().ask, actions)
        async with stage(
            lambda: known_screen(model, lambda: went.append("back")), tokens=tokens, language=language
        ) as here:
            await actions.settle()
            await here.settle()
            assert here.says("https://bell.example")
            assert here.says(said.people.known.is_in.format(role=said.words.pupil, size=5))
            assert here.says(said.people.known.leads.format(role=said.words.pupil, size=1))
            assert here.thing(said.people.known.save)
            await here.tap(said.words.back)
            assert went == ["back"]

    run(story())


@pytest.mark.parametrize("language", Language)
def test_without_a_network_it_says_so_and_asks_again_with_one_press(run: Run, language: Language) -> None:
    async def story() -> None:
        said, service, actions = sentences_in(language), Service(), Actions()
        service.error = EndpointUnreachable()
        model = KnownModel(service.ask, actions)
        async with stage(lambda: known_screen(model, lambda: None), language=language) as here:
            await actions.settle()
            await here.settle()
            assert here.says(said.problems.by_code["endpoint_unreachable"])
            service.error = None
            await here.tap(said.words.try_again)
            await actions.settle()
            await here.settle()
            assert here.says("https://bell.example")

    run(story())
