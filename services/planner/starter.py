"""Starter content as data: keys and pictures. The sentences are in the catalogue, under the same keys.

A step without sizes is offered when somebody adds a step, and is not in the routine from the beginning.
Minutes are a first guess for planning back from leaving home; nobody is timed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.words import ContactKind, Part, Size

_U = frozenset({Size.USUAL})
_US = frozenset({Size.USUAL, Size.SHORT})
_UST = frozenset(Size)
_UT = frozenset({Size.USUAL, Size.TINY})
_S = frozenset({Size.SHORT})
_T = frozenset({Size.TINY})

SCHOOL_MORNINGS = frozenset({0, 1, 2, 3, 4})
EVENINGS_BEFORE_SCHOOL = frozenset({6, 0, 1, 2, 3})
OUT_OF_THE_DOOR = "out_of_the_door"


@dataclass(frozen=True, slots=True)
class StarterStep:
    """A step to begin with. `is_timed`: the card shows a time, planned back from leaving home."""

    key: str
    picture: str
    sizes: frozenset[Size]
    minutes: int
    is_timed: bool = False


@dataclass(frozen=True, slots=True)
class StarterRoutine:
    """What a routine begins as. Shape: weekdays, Monday is 0."""

    picture: str
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class StarterTarget:
    """A target to pick and make one's own."""

    key: str
    picture: str


@dataclass(frozen=True, slots=True)
class StarterContact:
    """Somebody to tell, there from the beginning. An empty phone is for the family to fill in."""

    key: str
    kind: ContactKind
    phone: str
    picture: str


STARTER_ROUTINES: Mapping[Part, StarterRoutine] = {
    Part.MORNING: StarterRoutine("morning", SCHOOL_MORNINGS),
    Part.AFTER_SCHOOL: StarterRoutine("home", SCHOOL_MORNINGS),
    Part.EVENING: StarterRoutine("evening", EVENINGS_BEFORE_SCHOOL),
}

PARTS_BY_DEFAULT: tuple[Part, ...] = (Part.MORNING, Part.EVENING)

STARTER_PACKS: Mapping[Part, tuple[StarterStep, ...]] = {
    Part.MORNING: (
        StarterStep("alarm", "alarm_clock", _U, 1, is_timed=True),
        StarterStep("feet_on_the_floor", "feet", _UT, 2),
        StarterStep("curtains", "sunrise", _U, 1),
        StarterStep("toilet_and_wash", "wash_hands", _U, 8),
        StarterStep("dressed", "clothes", _US, 8),
        StarterStep("breakfast", "breakfast", _U, 12, is_timed=True),
        StarterStep("eat_or_drink", "drink", _S, 5),
        StarterStep("medicine", "medicine", _U, 2),
        StarterStep("teeth", "toothbrush", _U, 3),
        StarterStep("hair", "comb", _U, 3),
        StarterStep("shoes_and_coat", "coat", _U, 4),
        StarterStep("bag_and_key", "key", _U, 2),
        StarterStep("calm_minute", "calm", _U, 2),
        StarterStep("tell_my_adult", "talk", _T, 2),
        StarterStep(OUT_OF_THE_DOOR, "door", _US, 1, is_timed=True),
        StarterStep("meet_my_person", "meet", _U, 5),
    ),
    Part.AFTER_SCHOOL: (
        StarterStep("shoes_off", "shoes", _U, 2),
        StarterStep("snack", "apple", _UST, 10),
        StarterStep("quiet_rest", "sofa", _UST, 20),
        StarterStep("how_it_was", "talk", _US, 5),
        StarterStep("letters_out", "letter", _U, 2),
        StarterStep("learning_at_home", "homework", _U, 25),
        StarterStep("move_outside", "outside", _U, 30),
    ),
    Part.EVENING: (
        StarterStep("look_at_tomorrow", "calendar", _U, 3),
        StarterStep("bag", "backpack", _US, 5),
        StarterStep("kit", "kit", _U, 3),
        StarterStep("homework_in_bag", "homework", _U, 2),
        StarterStep("clothes_out", "clothes", _UST, 3),
        StarterStep("shoes_by_the_door", "shoes", _U, 1),
        StarterStep("lunch_or_money", "lunchbox", _U, 5),
        StarterStep("water_bottle", "water_bottle", _U, 2),
        StarterStep("phone_charging", "phone_charging", _U, 1),
        StarterStep("breakfast_things_out", "bowl", _U, 2),
        StarterStep("wash", "shower", _U, 15),
        StarterStep("evening_teeth", "toothbrush", _U, 3),
        StarterStep("wind_down", "book", _U, 20),
        StarterStep("one_good_thing", "star", _US, 2),
        StarterStep("park_a_worry", "worry_box", _U, 3),
        StarterStep("lights_out", "bed", _U, 1),
    ),
}

STARTER_TARGETS: tuple[StarterTarget, ...] = (
    StarterTarget("target_up_by_my_time", "alarm_clock"),
    StarterTarget("target_bag_the_night_before", "backpack"),
    StarterTarget("target_out_by_a_time", "door"),
    StarterTarget("target_tell_my_person", "talk"),
    StarterTarget("target_stay_for_a_lesson", "classroom"),
    StarterTarget("target_use_my_card", "card"),
    StarterTarget("target_back_after_break", "playground"),
    StarterTarget("target_asleep_by_a_time", "sleep"),
    StarterTarget("target_look_forward", "look_forward"),
)

# Source: childline.org.uk (0800 1111, under 19, free, day and night), giveusashout.org (text 85258, free, day
# and night), nhs.uk (111, day and night), gov.uk (999). A family can change all of them.
STARTER_CONTACTS: tuple[StarterContact, ...] = (
    StarterContact("contact_key_adult", ContactKind.KEY_ADULT, "", "teacher"),
    StarterContact("contact_family", ContactKind.FAMILY, "", "family"),
    StarterContact("contact_childline", ContactKind.HELPLINE, "0800 1111", "telephone"),
    StarterContact("contact_shout", ContactKind.HELPLINE, "85258", "text_message"),
    StarterContact("contact_nhs_111", ContactKind.HELPLINE, "111", "nurse"),
    StarterContact("contact_emergency", ContactKind.EMERGENCY, "999", "ambulance"),
)


def starter_keys() -> frozenset[str]:
    """Every key that needs a sentence in every language."""
    steps = (step.key for pack in STARTER_PACKS.values() for step in pack)
    targets = (target.key for target in STARTER_TARGETS)
    contacts = (contact.key for contact in STARTER_CONTACTS)
    return frozenset({*(f"routine_{part}" for part in Part), *steps, *targets, *contacts})


def starter_pictures() -> frozenset[str]:
    """Every picture that the starter content shows."""
    steps = (step.picture for pack in STARTER_PACKS.values() for step in pack)
    routines = (routine.picture for routine in STARTER_ROUTINES.values())
    targets = (target.picture for target in STARTER_TARGETS)
    contacts = (contact.picture for contact in STARTER_CONTACTS)
    return frozenset({*steps, *routines, *targets, *contacts})
