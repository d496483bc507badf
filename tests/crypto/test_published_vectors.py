"""RFC and NIST vectors through the native backend; tests/crypto/browser asks the browsers the same."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from tests.crypto.published import PUBLISHED

VECTORS = Path(__file__).resolve().parents[1] / "vectors"


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_the_world_agreed_on_comes_out_here_too(name: str, run: Callable[[Awaitable[Any]], Any]) -> None:
    vectors = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    assert run(PUBLISHED[name](NativeCrypto(), vectors)) > 0
