"""The built site, as `make test` and `make run` have it."""

from pathlib import Path

import pytest

from app.make.places import SITE
from app.make.site import build


@pytest.fixture(scope="session")
def built() -> Path:
    """The web app, built if it is not up to date."""
    build()
    return SITE
