"""A save that did not go through, kept until it is tried again or put away."""

from dataclasses import dataclass

from services.planner.errors import FirstbellError


@dataclass(frozen=True, slots=True)
class Trouble:
    """Shape: `code` of services/planner/errors.py; the view has a sentence for each."""

    code: str
    may_retry: bool

    @classmethod
    def of(cls, error: FirstbellError) -> "Trouble":
        """What a person is told of an error."""
        return cls(error.code, error.retry)
