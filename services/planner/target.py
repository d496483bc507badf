"""Target: what the pupil wants to change, in the pupil's words, and how near it feels to each voice."""

from dataclasses import dataclass
from datetime import date

from services.planner import reading
from services.planner.ids import PersonId, RecordId, TargetId
from services.planner.record import Record
from services.planner.words import Role

MAX_OPEN_TARGETS = 3
LOWEST_SCORE = 0
HIGHEST_SCORE = 10
MOST_HELPERS = 6


@dataclass(frozen=True, slots=True)
class Target:
    """One target. It is open until somebody says on which day it was closed, and whether it was reached."""

    id: TargetId
    words: str
    picture: str
    goal: int | None
    next_step: str
    helpers: tuple[str, ...]
    review_on: date | None
    closed_on: date | None
    is_reached: bool = False
    order: str = reading.LAST

    @property
    def is_open(self) -> bool:
        """Whether it is one of the three that the pupil works on."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class Rating:
    """How near one person felt to a target on one day. Shape: 0 to 10; voices are never averaged."""

    target: TargetId
    voice: Role
    person: PersonId
    date: date
    score: int
    words: str


def rating_record(target: TargetId, voice: Role, person: PersonId, on: date) -> RecordId:
    """The record of this person's rating of this day; rating again the same day replaces it."""
    return RecordId(f"rating:{target}:{voice}:{person}:{on.isoformat()}")


def read_target(record: Record) -> Target | None:
    """The target of a record, or None while it has no words."""
    fields = record.fields
    words = reading.text(fields, "words")
    if words is None:
        return None
    return Target(
        id=TargetId(record.id),
        words=words,
        picture=reading.text(fields, "picture") or "",
        goal=reading.whole(fields, "goal", LOWEST_SCORE, HIGHEST_SCORE),
        next_step=reading.text(fields, "next_step") or "",
        helpers=reading.texts(fields, "helpers"),
        review_on=reading.day(fields, "review_on"),
        closed_on=reading.day(fields, "closed_on"),
        order=reading.order(fields),
        is_reached=reading.is_on(fields, "reached"),
    )


def read_rating(record: Record) -> Rating | None:
    """The rating of a record, or None if its id or its score says nothing."""
    parts = record.id.split(":")
    if len(parts) != 5 or parts[0] != "rating":
        return None
    voice = reading.as_word(parts[2], Role)
    on = reading.as_day(parts[4])
    score = reading.whole(record.fields, "score", LOWEST_SCORE, HIGHEST_SCORE)
    if voice is None or on is None or score is None:
        return None
    return Rating(
        target=TargetId(parts[1]),
        voice=voice,
        person=PersonId(parts[3]),
        date=on,
        score=score,
        words=reading.text(record.fields, "words") or "",
    )
