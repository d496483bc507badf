"""Finding a picture by a word in one's own language. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.planner.starter import starter_pictures
from views.design.pictograms import PICTURE_NAMES

FIRST_MANY = 24


@dataclass(frozen=True, slots=True)
class PictureSearch:
    """What was typed, and how many pictures are shown: few at first, more when asked."""

    query: str = ""
    count: int = FIRST_MANY

    def with_query(self, query: str) -> "PictureSearch":
        """Looking for this word."""
        return PictureSearch(query)

    def with_more(self) -> "PictureSearch":
        """As many again."""
        return replace(self, count=self.count + FIRST_MANY)


def found(search: PictureSearch, name_by_picture: Mapping[str, str]) -> tuple[str, ...]:
    """Pictures whose name holds what was typed; those of usual steps come first."""
    usual = starter_pictures()
    query = search.query.strip().casefold()
    names = sorted(
        PICTURE_NAMES, key=lambda one: (one not in usual, name_by_picture.get(one, one).casefold())
    )
    return tuple(one for one in names if query in name_by_picture.get(one, one).casefold())
