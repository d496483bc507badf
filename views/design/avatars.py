"""The pictures a person may choose for themselves. We drew them: assets/art/avatars/<name>.svg."""

from views.design.palettes import Tint

AVATARS: dict[str, Tint] = {
    "fox": Tint.PEACH,
    "owl": Tint.SAND,
    "hedgehog": Tint.LEAF,
    "otter": Tint.SKY,
    "badger": Tint.LILAC,
    "rabbit": Tint.SUN,
    "dragon": Tint.LEAF,
    "cat": Tint.SKY,
    "dog": Tint.SUN,
    "whale": Tint.SKY,
    "robot": Tint.LILAC,
    "rocket": Tint.LILAC,
    "guitar": Tint.PEACH,
    "football": Tint.LEAF,
    "plant": Tint.SAND,
    "moon": Tint.LILAC,
    "person_light": Tint.SKY,
    "person_medium": Tint.SUN,
    "person_brown": Tint.PEACH,
    "person_dark": Tint.LEAF,
}
AVATAR_NAMES = tuple(AVATARS)
