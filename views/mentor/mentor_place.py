"""The three places of a mentor, always in the same order, and which of them a route belongs to."""

from enum import StrEnum


class MentorPlace(StrEnum):
    """What the navigation of every mentor screen shows."""

    PUPILS = "pupils"
    ME = "me"
    HELP = "help"


ROUTE_BY_PLACE: dict[MentorPlace, str] = {
    MentorPlace.PUPILS: "/",
    MentorPlace.ME: "/me",
    MentorPlace.HELP: "/help",
}

_PLACE_BY_FIRST_WORD: dict[str, MentorPlace] = {
    "me": MentorPlace.ME,
    "mine": MentorPlace.ME,
    "lock": MentorPlace.ME,
    "delete": MentorPlace.ME,
    "copies": MentorPlace.ME,
    "join": MentorPlace.ME,
    "about": MentorPlace.HELP,
    "help": MentorPlace.HELP,
}


def place_of(route: str) -> MentorPlace:
    """The place that is marked while this route is shown; a place nobody knows counts as the pupils."""
    first_word = route.strip("/").split("/")[0]
    return _PLACE_BY_FIRST_WORD.get(first_word, MentorPlace.PUPILS)
