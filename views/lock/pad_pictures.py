"""The twelve pictures of a picture PIN. Their places are part of what people chose: never reorder them."""

PAD_PICTURES: tuple[str, ...] = (
    "apple",
    "key",
    "moon",
    "umbrella",
    "star",
    "bike",
    "kite",
    "rocket",
    "guitar",
    "flower",
    "tortoise",
    "train",
)
