"""Help in Welsh."""

from services.planner.words import ContactKind
from views.strings.groups.help import HelpSentences

HELP = HelpSentences(
    title="Wrth bwy alla i ddweud?",
    note="Mae dweud wrth rywun yn iawn bob amser.",
    nobody_watches="Does neb yn gwylio'r sgrin hon yn fyw.",
    kinds={
        ContactKind.KEY_ADULT: "Yn yr ysgol",
        ContactKind.FAMILY: "Fy mhobl i",
        ContactKind.HELPLINE: "Llinellau cymorth",
        ContactKind.EMERGENCY: "Mewn perygl nawr",
    },
    kind_notes={
        ContactKind.KEY_ADULT: "Fy oedolyn allweddol",
        ContactKind.FAMILY: "Teulu a phobl rwy'n ymddiried ynddyn nhw",
        ContactKind.HELPLINE: "Maen nhw'n gwrando ar bawb",
        ContactKind.EMERGENCY: "Os oes rhywun wedi brifo neu ddim yn ddiogel",
    },
    say_title="Gallet ti ddweud",
    say_words=(
        "Mae heddiw'n anodd.",
        "Wnei di fy helpu gydag un peth?",
        "Dydw i ddim yn gwybod beth i'w wneud nesaf.",
    ),
    call="Ffonio {name}",
    text="Anfon neges at {name}",
    quoted="“{words}”",
    put_in_a_name="Rhoi enw",
    change="Newid y dudalen hon",
    change_done="Wedi gorffen newid",
    add={
        ContactKind.KEY_ADULT: "Ychwanegu oedolyn allweddol",
        ContactKind.FAMILY: "Ychwanegu un o fy mhobl i",
        ContactKind.HELPLINE: "Ychwanegu llinell gymorth",
        ContactKind.EMERGENCY: "Ychwanegu rhif brys",
    },
    nobody_yet={
        ContactKind.KEY_ADULT: "Neb yma eto. Wrth bwy yn yr ysgol gelli di ddweud?",
        ContactKind.FAMILY: "Neb yma eto. Ym mhwy rwyt ti'n ymddiried?",
        ContactKind.HELPLINE: "Dim llinell gymorth yma.",
        ContactKind.EMERGENCY: "Dim rhif brys yma. Yn y DU, 999 ydy o.",
    },
    change_one="Newid {name}",
    remove_one="Tynnu {name} oddi ar y dudalen hon",
    removed="Mae {name} oddi ar y dudalen hon.",
    bring_back="Dod yn ôl",
    new_title="Rhywun i ddweud wrthyn nhw",
    change_title="Rhywun i ddweud wrthyn nhw",
    name_field="Enw",
    name_missing="Teipia enw yn gyntaf.",
    phone_field="Rhif ffôn, os oes un",
    phone_hint="Rhifau yn unig",
    note_field="Ble neu bryd i ddod o hyd iddyn nhw",
    note_hint="Er enghraifft: ystafell 4, cyn gwersi",
    picture_title="Llun",
    keep="Cadw",
    leave="Gadael fel yr oedd",
)
