"""The made-up pupil, in British English."""

from services.desk.made_up_words import MadeUpTarget, MadeUpWords

MADE_UP = MadeUpWords(
    name="Robin",
    carer_name="Jo",
    mentor_name="Ms Ali",
    key_adult_name="Mr Fern",
    getting_up=MadeUpTarget(
        words="Up by half past seven",
        next_step="Feet on the floor when the alarm goes",
        helpers=("Jo",),
        pupil_says="The light helps.",
        carer_says="Two calm mornings this week.",
        mentor_says="You worked out what helps.",
    ),
    staying_in=MadeUpTarget(
        words="Stay for the whole of maths",
        next_step="Show my card and take five minutes, then go back in",
        helpers=("Mr Fern", "Ms Ali"),
        pupil_says="The card works. Sitting by the door is OK.",
        carer_says="Talks about maths at home now.",
        mentor_says="Three whole lessons. A brave try each time.",
    ),
)
