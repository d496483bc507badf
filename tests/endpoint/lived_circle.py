"""A circle with some life behind it: edits by everybody, a tablet added, and a new epoch."""

from services.planner.words import Role
from tests.sync.circle import MENTOR, PARENT, PUPIL, TABLET, Circle, family, public


def with_life() -> Circle:
    """Edits by everybody, a removal, a tablet, a snapshot that merges, more edits."""
    circle = family()
    for device in (PUPIL, PARENT, MENTOR, PUPIL):
        circle.put(circle.edits(device))
    circle.change(PARENT, add=((public(TABLET), Role.PARENT),))
    circle.put(circle.edits(TABLET))
    circle.change(MENTOR, is_new_epoch=True)
    circle.put(circle.edits(PUPIL))
    return circle
