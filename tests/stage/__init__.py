"""A stage for screens without a browser: mount, find by the name a screen reader says, act, read the tree."""

from tests.stage.stage import Stage, stage

__all__ = ["Stage", "stage"]
