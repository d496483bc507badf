"""The 64 pictograms of which two screens show three each: things that a child can tell apart and name.

Their order is part of pairing and never changes.
"""

from typing import Final

PAIRING_PICTURES: Final = (
    "alarm_clock", "ambulance", "apple", "backpack", "bath", "bed", "bell", "bike",
    "book", "bus", "camera", "candle", "car", "chair", "cloud", "comb",
    "dice", "door", "drums", "feather", "feet", "flag", "flower", "football",
    "gift", "glasses", "globe", "gloves", "guitar", "heart", "jeans", "key",
    "kite", "ladder", "letter", "map", "milk", "mirror", "moon", "mountain",
    "pencil", "pet_cat", "pet_dog", "rainbow", "robot", "rocket", "ruler", "sandwich",
    "scissors", "scooter", "seedling", "shoes", "skateboard", "socks", "sofa", "star",
    "sun", "teddy", "telephone", "toothbrush", "tortoise", "train", "tv", "umbrella",
)  # fmt: skip


def picture_names(numbers: tuple[int, ...]) -> tuple[str, ...]:
    """The pictograms of a session's numbers."""
    return tuple(PAIRING_PICTURES[number] for number in numbers)
