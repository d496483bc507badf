"""The four places of a pupil, always in the same order, and which of them a route belongs to."""

from enum import StrEnum


class PupilPlace(StrEnum):
    """What the navigation of every pupil screen shows."""

    TODAY = "today"
    TARGETS = "targets"
    ME = "me"
    HELP = "help"


ROUTE_BY_PLACE: dict[PupilPlace, str] = {
    PupilPlace.TODAY: "/today",
    PupilPlace.TARGETS: "/targets",
    PupilPlace.ME: "/me",
    PupilPlace.HELP: "/help",
}

_PLACE_BY_FIRST_WORD: dict[str, PupilPlace] = {
    "today": PupilPlace.TODAY,
    "routine": PupilPlace.TODAY,
    "targets": PupilPlace.TARGETS,
    "me": PupilPlace.ME,
    "mine": PupilPlace.ME,
    "about": PupilPlace.ME,
    "lock": PupilPlace.ME,
    "delete": PupilPlace.ME,
    "copies": PupilPlace.ME,
    "people": PupilPlace.ME,
    "notes": PupilPlace.ME,
    "invite": PupilPlace.ME,
    "join": PupilPlace.ME,
    "keep": PupilPlace.ME,
    "erase": PupilPlace.ME,
    "help": PupilPlace.HELP,
}


def place_of(route: str) -> PupilPlace:
    """The place that is marked while this route is shown; a place nobody knows counts as Today."""
    first_word = route.strip("/").split("/")[0]
    return _PLACE_BY_FIRST_WORD.get(first_word, PupilPlace.TODAY)
