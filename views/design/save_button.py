"""A button that saves a file, inside the tap itself: the only moment at which iOS Safari allows it."""

from dataclasses import dataclass, field

import flet as ft
from flet.controls.client_action import ClientAction, shared_service

from views.design.icons import icon
from views.design.lettering import words
from views.design.surface import pressable_style
from views.design.tokens import CORNER, TARGET, Tokens


@dataclass
class SaveFile(ClientAction):
    """Offers `content` to be saved as `file_name`: a download on the web, a dialog elsewhere."""

    file_name: str = field(default="", metadata={"skip": True})
    content: bytes = field(default=b"", repr=False, metadata={"skip": True})

    def __post_init__(self) -> None:
        self._bind(
            shared_service(ft.FilePicker),
            "save_file",
            {
                "file_name": self.file_name,
                "file_type": ft.FilePickerFileType.ANY,
                "src_bytes": self.content,
            },
        )


def save_button(
    tokens: Tokens, text: str, file_name: str, content: bytes, *, key: str | None = None
) -> ft.Control:
    """A quiet button, 48 high at least, as wide as its column."""
    c = tokens.colours
    said = words(tokens, text, size=tokens.type.button, is_bold=True, align="center", line_height=1.25)
    said.expand = True
    said.expand_loose = True
    line = tokens.type.button * 1.25
    button = ft.Button(
        ft.Row([icon(tokens, "save"), said], spacing=10, tight=True, alignment=ft.MainAxisAlignment.CENTER),
        elevation=0,
        action=SaveFile(file_name=file_name, content=content),
        style=pressable_style(
            tokens,
            c.card,
            c.ring,
            tokens.edge_width,
            ft.Padding.symmetric(vertical=max((TARGET - line) / 2, 8), horizontal=18),
            CORNER,
        ),
    )
    return ft.MergeSemantics(button, key=key)
