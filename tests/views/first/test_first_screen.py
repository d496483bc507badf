"""Somebody meets Firstbell for the first time."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from tests.stage import stage
from views.design.tokens import tokens_for
from views.first.first_screen import first_screen
from views.first.role_screen import role_screen
from views.strings.catalogue import Language

Run = Callable[[Awaitable[Any]], Any]


def nothing() -> None:
    pass


@pytest.mark.feature("L6")
@pytest.mark.parametrize("width", [390, 768, 1180])
def test_three_doors_and_a_look_around_each_lead_where_they_say(run: Run, width: int) -> None:
    async def show() -> None:
        gone: list[str] = []

        def to(where: str) -> Callable[[], None]:
            return lambda: gone.append(where)

        def draw() -> Any:
            return first_screen(
                to("pupil"),
                to("parent"),
                to("mentor"),
                to("around"),
                to("language"),
                to("size"),
                to("about"),
                to("copy"),
                to("code"),
            )

        async with stage(draw, tokens=tokens_for(width=width)) as s:
            doors = ("I'm a pupil", "I'm a parent or carer", "I'm a mentor")
            for name in (
                *doors,
                "made-up pupil",
                "English",
                "Text size",
                "About",
                "I have a copy to bring back",
                "I have a code or a card",
            ):
                await s.tap(name)
            asides = ["around", "language", "size", "about", "copy", "code"]
            assert gone == ["pupil", "parent", "mentor", *asides]
            assert (1, "Firstbell") in s.headings()

    run(show())


@pytest.mark.parametrize("language", Language)
def test_it_says_in_two_sentences_what_is_kept_where_and_how_to_delete_it(
    run: Run, language: Language
) -> None:
    async def show() -> None:
        def draw() -> Any:
            return first_screen(*[nothing] * 9)

        async with stage(draw, language=language) as s:
            kept = [text for text in s.texts() if text.count(".") == 2]
            assert len(kept) == 1

    run(show())


@pytest.mark.parametrize("role", [Role.PARENT, Role.MENTOR])
def test_behind_an_adults_door_one_can_begin_look_around_or_go_back(run: Run, role: Role) -> None:
    async def show() -> None:
        gone: list[str] = []

        def draw() -> Any:
            return role_screen(
                role,
                lambda: gone.append("set up"),
                lambda: gone.append("around"),
                lambda: gone.append("back"),
                lambda: gone.append("code"),
            )

        async with stage(draw, role=role) as s:
            await s.tap("Begin with")
            await s.tap("made-up pupil")
            await s.tap("Back")
            await s.tap("I have a code")
            assert gone == ["set up", "around", "back", "code"]

    run(show())
