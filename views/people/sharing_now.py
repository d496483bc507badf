"""Whether a planner is shared, and whether somebody should know: what the first screens ask, in one word."""

from enum import StrEnum


class SharingNow(StrEnum):
    """`asked`: somebody asks to come in by a letter. `look`: something needs an adult.

    `apart`: this device was taken out; the planner is its own now. `outside`: it came out of a backup; the
    others have to let this device in again.
    """

    ALONE = "alone"
    OUTSIDE = "outside"
    WELL = "well"
    ASKED = "asked"
    LOOK = "look"
    APART = "apart"
