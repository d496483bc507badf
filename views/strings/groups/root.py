"""What is said over whatever screen is open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RootSentences:
    """Short lines above a screen, and the screens that stand in for one."""

    starting: str
    made_up: str
    leave_made_up: str
    read_only: str
    look_again: str
    update_ready: str
    start_update: str
    went_wrong: str
    put_aside: str
    stuck_title: str
    not_here: str
    to_today: str
    to_first: str
    who_is_here: str
    who_is_here_note: str
