"""The page around the app: what only a browser's page can do, asked for by messages."""

from collections.abc import Callable
from typing import Protocol


class PageAround(Protocol):
    """What lies around the app. On a phone or a desk there is nothing to ask."""

    def describe(self, *, language: str, is_rtl: bool, title: str) -> None:
        """Tell screen readers the page's language and direction."""

    def keep_for_good(self) -> None:
        """Ask the browser not to throw our storage away."""

    def on_update_ready(self, tell: Callable[[], None]) -> None:
        """Be told when a newer build waits."""

    def apply_update(self) -> None:
        """Start the newer build."""

    def on_online(self, tell: Callable[[], None]) -> None:
        """Be told when the network is back."""

    def on_link(self, take: Callable[[str], bool]) -> Callable[[], None]:
        """Be given the link that somebody came by, until `take` took it. Gives what asks again."""


class QuietPage:
    """No page around us."""

    def describe(self, *, language: str, is_rtl: bool, title: str) -> None:
        """Nothing listens."""

    def keep_for_good(self) -> None:
        """Files of an app stay."""

    def on_update_ready(self, tell: Callable[[], None]) -> None:
        """The shop updates the app."""

    def apply_update(self) -> None:
        """The shop updates the app."""

    def on_online(self, tell: Callable[[], None]) -> None:
        """Nobody says so; what waits is tried again, and whenever the app is shown."""

    def on_link(self, take: Callable[[str], bool]) -> Callable[[], None]:
        """A link opens in a browser; in the app its code is typed or pasted."""
        return lambda: None
