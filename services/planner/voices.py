"""The three voices over time: pupil, carer and mentor side by side, never averaged."""

from collections.abc import Mapping

from services.planner.ids import TargetId
from services.planner.planner import Planner
from services.planner.target import Rating
from services.planner.words import Role


def voices_over_time(planner: Planner, target_id: TargetId) -> Mapping[Role, tuple[Rating, ...]]:
    """The ratings of one target by voice, oldest first; a voice that has said nothing has none."""
    return {
        voice: tuple(
            rating for rating in planner.ratings if rating.target == target_id and rating.voice is voice
        )
        for voice in Role
    }
