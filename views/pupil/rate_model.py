"""A rating before it is kept: a number from 0 to 10 and a few words."""

from dataclasses import dataclass, replace

from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE

MIDDLE_SCORE = 5


@dataclass(frozen=True, slots=True)
class RateDraft:
    """How it is today, as far as it has been said."""

    score: int | None = None
    words: str = ""

    def with_score(self, score: int) -> "RateDraft":
        """A number tapped."""
        return replace(self, score=min(max(score, LOWEST_SCORE), HIGHEST_SCORE))

    def moved(self, by: int) -> "RateDraft":
        """One more or one less; the first press of plus or minus begins in the middle."""
        return self.with_score(MIDDLE_SCORE if self.score is None else self.score + by)

    def with_words(self, words: str) -> "RateDraft":
        """A few words, if there are any."""
        return replace(self, words=words)
