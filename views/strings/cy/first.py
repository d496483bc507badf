"""The first screen in Welsh."""

from views.strings.groups.first import FirstSentences

FIRST = FirstSentences(
    promise="Boreau, un cam bach ar y tro.",
    scene="Haul yn codi dros fryniau gwyrdd. Mae rhywun yn cerdded ar hyd llwybr at ysgol fach.",
    pupil_door="Disgybl ydw i",
    pupil_note="Fy arferion a'm targedau",
    parent_door="Rhiant neu ofalwr ydw i",
    parent_note="Yr wythnos gartref",
    mentor_door="Mentor ydw i",
    mentor_note="Fy nisgyblion",
    look_around="Cael golwg gyda disgybl dychmygol",
    kept=(
        "Mae'r hyn rwyt ti'n ei ysgrifennu yn aros ar y ddyfais hon, wedi'i amgryptio, nes i ti adael rhywun i mewn. "
        "Galli di ddileu'r cyfan sydd yma unrhyw bryd, o dan Fi."
    ),
    language="Iaith",
    text_size="Maint y testun",
    about="Ynghylch Firstbell",
    parent_title="I rieni a gofalwyr",
    parent_now=(
        "Gweld yr wythnos gartref: beth sydd wedi'i gynllunio, a beth sydd wedi'i wneud. Newid pa gam sydd ar ba "
        "ddiwrnod, a dweud sut mae targed yn mynd. Mae croeso i sawl plentyn."
    ),
    mentor_title="I fentoriaid",
    mentor_now=(
        "Gweld eich disgyblion ar un olwg: wythnos pob un, eu targedau mewn tri llais, a phwy sydd eich angen "
        "gyntaf. Dechreuwch gydag un disgybl; ychwanegwch y lleill pryd y mynnwch."
    ),
    parent_begin="Dechrau gyda fy mhlentyn",
    mentor_begin="Dechrau gyda disgybl",
    on_their_phone="Ar ffôn y disgybl ei hun, dewiswch “Disgybl ydw i” ar y sgrin gyntaf.",
)
