"""The sentences that a printed recovery card carries, in the language of its owner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardWords:
    """Every word on the paper. Privacy: none of them names a person.

    Shape: `language` is a BCP 47 tag, `is_rtl` turns the page round; `address_line` has one `{address}`.
    """

    language: str
    is_rtl: bool
    title: str
    what_it_is: str
    letters_heading: str
    letters_note: str
    qr_label: str
    use_heading: str
    use_steps: tuple[str, ...]
    keep_heading: str
    keep_notes: tuple[str, ...]
    lost_note: str
    address_line: str
    written_on: str
