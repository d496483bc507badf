"""The four places of a parent, always in the same order, and which of them a route belongs to."""

from enum import StrEnum


class FamilyPlace(StrEnum):
    """What the navigation of every screen of a parent shows."""

    WEEK = "week"
    TARGETS = "targets"
    ME = "me"
    HELP = "help"


ROUTE_BY_PLACE: dict[FamilyPlace, str] = {place: f"/{place}" for place in FamilyPlace}

_OF_ME = frozenset(
    {
        "me",
        "mine",
        "about",
        "lock",
        "delete",
        "copies",
        "another",
        "people",
        "invite",
        "join",
        "keep",
        "erase",
        "notes",
    }
)


def place_of(route: str) -> FamilyPlace:
    """The place that is marked while this route is shown; a place nobody knows counts as the week."""
    first_word = route.strip("/").split("/")[0]
    if first_word in _OF_ME:
        return FamilyPlace.ME
    return next((place for place in FamilyPlace if place.value == first_word), FamilyPlace.WEEK)
