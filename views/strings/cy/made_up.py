"""The made-up pupils, in Welsh."""

from services.desk.made_up_words import MadeUpPupil, MadeUpTarget, MadeUpWords

MADE_UP = MadeUpWords(
    mentor_name="Ms Ali",
    key_adult_name="Mr Rhedyn",
    pupil=MadeUpPupil(
        name="Robin",
        carer_name="Jo",
        targets=(
            MadeUpTarget(
                words="Codi erbyn hanner awr wedi saith",
                next_step="Traed ar y llawr pan fydd y larwm yn canu",
                helpers=("Jo",),
                pupil_says="Mae'r golau'n helpu.",
                carer_says="Dau fore tawel yr wythnos hon.",
                mentor_says="Fe wnest ti ddarganfod beth sy'n helpu.",
            ),
            MadeUpTarget(
                words="Aros am y wers fathemateg gyfan",
                next_step="Dangos fy ngherdyn, cymryd pum munud, yna mynd yn ôl i mewn",
                helpers=("Mr Rhedyn", "Ms Ali"),
                pupil_says="Mae'r cerdyn yn gweithio. Mae eistedd wrth y drws yn iawn.",
                carer_says="Yn siarad am fathemateg gartref nawr.",
                mentor_says="Tair gwers gyfan. Cynnig dewr bob tro.",
            ),
        ),
    ),
    others=(
        MadeUpPupil(
            name="Aisha",
            carer_name="Sana",
            targets=(
                MadeUpTarget(
                    words="Bag yn barod y noson gynt",
                    next_step="Bag wrth y drws ar ôl te",
                    helpers=("Sana",),
                    pupil_says="Rwy'n edrych ar yfory yn gyntaf.",
                    carer_says="Dim chwilio am esgidiau yn y bore.",
                    mentor_says="Yn barod ar bedair noson.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Cai",
            carer_name="Taid Lee",
            targets=(
                MadeUpTarget(
                    words="Codi erbyn fy amser i",
                    next_step="Agor y llenni",
                    helpers=("Taid Lee",),
                    pupil_says="Rwy'n hoffi'r lamp gwawr.",
                    carer_says="Mae'n codi pan mae'r gath yn codi.",
                    mentor_says="Rhoi cynnig ar ddau syniad, a chadw un.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Megan",
            carer_name="Carys",
            targets=(
                MadeUpTarget(
                    words="Dweud wrth fy mherson wrth y drws sut rydw i",
                    next_step="Dangos un wyneb ar fy ngherdyn",
                    helpers=("Mr Rhedyn",),
                    pupil_says="Mae Mr Rhedyn yn aros amdana i.",
                    carer_says="Mae hi'n gofyn pwy fydd wrth y drws.",
                    mentor_says="Gair ar y rhan fwyaf o ddyddiau.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Oskar",
            carer_name="Ewa",
            targets=(
                MadeUpTarget(
                    words="Defnyddio fy ngherdyn yn lle gadael",
                    next_step="Cadw'r cerdyn yn fy mhoced",
                    helpers=("Ms Ali",),
                    pupil_says="Mae'r cerdyn yn fy nghas pensiliau.",
                    carer_says="Dywedodd wrtha i iddo ei ddefnyddio.",
                    mentor_says="Ei ddefnyddio ddwywaith, a dod yn ôl.",
                ),
            ),
        ),
        MadeUpPupil(
            name="Zara",
            carer_name="Dee",
            targets=(
                MadeUpTarget(
                    words="Cysgu erbyn amser penodol",
                    next_step="Ffôn yn gwefru y tu allan i fy ystafell",
                    helpers=("Dee",),
                    pupil_says="Rwy'n darllen yn lle hynny.",
                    carer_says="Y golau wedi'i ddiffodd cyn deg.",
                    mentor_says="Ti sy'n cynllunio hyn nawr.",
                ),
            ),
        ),
    ),
)
