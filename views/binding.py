"""The only bridge between models and hooks."""

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from views.live_model import Model, State, Stop


def _no_stops() -> list[Stop]:
    return []


def use_model(model: Model[State]) -> State:
    """The state of a model; the component draws again after each change."""
    _, count_up = ft.use_state(0)
    stops: MutableRef[list[Stop]] = ft.use_ref(_no_stops)
    drawn = model.state

    def redraw() -> None:
        count_up(lambda count: count + 1)

    def listen() -> None:
        # A state that came between drawing and mounting must not be lost.
        if model.state != drawn:
            redraw()
        _held(stops).append(model.subscribe(redraw))

    def leave() -> None:
        held = _held(stops)
        while held:
            held.pop()()

    ft.use_effect(listen, [model], cleanup=leave)
    return drawn


def _held(stops: MutableRef[list[Stop]]) -> list[Stop]:
    assert stops.current is not None, "a list from the first drawing on"
    return stops.current
