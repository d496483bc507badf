"""Where Flet hands us the page, and everything is put together once."""

import logging
import random

import flet as ft

from app.devices.here import Device, device_here
from app.devices.stillness import Stillness
from app.guard import install_guards
from app.household import Household
from app.lifecycle import follow_lifecycle
from app.syncing import Syncing
from services.vault.settings import DeviceSettings
from views.action import Actions
from views.lock.auto_lock import AutoLock, wait_of
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.root.root_screen import root_screen
from views.strings.languages import language_for
from views.timer import LoopTimer, Timer


def run() -> None:
    """Start Firstbell."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    ft.run(main, assets_dir="assets")


async def main(page: ft.Page) -> None:
    """One window, one tab, one phone: one household."""
    open_house(page, await device_here(), LoopTimer())


def open_house(page: ft.Page, device: Device, timer: Timer) -> Rooms:
    """Put everything together on a device, and begin."""
    actions = Actions(lambda _: root.went_wrong())
    syncing = Syncing(actions, timer, random.random)  # only spreads devices over time
    household = Household(device, syncing)
    root = RootModel(household, actions, DeviceSettings())
    household.on_erased = root.opened
    install_guards(page, root.went_wrong)
    rooms = Rooms(
        keeper=household,
        root=root,
        actions=actions,
        timer=timer,
        now_ms=device.now_ms,
        zone=device.zone,
        is_web=device.is_web,
        has_key_store=device.has_key_store,
        first_language=language_for(device.language),
        around=device.page_around,
        go=page.navigate,
    )
    follow_lifecycle(
        page,
        device.now_ms,
        AutoLock(rooms.lock, timer, lambda: wait_of(rooms.role)),
        Stillness(root.ask_for_stillness),
        syncing,
    )
    device.page_around.on_online(syncing.shown)
    root.subscribe(device.page_around.on_link(rooms.follow_link))
    device.page_around.on_update_ready(root.tell_update)
    page.render_views(root_screen, root, rooms)
    root.start()
    return rooms
