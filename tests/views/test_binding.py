"""A screen follows its model: from the first drawing on, to another model, and no longer than it is shown."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from tests.stage import stage
from views.binding import use_model
from views.design.button import quiet_button
from views.design.lettering import body_text
from views.design.surface import column
from views.live_model import LiveModel, Stop
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]


class Counting(LiveModel[int]):
    """Counts, and knows how many listen."""

    listening = 0

    def subscribe(self, fn: Callable[[], None]) -> Stop:
        stop = super().subscribe(fn)
        self.listening += 1

        def stop_and_tell() -> None:
            self.listening -= 1
            stop()

        return stop_and_tell


@ft.component
def shown(model: Counting) -> ft.Control:
    return body_text(use_surroundings().tokens, f"count {use_model(model)}")


def test_each_change_is_drawn(run: Run) -> None:
    async def show() -> None:
        model = Counting(1)
        async with stage(lambda: shown(model)) as s:
            assert s.texts() == ["count 1"]
            model.become(2)
            await s.settle()
            assert s.texts() == ["count 2"]
            assert model.listening == 1

    run(show())


def test_another_model_takes_over_and_the_first_is_left_alone(run: Run) -> None:
    async def show() -> None:
        first, second = Counting(1), Counting(10)

        @ft.component
        def screen() -> ft.Control:
            is_second, set_second = ft.use_state(False)
            is_gone, set_gone = ft.use_state(False)
            t = use_surroundings().tokens
            swap, leave = lambda: set_second(True), lambda: set_gone(True)
            inside = [] if is_gone else [shown(second if is_second else first)]
            return column([quiet_button(t, "swap", swap), quiet_button(t, "leave", leave), *inside])

        async with stage(screen) as s:
            await s.tap("swap")
            assert s.says("count 10")
            assert (first.listening, second.listening) == (0, 1)
            second.become(11)
            await s.settle()
            assert s.says("count 11")
            await s.tap("leave")
            assert (first.listening, second.listening) == (0, 0)

    run(show())


def test_a_change_between_drawing_and_listening_is_not_lost(run: Run) -> None:
    async def show() -> None:
        class Hasty(Counting):
            def subscribe(self, fn: Callable[[], None]) -> Stop:
                stop = super().subscribe(fn)
                self.become(5)
                return stop

        model = Hasty(1)
        async with stage(lambda: shown(model)) as s:
            assert s.texts() == ["count 5"]

    run(show())
