"""Screens speak through the catalogue and look through views/design; models and words know no flet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VIEWS = ROOT / "views"

# What a screen may take from flet itself: layout, meaning, hooks and the plumbing of pages. No looks.
FROM_FLET = {
    "Column", "Container", "Control", "MergeSemantics", "ResponsiveRow", "Row", "SafeArea", "Semantics",
    "Stack", "View", "component", "memo", "context", "use_callback", "use_context", "use_dialog",
    "use_effect", "use_memo", "use_ref", "use_state", "create_context", "Page", "Route", "Router",
    "use_route_params", "use_view_path", "use_route_location", "CrossAxisAlignment",
    "MainAxisAlignment", "Alignment", "ScrollMode", "Padding", "ThemeMode", "Brightness",
    "LocaleConfiguration", "ControlEvent", "Event", "KeyboardEvent", "SemanticsService", "UrlLauncher",
    "Ref", "DialogControl", "BottomSheet", "AppLifecycleState", "AppLifecycleStateChangeEvent",
}  # fmt: skip
# Keys are lower case; what people read begins with a capital or ends like a sentence.
A_SENTENCE = re.compile(r"^[A-Z][^\W\d_]*[,.]? [^\W\d_]{2,}|[^\W\d_] [^\W\d_]+[.?]$")
NAMES = {"Noto Sans Arabic", "Atkinson Hyperlegible", "Numpad Enter"}  # of letters and of a key
A_COLOUR = re.compile(r"^#[0-9A-Fa-f]{3,8}$")
NAMES_NOT_SENTENCES = {"works.py"}  # names of works and licences, the same in every language


def view_files() -> list[Path]:
    return sorted(p for p in VIEWS.rglob("*.py") if "strings" not in p.parts)


def _silent(tree: ast.AST) -> set[int]:
    """Nodes that no person reads: docstrings, reasons of assertions, log lines, errors for developers."""
    quiet: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            quiet.add(id(node.value))
        whole: ast.AST | None = None
        if isinstance(node, ast.Assert):
            whole = node.msg
        elif isinstance(node, ast.Raise):
            whole = node.exc
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("log.", "_log.")):
            whole = node
        if whole is not None:
            quiet.update(id(each) for each in ast.walk(whole))
    return quiet


def literal_sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    quiet = _silent(tree)
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in quiet and A_SENTENCE.search(node.value):
            yield node.lineno, node.value


def test_no_screen_holds_a_sentence_of_its_own() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {text!r}"
        for path in view_files()
        if path.name not in NAMES_NOT_SENTENCES
        for line, text in literal_sentences(ast.parse(path.read_text(encoding="utf-8")))
        if text not in NAMES
    ]
    assert not found, "\n".join(found)


def test_the_rule_itself_notices_a_sentence() -> None:
    tree = ast.parse('"""A docstring."""\nbody_text(t, "Good morning, Sam")\nassert x, "never said aloud"\n')
    assert [text for _, text in literal_sentences(tree)] == ["Good morning, Sam"]


def looks_of_its_own(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        is_flet = isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "ft"
        if is_flet and node.attr not in FROM_FLET:
            yield f"{where} takes ft.{node.attr}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and A_COLOUR.match(node.value):
            yield f"{where} has a colour"
        if isinstance(node, ast.keyword) and node.arg in {"bgcolor", "color", "border", "text_style"}:
            is_token = "tokens" in ast.unparse(node.value) or "colours" in ast.unparse(node.value)
            if not is_token:
                yield f"{where} sets {node.arg}"


def test_only_the_design_room_holds_controls_and_colours() -> None:
    found = [text for path in view_files() if "design" not in path.parts for text in looks_of_its_own(path)]
    assert not found, "\n".join(found)


def test_models_words_and_tokens_know_no_flet() -> None:
    free = [
        path
        for path in VIEWS.rglob("*.py")
        if path.name.endswith("_model.py")
        or path.name in {"tokens.py", "palettes.py", "pictograms.py", "avatars.py", "action.py", "timer.py"}
        or "strings" in path.parts
    ]
    assert len(free) > 20
    knowing = [
        path.relative_to(ROOT).as_posix()
        for path in free
        if re.search(r"^\s*(import|from) flet\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert not knowing


def test_models_never_catch_what_the_action_should_hear() -> None:
    trying = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in VIEWS.rglob("*_model.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Try)
    ]
    assert not trying
