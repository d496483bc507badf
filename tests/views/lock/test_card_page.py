"""The page that shows a recovery card once."""

from collections.abc import Callable
from typing import Any

import flet as ft
import pytest

from services.crypto.recovery_card import RecoveryCard
from tests.stage import stage
from views.design.save_button import SaveFile
from views.design.tokens import tokens_for
from views.lock.card_page import card_page
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Any], Any]
CARD = RecoveryCard(bytes(range(17))).printed()


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_the_characters_are_shown_in_fours_and_spelled_for_readers(language: Language, run: Run) -> None:
    async def story() -> None:
        async with stage(lambda: card_page(CARD, lambda: None), language=language) as s:
            (shown,) = [text for text in s.texts() if CARD[:4] in text]
            assert shown.strip("\u2066\u2069").split() == CARD.split("-")
            spelled = " ".join(CARD.split("-")[0])
            labels = [each.label for each in s.controls() if isinstance(each, ft.Semantics) and each.label]
            assert any(spelled in label for label in labels)

    run(story())


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_saving_happens_inside_the_tap_and_holds_the_whole_card(language: Language, run: Run) -> None:
    async def story() -> None:
        said = sentences_in(language).lock
        async with stage(lambda: card_page(CARD, lambda: None), language=language) as s:
            action = s.thing(said.card.save).control.action
            assert isinstance(action, SaveFile)
            assert action.method == "save_file"
            assert action.args["file_name"] == said.card.file_name
            page = action.args["src_bytes"].decode()
            assert all(f"<li>{group}</li>" in page for group in CARD.split("-"))
            assert f'lang="{language.value}"' in page
            assert CARD not in repr(action)

    run(story())


def test_written_down_is_said_once_and_leads_on(run: Run) -> None:
    async def story() -> None:
        happened: list[str] = []
        async with stage(lambda: card_page(CARD, lambda: happened.append("on"))) as s:
            await s.tap("I have written it down")
            assert happened == ["on"]

    run(story())


def test_in_a_language_from_right_to_left_the_characters_still_run_left_to_right(run: Run) -> None:
    async def story() -> None:
        tokens = tokens_for(is_rtl=True)
        async with stage(lambda: card_page(CARD, lambda: None), tokens=tokens) as s:
            (shown,) = [text for text in s.texts() if CARD[:4] in text]
            assert shown[0] == "\u2066"
            assert shown[-1] == "\u2069"

    run(story())
