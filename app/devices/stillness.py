"""Whether the device asks for less movement; read at the start and whenever the app comes back."""

from collections.abc import Callable

import flet as ft


class Stillness:
    """Asks the device and tells. Holds the service: Flet forgets one that nobody holds."""

    def __init__(self, tell: Callable[[bool], None]) -> None:
        self._service = ft.SemanticsService()
        self._tell = tell

    async def ask(self) -> None:
        """Ask once."""
        features = await self._service.get_accessibility_features()
        self._tell(bool(features.reduce_motion or features.disable_animations))
