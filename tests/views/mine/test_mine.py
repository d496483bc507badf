"""Somebody makes it theirs."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.vault.settings import DeviceSettings
from tests.stage import stage
from views.design.palettes import ThemeName
from views.design.tokens import Font
from views.mine.mine_model import MineModel
from views.mine.mine_screen import mine_screen
from views.strings.catalogue import Language

Run = Callable[[Awaitable[Any]], Any]


def nothing() -> None:
    pass


def test_every_choice_is_kept_the_moment_it_is_made(run: Run) -> None:
    async def show() -> None:
        kept: list[DeviceSettings] = []
        model = MineModel(DeviceSettings(), kept.append, Language.ENGLISH)
        async with stage(lambda: mine_screen(model, nothing)) as s:
            await s.tap("Dark")
            assert kept[-1].theme == ThemeName.DARK
            assert s.thing("Dark").is_selected
            await s.tap("Atkinson Hyperlegible")
            assert kept[-1].font == Font.ATKINSON
            await s.tap("Movement")
            assert kept[-1].motion is False
            await s.tap("Sound")
            assert kept[-1].sound is True
            await s.tap("Cymraeg")
            assert kept[-1].language == "cy"
            assert kept[-1] == DeviceSettings("cy", "dark", "Atkinson Hyperlegible", 100, False, True)

    run(show())


def test_text_grows_to_twice_its_size_and_no_further(run: Run) -> None:
    async def show() -> None:
        kept: list[DeviceSettings] = []
        model = MineModel(DeviceSettings(), kept.append, Language.ENGLISH)
        async with stage(lambda: mine_screen(model, nothing)) as s:
            assert s.thing("Smaller text").is_off
            while not s.thing("Larger text").is_off:
                await s.tap("Larger text")
            assert kept[-1].text_scale_percent == 200
            assert s.says("200 %")
            await s.tap("Smaller text")
            assert kept[-1].text_scale_percent == 175

    run(show())


def test_a_scale_from_elsewhere_comes_back_into_bounds() -> None:
    kept: list[DeviceSettings] = []
    MineModel(DeviceSettings(text_scale_percent=300), kept.append, Language.ENGLISH).grow_text()
    assert kept[-1].text_scale_percent == 200


def test_the_devices_own_language_is_shown_until_somebody_chooses() -> None:
    assert MineModel(DeviceSettings(), lambda _: None, Language.WELSH).state.language is Language.WELSH
    chosen = DeviceSettings(language="en-GB")
    assert MineModel(chosen, lambda _: None, Language.WELSH).state.language is Language.ENGLISH
