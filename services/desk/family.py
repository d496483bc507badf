"""The parent's desk: the week and its steps, ratings in the parent's voice, whom to tell."""

from services.desk.adult import AdultDesk


class FamilyDesk(AdultDesk):
    """What a parent or carer can do in one pupil's planner."""
