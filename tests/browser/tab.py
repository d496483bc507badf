"""One tab of a real browser: as little of it as hands and eyes need. Both browsers implement it."""

from typing import Any, Protocol

PHONE = (390, 844)
TABLET = (768, 1024)
DESK = (1180, 820)


class Tab(Protocol):
    """A tab. Units: CSS pixels."""

    def goto(self, url: str) -> None: ...

    def reload(self) -> None: ...

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript function body, which says `return`."""

    def click_at(self, x: float, y: float) -> None: ...

    def type(self, text: str) -> None: ...

    def press(self, key: str) -> None:
        """Tab, Enter, Escape, Backspace, or Space."""

    def wheel(self, x: float, y: float, down: float) -> None: ...

    def resize(self, width: int, height: int) -> None: ...

    def screenshot(self) -> bytes: ...

    def second(self) -> "Tab":
        """Another tab of the same browser, on the same storage."""

    def complaints(self) -> list[str]:
        """Console errors and requests to other origins, as far as this browser tells."""
