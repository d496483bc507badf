"""The doors to keeping a shared planner, as tiles for any page: each leads to an address of its own.

/keep/<planner>      what can be kept or erased of one planner
/card/<planner>      its lost-phone card
/erase/<planner>     erasing it everywhere
/hand-over           a mentor's pupils go to a colleague
/by-card             coming back by a card
"""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.planner.ids import PlannerId
from views.design.lettering import label, small_text
from views.design.picture import pictogram
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.strings.catalogue import Sentences

Go = Callable[[str], None]


def keep_tile(sentences: Sentences, tokens: Tokens, go: Go, planner: PlannerId) -> ft.Control:
    """To everything about one's own planner."""
    said = sentences.keeping.doors
    return _tile(tokens, "card", said.keep, said.keep_note, partial(go, f"/keep/{planner}"))


def card_tile(sentences: Sentences, tokens: Tokens, go: Go, planner: PlannerId) -> ft.Control:
    """To the card for a lost phone."""
    said = sentences.keeping.doors
    return _tile(tokens, "card", said.card, said.card_note, partial(go, f"/card/{planner}"))


def erase_tile(sentences: Sentences, tokens: Tokens, go: Go, planner: PlannerId) -> ft.Control:
    """To erasing a planner everywhere."""
    said = sentences.keeping.doors
    return _tile(tokens, "waste", said.erase, said.erase_note, partial(go, f"/erase/{planner}"))


def hand_over_tile(sentences: Sentences, tokens: Tokens, go: Go) -> ft.Control:
    """To handing pupils over."""
    said = sentences.keeping.doors
    return _tile(tokens, "friends", said.hand_over, said.hand_over_note, partial(go, "/hand-over"))


def _tile(tokens: Tokens, picture: str, name: str, note: str, on_tap: Tap) -> ft.Control:
    lines = column([label(tokens, name), small_text(tokens, note)], gap=2)
    return tap_card(
        tokens, row([pictogram(tokens, picture, 52), filling(lines)], gap=16), on_tap, key=f"keep-{picture}"
    )
