"""The mentor's desk over one pupil's planner."""

from services.desk.adult import AdultDesk
from services.desk.target_verbs import TargetVerbs


class MentorDesk(AdultDesk, TargetVerbs):
    """What a mentor can do in one pupil's planner."""
