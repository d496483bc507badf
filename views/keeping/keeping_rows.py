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
from views.design.tokens import Tokens
from views.pupil.me_screen import me_tile
from views.strings.catalogue import Sentences

Go = Callable[[str], None]


def card_tile(sentences: Sentences, tokens: Tokens, go: Go, planner: PlannerId) -> ft.Control:
    """To the card for a lost phone."""
    said = sentences.keeping.doors
    return me_tile(tokens, "card", said.card, said.card_note, partial(go, f"/card/{planner}"))


def erase_tile(sentences: Sentences, tokens: Tokens, go: Go, planner: PlannerId) -> ft.Control:
    """To erasing a planner everywhere."""
    said = sentences.keeping.doors
    return me_tile(tokens, "waste", said.erase, said.erase_note, partial(go, f"/erase/{planner}"))


def hand_over_tile(sentences: Sentences, tokens: Tokens, go: Go) -> ft.Control:
    """To handing pupils over."""
    said = sentences.keeping.doors
    return me_tile(tokens, "friends", said.hand_over, said.hand_over_note, partial(go, "/hand-over"))
