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
        "What you write stays on this device, encrypted, until you let somebody in. "
        "You can delete all of it here at any time, under Me."
    ),
    language="Language",
    text_size="Text size",
    about="About Firstbell",
    parent_title="For parents and carers",
    parent_now=(
        "See the week at home: what is planned, and what is done. Change which step is on which day, and say "
        "how a target is going. Several children are welcome."
    ),
    mentor_title="For mentors",
    mentor_now=(
        "See your pupils at a glance: the week of each, their targets in three voices, and who needs you first. "
        "Begin with one pupil; add the others when you like."
    ),
    parent_begin="Begin with my child",
    mentor_begin="Begin with a pupil",
    on_their_phone="On a pupil's own phone, choose “I'm a pupil” on the first screen.",
)
