"""The made-up pupil, in Welsh."""

from services.desk.made_up_words import MadeUpTarget, MadeUpWords

MADE_UP = MadeUpWords(
    name="Robin",
    carer_name="Jo",
    mentor_name="Ms Ali",
    key_adult_name="Mr Rhedyn",
    getting_up=MadeUpTarget(
        words="Codi erbyn hanner awr wedi saith",
        next_step="Traed ar y llawr pan fydd y larwm yn canu",
        helpers=("Jo",),
        pupil_says="Mae'r golau'n helpu.",
        carer_says="Dau fore tawel yr wythnos hon.",
        mentor_says="Fe wnest ti ddarganfod beth sy'n helpu.",
    ),
    staying_in=MadeUpTarget(
        words="Aros am y wers fathemateg gyfan",
        next_step="Dangos fy ngherdyn, cymryd pum munud, yna mynd yn ôl i mewn",
        helpers=("Mr Rhedyn", "Ms Ali"),
        pupil_says="Mae'r cerdyn yn gweithio. Mae eistedd wrth y drws yn iawn.",
        carer_says="Yn siarad am fathemateg gartref nawr.",
        mentor_says="Tair gwers gyfan. Cynnig dewr bob tro.",
    ),
)
