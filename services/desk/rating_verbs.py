"""How near a target feels, in the voice of the one who sits here."""

from datetime import date

from services.desk.checks import checked_score
from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import TargetId
from services.planner.target import Target, rating_record
from services.planner.text import clean_words


class RatingVerbs(Desk):
    """Verbs about ratings. Errors of each: InputRejected with the name of the field."""

    async def rate(self, target: TargetId, on: date, score: int, words: str = "") -> None:
        """Says how near it feels on a day, in the voice of this desk; said again, it replaces."""
        self._target(target)
        record = rating_record(target, self.role, self._me(), on)
        fields: dict[str, Value] = {"score": checked_score(score), "words": clean_words(words, "words")}
        await self._write(self._said(record, "rating", fields))

    def _target(self, target: TargetId) -> Target:
        known = self.planner.target(target)
        if known is None:
            raise InputRejected("target", "no such target")
        return known
