"""The stage itself: a real Flet session, drawn for nobody."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import flet as ft
from flet.components.component import Component
from flet.controls.context import _context_page, context
from flet.messaging.protocol import Message, MessageAction, RegisterClientResponseBody
from flet.messaging.session import Session

from services.planner.words import Role
from tests.stage import tree
from tests.stage.connection import QuietConnection
from tests.stage.tree import Thing
from views.design.tokens import Tokens, tokens_for
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import Surroundings, surrounded


class Stage:
    """What a test does in place of a person."""

    def __init__(self, session: Session, connection: QuietConnection) -> None:
        self._session, self._connection = session, connection
        self.page: ft.Page = session.page

    def controls(self) -> list[Any]:
        """Everything that is drawn, sheets too."""
        return list(tree.walk(self.page))

    def texts(self) -> list[str]:
        """Every word on the screen, in order."""
        return [each.value for each in self.controls() if isinstance(each, ft.Text)]

    def says(self, part: str) -> bool:
        """Whether some words on the screen hold `part`."""
        return any(part in text for text in self.texts())

    def headings(self) -> list[tuple[int, str]]:
        """Each heading's level and words."""
        return [
            (each.heading_level, "\n".join(tree.said(each)))
            for each in self.controls()
            if isinstance(each, ft.Semantics) and each.heading_level
        ]

    def things(self) -> list[Thing]:
        """Everything to act on."""
        return list(tree.things(self.page))

    def names(self) -> list[str]:
        """The names of everything to act on, as a screen reader says them."""
        return [each.name for each in self.things()]

    def thing(self, name: str) -> Thing:
        """The one thing of a name: the whole name, or else a part of it."""
        found = [each for each in self.things() if each.name == name]
        found = found or [each for each in self.things() if name in each.name]
        assert len(found) == 1, f"{len(found)} things are called {name!r} among {self.names()}"
        return found[0]

    async def tap(self, name: str) -> None:
        """Press the thing of a name."""
        thing = self.thing(name)
        assert not thing.is_off, f"{name!r} is switched off"
        if isinstance(thing.control, ft.Switch):
            await self.fire(thing.control, "change", value=not thing.control.value)
        else:
            await self.fire(thing.control, "click")

    async def type(self, name: str, text: str) -> None:
        """Type into the field of a name, in place of what it holds."""
        control = self.thing(name).control
        assert isinstance(control, ft.TextField), f"{name!r} is no field"
        await self.fire(control, "change", data=text, value=text)

    async def submit(self, name: str) -> None:
        """Press Enter in the field of a name."""
        await self.fire(self.thing(name).control, "submit")

    async def close_sheet(self) -> None:
        """Tap beside the open sheet, or press Escape."""
        sheet = next(each for each in self.controls() if isinstance(each, ft.BottomSheet))
        await self.fire(sheet, "dismiss", open=False)

    async def fire(self, control: Any, event: str, data: Any = None, **properties: Any) -> None:
        """What a client sends: first what changed, then the event."""
        if properties:
            self._session.apply_patch(control._i, properties)
        await self._session.dispatch_event(control._i, event, data)
        await self.settle()

    async def settle(self, rounds: int = 30) -> None:
        """Let everything that is ready run. Nothing waits for a clock."""
        for _ in range(rounds):
            await asyncio.sleep(0)

    @property
    def crashes(self) -> list[str]:
        """What the app's handlers raised."""
        return self._connection.crashes


@contextlib.asynccontextmanager
async def stage(
    draw: Callable[[], Any],
    *,
    tokens: Tokens | None = None,
    language: Language = Language.ENGLISH,
    role: Role | None = Role.PUPIL,
) -> AsyncIterator[Stage]:
    """`async with stage(lambda: today_screen(model, go)) as s:`; what drawing or a handler raises, fails."""
    look = tokens or tokens_for()
    around = Surroundings(sentences_in(language), look, role, language)

    @ft.component
    def whole() -> ft.View:
        return ft.View(route="/", padding=0, controls=[surrounded(around, draw)])

    connection = QuietConnection()
    session = Session(connection)
    connection.session = session
    session.apply_page_patch(
        {"route": "/", "width": float(look.width), "height": 844.0, "web": False, "platform": "android"}
    )
    token = _context_page.set(session.page)
    context.reset_auto_update()
    # A client that registers gets the first page encoded; later changes are told against that encoding.
    first = RegisterClientResponseBody(session_id=session.id, page_patch=session.get_page_patch(), error="")
    connection.send_message(Message(MessageAction.REGISTER_CLIENT, first))
    raised: list[Exception] = []
    try:
        with _renders_kept(raised):
            session.page.render_views(whole)
            await session.after_event(session.page)
            here = Stage(session, connection)
            await here.settle()
            yield here
            await here.settle()
        assert not raised, raised
        assert not here.crashes, here.crashes
    finally:
        session.close()
        await asyncio.sleep(0)
        _context_page.reset(token)


@contextlib.contextmanager
def _renders_kept(raised: list[Exception]) -> Any:
    """Flet loses what a second drawing raises; keep it for the end of the test."""
    original = Component.update

    def update(self: Component) -> None:
        try:
            original(self)
        except Exception as error:
            raised.append(error)
            raise

    Component.update = update  # type: ignore[method-assign]  # Flet has no hook for this
    try:
        yield
    finally:
        Component.update = original  # type: ignore[method-assign]  # as it was
