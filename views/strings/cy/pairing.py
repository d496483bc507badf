"""Letting a device in, in Welsh."""

from views.strings.groups.pairing import ComingIn, ForEachGuest, Granting, LettingIn, PairingSentences

_LETTING_IN = LettingIn(
    who_title="I bwy mae hwn?",
    who_hint="Mae un tocyn yn gadael un ddyfais i mewn.",
    guest=ForEachGuest(
        pupil="Y disgybl", parent="Rhiant neu ofalwr", mentor="Mentor", mine="Dyfais arall i mi"
    ),
    about_guest=ForEachGuest(
        pupil="Ffôn neu dabled y disgybl: y drefn a'r targedau, ac mae'r hyn sy'n breifat yn aros felly",
        parent="Yn gweld yr wythnos a'r targedau, ac yn gallu eu newid",
        mentor="Yn gweld yr wythnosau a'r targedau, ac yn gofalu am bwy sydd i mewn",
        mine="Yn gweld popeth a welaf i yma",
    ),
    make="Gwneud tocyn",
    making="Wrthi'n gwneud tocyn",
    show_title="Sganio, neu deipio'r cod",
    show_hint="Pwyntia gamera'r ddyfais arall at y sgwâr. Neu agor Firstbell yno a theipio'r cod.",
    square="Y sgwâr i'w sganio",
    code_title="Y cod i'w deipio",
    code_label="Y cod i'w deipio: {letters}",
    for_whom="I bwy: {guest}",
    until="Gelli di ei ddefnyddio tan {time}.",
    take_back="Cymryd y tocyn yn ôl",
    compare_title="Ai hon yw'r ddyfais iawn?",
    compare_hint="Mae rhywun wedi defnyddio'r tocyn. Ydy'r sgrin arall yn dangos yr un tri llun?",
    sees_title="Beth fydd hi'n ei weld",
    sees="Bydd yn darllen popeth o'r dechrau, ers {day}.",
    sees_not="Fydd hi byth yn gweld yr hyn sydd i'r disgybl yn unig.",
    brings="Mae ganddi gynlluniwr yn barod. Daw hwnnw i'r ddyfais hon, ac mae'r un yma'n aros fel y mae.",
    approve="Ie, ei hychwanegu",
    turn_away="Na, maen nhw'n wahanol",
    adding="Wrthi'n ychwanegu'r ddyfais",
    added_title="Mae hi i mewn",
    added="Bydd yr hyn sy'n newid ar un ddyfais nawr i'w weld ar y lleill.",
    over_title="Mae'r tocyn hwn wedi'i ddefnyddio",
    wrong_codes="Doedd tri chod ddim yn ffitio, felly ni ddaeth neb i mewn.",
    too_late="Ni ddaeth neb mewn pryd, felly cafodd ei gadw.",
    two_devices="Defnyddiodd dwy ddyfais y tocyn hwn, felly ni ddaeth yr un i mewn. Gwna un arall, a'i ddangos i un yn unig.",
    again="Gwneud tocyn arall",
)

_COMING_IN = ComingIn(
    title="Ymuno â chynlluniwr",
    hint="Sgania'r sgwâr ar y sgrin arall gyda chamera'r ddyfais hon. Neu deipia ei god yma.",
    code="Y cod",
    code_example="417 K7QM-3T9X",
    address="Cyfeiriad y gwasanaeth rhannu",
    address_example="https://bell.example",
    looking="Wrthi'n chwilio am y tocyn",
    becomes_pupil="Daw hon yn ddyfais y disgybl",
    becomes_parent="Daw hon yn ddyfais rhiant neu ofalwr",
    becomes_mentor="Daw hon yn ddyfais mentor",
    what_happens="Y person wrth y sgrin arall sy'n ei gadael i mewn. Wedyn daw popeth yn y cynlluniwr hwnnw i'r ddyfais hon.",
    brings="Bydd dy gynlluniwr yn dod hefyd ac yn aros yn eiddo i ti. Gall pwy bynnag sy'n dy adael i mewn ei ddarllen i gyd.",
    ask="Gofyn am gael ymuno",
    not_now="Ddim nawr",
    asking="Wrthi'n gofyn",
    compare_title="Edrych ar y ddwy sgrin",
    compare_hint="Mae'r sgrin arall yn dangos tri llun hefyd. Pan maen nhw yr un fath, y person yno sy'n ychwanegu'r ddyfais hon.",
    waiting="Aros am y sgrin arall",
    different="Maen nhw'n wahanol",
    joined_title="Rwyt ti i mewn",
    joined="Mae popeth ar y ddyfais hon nawr. Mae'n gweithio heb gysylltiad hefyd.",
    go_on="Ymlaen",
)

PAIRING = PairingSentences(
    let_in="Gadael rhywun i mewn",
    let_in_note="Rhiant, mentor, neu ddyfais arall i mi",
    let_in_child="Gadael rhywun i mewn i gynlluniwr {name}",
    have_code="Mae gen i god neu gerdyn",
    have_code_note="Ymuno â chynlluniwr sydd ar ddyfais arall",
    granting=Granting(
        title="Rhannu am y tro cyntaf",
        hint="Mae gan bwy bynnag sy'n gofalu am y gwasanaeth rhannu grant i ti. Gofynnir amdano unwaith.",
        grant="Y grant",
    ),
    offline="Does dim cysylltiad ar hyn o bryd. Bydd yn mynd ymlaen ohono'i hun.",
    letting_in=_LETTING_IN,
    coming_in=_COMING_IN,
)
