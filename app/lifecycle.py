"""What follows when the app goes out of sight and comes back."""

import flet as ft

from app.devices.here import Clock
from app.devices.stillness import Stillness
from app.syncing import Syncing
from views.lock.auto_lock import AutoLock

OUT_OF_SIGHT = {ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE}
IN_SIGHT = {ft.AppLifecycleState.SHOW, ft.AppLifecycleState.RESUME}


def follow_lifecycle(
    page: ft.Page, now_ms: Clock, auto_lock: AutoLock, stillness: Stillness, syncing: Syncing
) -> None:
    """Locks and syncs by itself after a while out of sight. Every change was saved when it was made."""

    def changed(event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in OUT_OF_SIGHT:
            auto_lock.on_hidden(now_ms())
            syncing.hidden()
        elif event.state in IN_SIGHT:
            auto_lock.on_shown(now_ms())
            syncing.shown()
            page.run_task(stillness.ask)

    page.on_app_lifecycle_state_change = changed
    page.run_task(stillness.ask)
