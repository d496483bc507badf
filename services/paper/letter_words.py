"""The sentences of a printed letter that lets somebody into a planner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Every word on the paper. Privacy: none of them names a person; the writer may add their own.

    Shape: `language` is a BCP 47 tag, `is_rtl` turns the page round; `for_whom` has {guest}, `until` {day}.
    """

    language: str
    is_rtl: bool
    title: str
    what_it_is: str
    for_whom: str
    until: str
    qr_label: str
    use_heading: str
    use_steps: tuple[str, ...]
    once: str
    link_heading: str
