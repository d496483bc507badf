"""Two guards, so that one exception neither freezes nor covers the app.

Flet 1.0.5 stops every later update without a report when a re-render raises, and lays "Error running app"
over everything when an event handler raises. Both are turned into one calm line on the screen.
"""

import functools
import logging
from collections.abc import Callable

import flet as ft
from flet.components.component import Component

log = logging.getLogger("firstbell.guard")


def install_guards(page: ft.Page, say: Callable[[], None]) -> None:
    """Call first. `say` tells the person that something went wrong; it is given nothing to leak."""
    _guard_handlers(page, say)
    _guard_renders(say)


def _guard_handlers(page: ft.Page, say: Callable[[], None]) -> None:
    def keep_the_app(message: str) -> None:
        # The message may hold a person's words, so only its size is logged.
        log.error("a handler raised (%d characters of trace)", len(message))
        say()

    page.session.error = keep_the_app  # type: ignore[method-assign]  # Flet has no hook for this


def _guard_renders(say: Callable[[], None]) -> None:
    original = getattr(Component.update, "__wrapped__", Component.update)

    @functools.wraps(original)
    def update(self: Component) -> None:
        try:
            original(self)
        except Exception as error:  # noqa: BLE001  # whatever it is, the other screens must go on
            where = error.__traceback__
            while where and where.tb_next:
                where = where.tb_next
            line = where.tb_lineno if where else 0
            file = where.tb_frame.f_code.co_filename.rsplit("/", 1)[-1] if where else ""
            log.error("render of %s raised %s at %s:%d", self.fn.__name__, type(error).__name__, file, line)  # noqa: TRY400  # a trace may hold a person's words
            say()

    Component.update = update  # type: ignore[method-assign]  # Flet has no hook for this
