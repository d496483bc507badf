"""How sharing goes, in Welsh: one kind sentence for each thing, and what to do."""

from services.sync.concern import Concern
from views.strings.groups.people import ConcernWords, HealthWords
from views.strings.plural import welsh

_TELL = "Cymhara'r rhestr o bobl ar ddwy ddyfais. Os ydyn nhw'n wahanol, dweda wrth bwy sy'n rhedeg y gwasanaeth rhannu."
_IN_AGAIN = "Gofynna i bwy bynnag sy'n cadw'r rhestr o bobl dynnu'r ddyfais hon allan a'i gadael i mewn eto."
_ITSELF = "Does dim angen gwneud dim. Mae'n mynd ymlaen ohono'i hun."
_UNCHANGED = "Ni newidiwyd dim yma. Gofynna i bwy bynnag sy'n cadw'r rhestr o bobl."

HEALTH = HealthWords(
    title="Sut mae'r rhannu'n mynd",
    heard="Clywyd y lleill ddiwethaf {day}, {time}.",
    never="Ni chlywyd y lleill eto.",
    waits=welsh(
        one="Mae {n} newid yn aros yma nes gellir ei anfon.",
        other="Mae {n} newid yn aros yma nes gellir eu hanfon.",
    ),
    nothing_waits="Does dim yn aros: mae popeth a ysgrifennwyd yma wedi'i anfon.",
    well="Mae popeth yn iawn.",
    nobody="Does neb yn rhannu'r cynlluniwr hwn.",
    concerns={
        Concern.REMOVED: ConcernWords(
            "Cafodd y ddyfais hon ei thynnu allan o'r cynlluniwr.",
            "Gofynna i bwy bynnag sy'n cadw'r rhestr o bobl am docyn newydd.",
        ),
        Concern.ERASED: ConcernWords(
            "Cafodd y cynlluniwr hwn ei ddileu i bawb.",
            "Cer â'r hyn sydd ei angen gyda thi, wedyn tynna fe oddi ar y ddyfais hon.",
        ),
        Concern.EXPIRED: ConcernWords(
            "Mae'r diwrnod olaf o rannu wedi mynd heibio.",
            "Mae popeth yma o hyd. Gelli di ei rannu o'r newydd.",
        ),
        Concern.CLONED: ConcernWords(
            "Mae dyfais arall yn defnyddio allweddi hon.", "Agora Pobl, ac ymuna eto gyda thocyn newydd."
        ),
        Concern.LEFT: ConcernWords("Rwyt ti wedi gadael y cynlluniwr hwn.", "Does dim angen gwneud dim."),
        Concern.NO_KEYS: ConcernWords("Nid yw allwedd y cynlluniwr hwn ar y ddyfais hon.", _IN_AGAIN),
        Concern.UPDATE: ConcernWords(
            "Mae gan y lleill, neu'r gwasanaeth rhannu, Firstbell mwy newydd.",
            "Diweddara'r ap ar y ddyfais hon.",
        ),
        Concern.QUOTA: ConcernWords(
            "Does gan y gwasanaeth rhannu ddim mwy o le i'r cynlluniwr hwn.",
            "Gofynna i bwy sy'n ei redeg. Tan hynny mae popeth yn aros yma.",
        ),
        Concern.CLOCK: ConcernWords(
            "Nid yw cloc y ddyfais hon yn gywir.", "Gosoda'r dyddiad a'r amser i awtomatig, yn ei gosodiadau."
        ),
        Concern.UNKNOWN_HERE: ConcernWords(
            "Nid yw'r gwasanaeth rhannu'n adnabod y cynlluniwr hwn ar hyn o bryd.",
            "Caiff ei anfon yno eto ohono'i hun, pan fydd pwy sy'n cadw'r rhestr o bobl yn agor yr ap.",
        ),
        Concern.REFUSED: ConcernWords(
            "Ni chymerodd y gwasanaeth rhannu'r newidiadau diweddaraf.",
            "Maen nhw'n aros yma ac yn cael cynnig arall. Os bydd fel hyn am ddiwrnod, dweda wrth bwy sy'n ei redeg.",
        ),
        Concern.FORK: ConcernWords(
            "Mae un ddyfais wedi anfon dwy stori wahanol am yr hyn a wnaeth.",
            "Efallai iddi gael ei chopïo. Gofynna pwy biau hi, tynna hi allan, a gad hi i mewn eto.",
        ),
        Concern.WITHHELD: ConcernWords("Dangosodd y gwasanaeth rhannu restr hŷn o bobl.", _TELL),
        Concern.TAMPERED: ConcernWords(
            "Daeth un newid mewn dwy fersiwn. Mae pob dyfais yn dangos yr un un.",
            "Edrycha ar y newid diwethaf. Os bydd yn digwydd eto, gofynna pwy sy'n defnyddio ap nad ni biau fe.",
        ),
        Concern.KEYS: ConcernWords(
            "Newidiwyd yr allwedd, ac ni chafodd y ddyfais hon un sy'n ffitio.", _IN_AGAIN
        ),
        Concern.GAP: ConcernWords(
            "Rhoddodd y gwasanaeth rhannu lai nag y mae'n dweud sydd yno.",
            "Fel arfer mae'n gwella ohono'i hun. Os bydd fel hyn am ddiwrnod, dweda wrth bwy sy'n ei redeg.",
        ),
        Concern.BEGINNING: ConcernWords("Rhoddodd y gwasanaeth rhannu ddechrau nad yw'n ffitio.", _TELL),
        Concern.SNAPSHOT: ConcernWords(
            "Gadawodd copi byrrach allan rywbeth sydd yma.",
            "Caiff dy bethau di eu hanfon eto. Gofynna i bwy sy'n cadw'r rhestr o bobl edrych hefyd.",
        ),
        Concern.REMOVAL: ConcernWords(
            "Mae'r gwasanaeth rhannu'n dweud i'r ddyfais hon gael ei thynnu allan, ond ni all ddangos hynny.",
            _UNCHANGED,
        ),
        Concern.ERASURE: ConcernWords(
            "Mae'r gwasanaeth rhannu'n dweud i'r cynlluniwr hwn gael ei ddileu, ond ni all ddangos hynny.",
            _UNCHANGED,
        ),
        Concern.PROMISE: ConcernWords(
            "Nid y rhestr o bobl y cafodd y ddyfais hon ei gadael i mewn iddi yw hon.",
            "Cymhara hi â'r ddyfais a adawodd hon i mewn.",
        ),
        Concern.ODD: ConcernWords(
            "Ni ellid darllen rhywbeth a ddaeth, a chafodd ei roi o'r neilltu.",
            "Diweddara'r ap. Os bydd yn aros, gofynna i bwy anfonodd e ddiweddaru eu hap nhw.",
        ),
        Concern.HAS_LEFT: ConcernWords(
            "Mae rhywun wedi gadael, ac mae ar y rhestr o hyd.", "Agora Pobl, a thynna nhw oddi ar y rhestr."
        ),
        Concern.QUIET: ConcernWords(
            "Ni chlywyd dim ers rhai dyddiau.",
            "Edrycha a yw'r ddyfais hon ar-lein. Mae popeth yn cael ei gadw tan hynny.",
        ),
        Concern.DROPPED: ConcernWords(
            "Newidiodd rhywun beth sy'n perthyn i berson arall. Cafodd hynny ei adael allan.",
            "Does dim angen gwneud dim. Gall diweddaru eu hap nhw helpu.",
        ),
        Concern.BUSY: ConcernWords("Mae'r gwasanaeth rhannu'n gofyn am aros ychydig.", _ITSELF),
        Concern.OFFLINE: ConcernWords("Does dim cysylltiad ar hyn o bryd.", _ITSELF),
    },
    put_away="Rwyf wedi darllen hwn",
    put_away_note="Caiff ei gyfrif o ddim eto.",
    line_look="Hoffai'r rhannu gael golwg.",
    line_look_many=welsh(
        one="Hoffai'r rhannu gael golwg, i un disgybl.",
        two="Hoffai'r rhannu gael golwg, i {n} ddisgybl.",
        other="Hoffai'r rhannu gael golwg, i {n} disgybl.",
    ),
    line_apart="Ar y ddyfais hon yn unig mae'r cynlluniwr hwn nawr.",
    line_outside="Dyw'r copi hwn ddim yn cael ei rannu eto. Gofynna am gael dod i mewn eto.",
    line_outside_many=welsh(
        one="Dyw copi un disgybl ddim yn cael ei rannu eto. Gofynna am gael dod i mewn eto.",
        two="Dyw copïau {n} ddisgybl ddim yn cael eu rhannu eto. Gofynna am gael dod i mewn eto.",
        other="Dyw copïau {n} disgybl ddim yn cael eu rhannu eto. Gofynna am gael dod i mewn eto.",
    ),
    look="Edrych",
)
