"""Somebody wants to know whose work this is, or wants everything gone."""

import tomllib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from app.make.needs import browser_needs
from services.planner.errors import FirstbellError, StorageUnavailable
from tests.stage import stage
from views.about.about_screen import about_screen, delete_screen
from views.about.delete_model import Asking, DeleteModel, Gone
from views.about.works import DRAWINGS, LETTERS, PACKAGES, VERSION, software
from views.action import Actions

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[[Awaitable[Any]], Any]


def nothing() -> None:
    pass


def test_about_names_the_works_it_stands_on_with_their_licences(run: Run) -> None:
    async def show() -> None:
        async with stage(lambda: about_screen(nothing)) as s:
            for work in (DRAWINGS, *LETTERS, *software()):
                assert s.says(work.name)
                assert s.says(work.licence)
            assert s.says("CC BY-SA 4.0")
            assert s.says("SIL Open Font License 1.1")

    run(show())


def test_every_package_that_travels_to_a_browser_is_named() -> None:
    assert set(browser_needs()) <= {work.name for work in PACKAGES}


def test_the_version_shown_is_the_version_built() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


class Erasing:
    """Erases, unless the weather is bad."""

    def __init__(self) -> None:
        self.times = 0
        self.weather: FirstbellError | None = None

    async def erase(self) -> None:
        if self.weather:
            raise self.weather
        self.times += 1


def test_delete_everything_asks_once_and_then_means_it(run: Run) -> None:
    async def show() -> None:
        erasing, actions, begun = Erasing(), Actions(), list[str]()
        model = DeleteModel(erasing.erase, actions, lambda: begun.append("again"))
        async with stage(lambda: delete_screen(model, nothing)) as s:
            assert s.thing("Delete everything now").is_off
            await s.tap("I understand")
            await s.tap("Delete everything now")
            await actions.settle()
            await s.settle()
            assert erasing.times == 1
            assert model.state is Gone.DONE
            assert s.says("Everything is deleted")
            await s.tap("Back to the beginning")
            assert begun == ["again"]

    run(show())


def test_what_was_not_understood_is_not_deleted(run: Run) -> None:
    async def show() -> None:
        erasing, actions = Erasing(), Actions()
        model = DeleteModel(erasing.erase, actions, nothing)
        model.delete()
        await actions.settle()
        assert erasing.times == 0
        assert model.state == Asking()

    run(show())


def test_when_deleting_does_not_work_it_is_said_and_may_be_tried_again(run: Run) -> None:
    async def show() -> None:
        erasing, actions = Erasing(), Actions()
        erasing.weather = StorageUnavailable()
        model = DeleteModel(erasing.erase, actions, nothing)
        async with stage(lambda: delete_screen(model, nothing)) as s:
            await s.tap("I understand")
            await s.tap("Delete everything now")
            await actions.settle()
            await s.settle()
            assert s.says("does not let Firstbell save")
            erasing.weather = None
            await s.tap("Delete everything now")
            await actions.settle()
            assert erasing.times == 1

    run(show())
