"""The first screen in British English."""

from views.strings.groups.first import FirstSentences

FIRST = FirstSentences(
    promise="Mornings, one small step at a time.",
    scene="A sunrise over green hills. Somebody walks along a path to a small school.",
    pupil_door="I'm a pupil",
    pupil_note="My routines and targets",
    parent_door="I'm a parent or carer",
    parent_note="The week at home",
    mentor_door="I'm a mentor",
    mentor_note="My pupils",
    look_around="Look around with a made-up pupil",
    kept=(
        "What you write is kept encrypted on this device, and nowhere else. "
        "You can delete all of it at any time, under Me."
    ),
    language="Language",
    text_size="Text size",
    about="About Firstbell",
    parent_title="For parents and carers",
    parent_now=(
        "Today Firstbell works on one device. You can set up a planner together with your child, "
        "on the phone they will use, and look at it together."
    ),
    parent_soon="Your own view of the week, on your own phone, is being built. It is not here yet.",
    mentor_title="For mentors",
    mentor_now=(
        "Today Firstbell works on one device. You can look around with a made-up pupil, "
        "and set up a planner together with a pupil, on the phone they will use."
    ),
    mentor_soon="Your list of pupils, kept up to date from their phones, is being built. It is not here yet.",
    set_up_with_pupil="Set up with my child",
    set_up_with_pupil_mentor="Set up with a pupil",
)
