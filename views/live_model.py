"""The one shape of a model: a frozen state, listeners, and a way to become the next state."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

State = TypeVar("State")
SeenState = TypeVar("SeenState", covariant=True)

Listener = Callable[[], None]
Stop = Callable[[], None]


class Model(Protocol[SeenState]):
    """What a screen needs of a model."""

    @property
    def state(self) -> SeenState:
        """What is true now; frozen."""

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""


class LiveModel(Generic[State]):
    """Holds a state and tells whoever listens. Models inherit it and add verbs."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._listeners: list[Listener] = []

    @property
    def state(self) -> State:
        """What is true now; frozen."""
        return self._state

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""
        self._listeners.append(fn)

        def stop() -> None:
            if fn in self._listeners:
                self._listeners.remove(fn)

        return stop

    def become(self, state: State) -> None:
        """Take the next state. An equal state tells nobody."""
        if state == self._state:
            return
        self._state = state
        for fn in tuple(self._listeners):
            fn()
