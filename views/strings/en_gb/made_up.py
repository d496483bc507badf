"""The made-up pupils, in British English."""

from services.desk.made_up_words import MadeUpPupil, MadeUpTarget, MadeUpWords

MADE_UP = MadeUpWords(
    mentor_name="Ms Ali",
    key_adult_name="Mr Fern",
    pupil=MadeUpPupil(
        name="Robin",
        carer_name="Jo",
        targets=(
            MadeUpTarget(
                words="Up by half past seven",
                next_step="Feet on the floor when the alarm goes",
                helpers=("Jo",),
                pupil_says="The light helps.",
                carer_says="Two calm mornings this week.",
                mentor_says="You worked out what helps.",
            ),
            MadeUpTarget(
                words="Stay for the whole of maths",
                next_step="Show my card and take five minutes, then go back in",
                helpers=("Mr Fern", "Ms Ali"),
                pupil_says="The card works. Sitting by the door is OK.",
                carer_says="Talks about maths at home now.",
                mentor_says="Three whole lessons. A brave try each time.",
            ),
        ),
    ),
    others=(
        MadeUpPupil(
            name="Aisha",
            carer_name="Sana",
            targets=(
                MadeUpTarget(
                    words="Bag ready the night before",
                    next_step="Bag by the door after tea",
                    helpers=("Sana",),
                    pupil_says="I look at tomorrow first.",
                    carer_says="No searching for shoes in the morning.",
                    mentor_says="Ready on four evenings.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Kai",
            carer_name="Grandad Lee",
            targets=(
                MadeUpTarget(
                    words="Up by my time",
                    next_step="Open the curtains",
                    helpers=("Grandad Lee",),
                    pupil_says="I like the sunrise lamp.",
                    carer_says="He gets up when the cat does.",
                    mentor_says="Two ideas tried, one kept.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Megan",
            carer_name="Carys",
            targets=(
                MadeUpTarget(
                    words="Tell my person at the door how I am",
                    next_step="Show one face on my card",
                    helpers=("Mr Fern",),
                    pupil_says="Mr Fern waits for me.",
                    carer_says="She asks who will be at the door.",
                    mentor_says="A word on most days.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Oskar",
            carer_name="Ewa",
            targets=(
                MadeUpTarget(
                    words="Use my card instead of leaving",
                    next_step="Keep the card in my pocket",
                    helpers=("Ms Ali",),
                    pupil_says="The card is in my pencil case.",
                    carer_says="He told me he used it.",
                    mentor_says="Used twice, and came back.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Zara",
            carer_name="Dee",
            targets=(
                MadeUpTarget(
                    words="Asleep by a time",
                    next_step="Phone on charge outside my room",
                    helpers=("Dee",),
                    pupil_says="I read instead.",
                    carer_says="Lights out before ten.",
                    mentor_says="You plan this yourself now.",
                ),
            ),
        ),
    ),
)
