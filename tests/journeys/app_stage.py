"""The whole app on the stage: real household, vault and crypto, a device in memory, a time we choose."""

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flet.controls.context import _context_page, context
from flet.controls.services.semantics_service import AccessibilityFeatures
from flet.messaging.protocol import Message, MessageAction, RegisterClientResponseBody
from flet.messaging.session import Session

from app.devices.here import Device, network_here
from app.devices.surround import QuietPage
from app.household import Household
from app.shell import open_house
from services.crypto.native import NativeCrypto
from services.sync.http_here import Network
from services.sync.sharing import Sharing
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from tests.stage.connection import QuietConnection
from tests.stage.stage import Stage
from views.root.rooms import Rooms

MORNING_MS = int(datetime(2026, 9, 15, 7, 10, tzinfo=ZoneInfo("Europe/London")).timestamp() * 1000)
DAY_MS = 24 * 60 * 60 * 1000


class HandTimer:
    """A timer that a test turns by hand."""

    def __init__(self) -> None:
        self.wishes: list[tuple[int, Callable[[], None]]] = []

    def after(self, wait_ms: int, fn: Callable[[], None]) -> Callable[[], None]:
        wish = (wait_ms, fn)
        self.wishes.append(wish)
        return lambda: self.wishes.remove(wish) if wish in self.wishes else None

    def turn(self, ms: int) -> None:
        """Everything that waits for at most `ms` happens now."""
        due = [wish for wish in self.wishes if wish[0] <= ms]
        self.wishes = [wish for wish in self.wishes if wish not in due]
        for _, fn in due:
            fn()


class RoutedConnection(QuietConnection):
    """Answers an address that the app asks for as a browser does: by going there."""

    wants_stillness = False

    def __init__(self) -> None:
        super().__init__()

    def _answer(self, body: Any) -> None:
        if body.name == "get_accessibility_features":
            asked = {each.name: self.wants_stillness for each in fields(AccessibilityFeatures)}
            assert self.session is not None
            self.session.handle_invoke_method_results(body.control_id, body.call_id, asked, None)
            return
        super()._answer(body)
        if body.name == "push_route":
            self.loop.create_task(self.go(body.args["route"]))

    async def go(self, route: str) -> None:
        assert self.session is not None
        page = self.session.page
        self.session.apply_patch(page._i, {"route": route})
        await self.session.dispatch_event(page._i, "route_change", {"route": route})


@dataclass
class Phone:
    """A device in memory. It outlives the app, as a phone does."""

    store: MemoryStore = field(default_factory=MemoryStore)
    keystore: MemoryKeystore = field(default_factory=lambda: MemoryKeystore(NativeCrypto().random))
    now_ms: int = MORNING_MS
    timer: HandTimer = field(default_factory=HandTimer)
    is_web: bool = False
    has_key_store: bool = True
    language: str = "en-GB"
    network: Callable[[], Network] = network_here
    endpoint: str = ""

    async def _own_endpoint(self) -> str:
        return self.endpoint

    def device(self) -> Device:
        return Device(
            store=self.store,
            keystore=self.keystore,
            crypto=NativeCrypto(),
            now_ms=lambda: self.now_ms,
            zone="Europe/London",
            language=self.language,
            is_web=self.is_web,
            has_key_store=self.has_key_store,
            page_around=QuietPage(),
            network=self.network,
            own_endpoint=self._own_endpoint,
        )

    def pass_days(self, days: int) -> None:
        """So many days later, at the same time."""
        self.now_ms += days * DAY_MS

    @property
    def kept(self) -> bytes:
        """Every byte that the device keeps."""
        return b"\n".join(self.store.content_by_name.values())


class App(Stage):
    """What a test does with the whole app."""

    def __init__(self, session: Session, connection: RoutedConnection, rooms: Rooms) -> None:
        super().__init__(session, connection)
        self.rooms = rooms
        self._routed = connection

    @property
    def sharing(self) -> Sharing:
        """What the app shares, below its screens."""
        household = self.rooms.keeper
        assert isinstance(household, Household)
        return household.together.sharing

    async def settle(self, rounds: int = 30) -> None:
        """Let actions end too."""
        for _ in range(4):
            await super().settle(rounds)
            await self.rooms.actions.settle()
        await super().settle(rounds)

    async def go(self, route: str) -> None:
        """Type an address, or press back."""
        await self._routed.go(route)
        await self.settle()


@contextlib.asynccontextmanager
async def firstbell(phone: Phone, width: int = 390, height: int = 844) -> AsyncIterator[App]:
    """Opens the app on a phone, as a tap on its icon does, and closes it again."""
    connection = RoutedConnection()
    session = Session(connection)
    connection.session = session
    session.apply_page_patch(
        {"route": "/", "width": float(width), "height": float(height), "web": False, "platform": "android"}
    )
    token = _context_page.set(session.page)
    context.reset_auto_update()
    first = RegisterClientResponseBody(session_id=session.id, page_patch=session.get_page_patch(), error="")
    connection.send_message(Message(MessageAction.REGISTER_CLIENT, first))
    try:
        rooms = open_house(session.page, phone.device(), phone.timer)
        await session.after_event(session.page)
        app = App(session, connection, rooms)
        await app.settle()
        yield app
        await app.settle()
        assert not rooms.root.state.went_wrong, "something raised; the log says where"
        await rooms.keeper.let_go()
    finally:
        session.close()
        _context_page.reset(token)
