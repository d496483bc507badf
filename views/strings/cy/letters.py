"""Letters home, in Welsh."""

from services.paper.letter_words import LetterWords
from views.strings.groups.letters import LetterSentences, OpenLetters, WaitingForYes, WritingLetter

_WRITING = WritingLetter(
    write="Ysgrifennu llythyr",
    note="Tudalen i'w hargraffu yw llythyr, i rywun sydd ddim yma. Mae'n dda am wythnos.",
    title="Mae'r llythyr yn barod",
    hint="Cadwa'r dudalen, argraffa hi, a'i rhoi i'r person mae hi ar ei gyfer.",
    for_whom="I bwy: {guest}",
    until="Mae'n dda tan {day}.",
    own_words="Ychydig eiriau gen ti",
    own_words_hint="Maen nhw'n sefyll ar frig y dudalen. Gelli di adael hwn yn wag.",
    save="Cadw'r dudalen",
    file_name="firstbell-llythyr.html",
    keep=(
        "Gall pwy bynnag sydd â'r llythyr ofyn am gael dod i mewn. Does neb yn dod i mewn cyn i ti ddweud ie "
        "dan “Pobl”. Os cadwaist ti'r dudalen, argraffa hi ac yna dilea'r ffeil. Dim ond nawr mae i'w gweld."
    ),
)

_OPEN = OpenLetters(
    open="Mae llythyr ar agor i: {guest}. Mae'n dda tan {day}.",
    take_back="Cymryd y llythyr yn ôl",
    asked="Mae rhywun yn gofyn am gael dod i mewn gyda llythyr.",
    look="Edrych pwy sy'n gofyn",
    put_away="Ei roi o'r neilltu",
    wrong_codes="Mae llythyr wedi'i ddefnyddio: doedd tri chynnig ddim yn ffitio, felly ni ddaeth neb i mewn.",
    too_late="Mae llythyr ar ben: ni ddaeth neb o fewn yr wythnos.",
    two_devices="Defnyddiodd dwy ddyfais un llythyr, felly ni ddaeth yr un i mewn. Ysgrifenna un arall, i un yn unig.",
    lost="Dydy'r gwasanaeth rhannu ddim yn adnabod y llythyr hwn mwyach. Ysgrifenna un arall.",
    looking="Wrthi'n edrych pwy sy'n gofyn",
    nobody_title="Does neb wedi gofyn eto",
    nobody="Pan fydd rhywun yn defnyddio'r llythyr, byddi di'n ei weld dan “Pobl”.",
    asked_hint=(
        "Mae rhywun wedi defnyddio'r llythyr. Gofynna i'r person roedd ar ei gyfer: "
        "ydy eu sgrin nhw'n dangos yr un tri llun?"
    ),
    over_title="Mae'r llythyr hwn wedi'i ddefnyddio",
)

_WAITING = WaitingForYes(
    title="Aros am ie",
    hint="Rwyt ti wedi gofyn am gael dod i mewn. Bydd pwy ysgrifennodd y llythyr yn dweud ie pan welan nhw'r tri llun hyn.",
    note="Gall hynny gymryd amser. Gelli di gau'r ap, ac mae'n dal i aros.",
    look_now="Edrych nawr",
    later="Wedyn",
    give_up="Peidio ag aros",
)

_PAPER = LetterWords(
    language="cy",
    is_rtl=False,
    title="Gwahoddiad i gynlluniwr",
    what_it_is=(
        "Cynlluniwr bach ar gyfer boreau a dyddiau ysgol yw Firstbell. "
        "Gyda'r llythyr hwn gallwch ofyn am gael rhannu un."
    ),
    for_whom="I bwy mae'r llythyr hwn: {guest}",
    until="Mae'n dda tan {day}.",
    qr_label="Y sgwâr i'w sganio",
    use_heading="Sut i'w ddefnyddio",
    use_steps=(
        "Pwyntiwch gamera eich ffôn neu dabled at y sgwâr, ac agorwch yr hyn mae'n ei ganfod.",
        "Dywedwch pwy ydych chi, a gofynnwch am gael dod i mewn. Bydd tri llun yn ymddangos.",
        "Arhoswch am ie. Gall hynny gymryd rhai dyddiau. Gallwch gau'r ap, ac mae'n dal i aros.",
    ),
    once="Mae'r llythyr yn gadael un ddyfais i mewn, unwaith. Peidiwch â'i basio ymlaen. Os caiff ei golli, dywedwch wrth bwy a'i rhoddodd i chi.",
    link_heading="Yr un peth fel dolen",
)

LETTERS = LetterSentences(writing=_WRITING, open=_OPEN, waiting=_WAITING, paper=_PAPER)
