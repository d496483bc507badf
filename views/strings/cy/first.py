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
        "Mae'r hyn rwyt ti'n ei ysgrifennu yn cael ei gadw wedi'i amgryptio ar y ddyfais hon, "
        "ac yn unman arall. "
        "Galli di ddileu'r cyfan unrhyw bryd, o dan Fi."
    ),
    language="Iaith",
    text_size="Maint y testun",
    about="Ynghylch Firstbell",
    parent_title="I rieni a gofalwyr",
    parent_now=(
        "Heddiw mae Firstbell yn gweithio ar un ddyfais. Gallwch osod cynlluniwr gyda'ch plentyn, "
        "ar y ffôn y bydd yn ei ddefnyddio, ac edrych arno gyda'ch gilydd."
    ),
    parent_soon="Mae eich golwg eich hun ar yr wythnos, ar eich ffôn eich hun, yn cael ei adeiladu. Nid yw yma eto.",
    mentor_title="I fentoriaid",
    mentor_now=(
        "Heddiw mae Firstbell yn gweithio ar un ddyfais. Gallwch gael golwg gyda disgybl dychmygol, "
        "a gosod cynlluniwr gyda disgybl, ar y ffôn y bydd yn ei ddefnyddio."
    ),
    mentor_soon=(
        "Mae eich rhestr o ddisgyblion, wedi'i diweddaru o'u ffonau, yn cael ei hadeiladu. Nid yw yma eto."
    ),
    set_up_with_pupil="Gosod gyda fy mhlentyn",
    set_up_with_pupil_mentor="Gosod gyda disgybl",
)
