"""What every test may use."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import settings

pytest_plugins = ["tests.features"]

# The seed is printed with every run; the same seed repeats it. No deadline: a slow machine is no fault.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture
def run() -> Callable[[Awaitable[Any]], Any]:
    """Runs one coroutine to its end, with warnings about forgotten tasks as errors."""

    def run_to_end(work: Awaitable[Any]) -> Any:
        async def whole() -> Any:
            return await work

        return asyncio.run(whole())

    return run_to_end
