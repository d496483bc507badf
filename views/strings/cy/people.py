"""The people of a planner, in Welsh."""

from services.sync.concern import Concern
from views.strings.cy.sharing_health import HEALTH
from views.strings.groups.people import (
    ApartWords,
    KnownWords,
    LeaveWords,
    OutWords,
    PageWords,
    PeopleSentences,
    SeesWords,
)
from views.strings.plural import welsh

_PAGE = PageWords(
    title="Pobl",
    whose="Cynlluniwr {name}",
    open="Pobl",
    open_note="Pwy sydd yn y cynlluniwr hwn, a beth maen nhw'n ei weld",
    open_child="Pobl cynlluniwr {name}",
    looking="Wrthi'n edrych pwy sydd i mewn",
    alone_title="Dim ond ti sy'n gweld hwn",
    alone_text="Does neb arall yn darllen y cynlluniwr hwn. Mae'n aros ar y ddyfais hon nes i ti adael rhywun i mewn.",
    unread_title="Bron yno",
    unread_text="Nid yw'r rhestr o bobl wedi cyrraedd y ddyfais hon eto. Daw ohoni ei hun.",
    me="Ti",
    nameless="Rhywun newydd",
    devices=welsh(one="{n} ddyfais", two="{n} ddyfais", other="{n} dyfais"),
    only_this="Y ddyfais hon",
    with_this=welsh(
        one="Y ddyfais hon", two="{n} ddyfais, hon yw un ohonyn nhw", other="{n} dyfais, hon yw un ohonyn nhw"
    ),
    steward="Yn cadw'r rhestr o bobl",
    has_left="Wedi gadael",
    take_out="Tynnu rhywun allan",
    take_out_note="Ni fyddan nhw'n cael dim byd newydd wedyn",
    take_off="Tynnu {name} oddi ar y rhestr",
    self_add="Gall pawb ychwanegu eu dyfeisiau eu hunain",
    self_add_note="Pan fydd i ffwrdd, dim ond pwy sy'n cadw'r rhestr sy'n gadael dyfeisiau i mewn.",
    lost="Mae ffôn neu dabled ar goll",
    lost_note="Ei dynnu allan, a gadael yr un newydd i mewn",
    leave="Gadael y cynlluniwr hwn",
    leave_note="Mae'n aros ar y ddyfais hon, ac nid yw'n cael ei anfon at neb mwyach",
    health="Sut mae'r rhannu'n mynd",
    health_note="Pryd clywyd y lleill, a beth sy'n aros",
    known="Beth mae'r gwasanaeth yn ei wybod",
    known_note="Beth mae'n ei gadw am y ddyfais hon",
    sees=SeesWords(
        title="Yn gallu gweld",
        routines="Y drefn",
        days="Beth sydd wedi'i wneud",
        targets="Targedau",
        help="Pwy i ddweud wrtho",
        home="Gartref",
        private="Eu pethau preifat",
        staff="Nodiadau mentoriaid",
        said="Mae {name} yn gallu gweld: {things}",
    ),
)

_APART = ApartWords(
    outside_title="Dyw'r copi hwn ddim yn cael ei rannu eto",
    outside_pupil="Mae popeth ynddo yma. Gofynna i oedolyn sydd ynddo dy adael i mewn eto. Wedyn teipia'r cod "
    "maen nhw'n ei ddangos i ti.",
    outside_adult="Mae popeth ynddo yma. Gofynna i rywun sydd ynddo dy adael i mewn eto: maen nhw'n gwneud "
    "tocyn, a byddi di'n defnyddio'i god yma. Wedyn mae'n mynd ymlaen o ble mae'r lleill.",
    ask="Ymuno eto gyda chod",
    pupil_title="Ar y ddyfais hon yn unig mae'r cynlluniwr hwn",
    pupil_text="Mae popeth ynddo yma o hyd, a ti biau fe. Gelli di fynd ymlaen fel arfer.",
    titles={
        Concern.REMOVED: "Cafodd y ddyfais hon ei thynnu allan",
        Concern.ERASED: "Cafodd y cynlluniwr hwn ei ddileu i bawb",
        Concern.EXPIRED: "Mae'r rhannu wedi dod i ben",
        Concern.CLONED: "Mae dyfais arall yn defnyddio allweddi hon",
        Concern.LEFT: "Rwyt ti wedi gadael y cynlluniwr hwn",
    },
    texts={
        Concern.REMOVED: "Tynnodd pwy bynnag sy'n cadw'r rhestr o bobl hi allan o'r cynlluniwr hwn. Does dim byd "
        "newydd yn dod. Mae'r hyn oedd yma yma o hyd.",
        Concern.ERASED: "Gofynnodd pwy bynnag sy'n cadw'r rhestr o bobl am hynny. Gelli di fynd â'r hyn sydd ar y "
        "ddyfais hon gyda thi, ac wedyn ei dynnu oddi arni.",
        Concern.EXPIRED: "Mae'r diwrnod olaf o rannu'r cynlluniwr hwn wedi mynd heibio. Mae popeth yma o hyd.",
        Concern.CLONED: "Efallai iddi gael ei chopïo. I fod yn ddiogel, nid yw hon yn rhannu dim nawr. Mae popeth "
        "yma o hyd.",
        Concern.LEFT: "Ar y ddyfais hon yn unig mae e nawr. Mae popeth ynddo yma o hyd.",
    },
    unsent="Mae'r hyn a ysgrifennaist ti ond na ellid ei anfon yma hefyd.",
    export="Mynd â phopeth gyda fi",
    export_note="Fel tudalen i'w darllen, gyda'r hyn na anfonwyd",
    share_anew="Gadael rhywun i mewn",
    share_anew_note="Rhannu'r cynlluniwr hwn o'r fan hon, o hyn ymlaen",
    join_again="Ymuno eto",
    join_again_note="Paratoi'r ddyfais hon, wedyn defnyddio tocyn newydd",
    take_away="Ei dynnu oddi ar y ddyfais hon",
    take_away_note="Mae'r lleill yn cadw'r hyn sydd ganddyn nhw",
)

_OUT = OutWords(
    title="Pwy sydd i'w dynnu allan?",
    lost_title="Pa un sydd ar goll?",
    hint="Ni fyddan nhw'n cael dim byd newydd wedyn.",
    lost_hint="Caiff dyfeisiau eu rhifo yn y drefn y daethon nhw i mewn.",
    nobody_title="Does neb i'w dynnu allan",
    nobody_text="Gall pwy bynnag sy'n cadw'r rhestr o bobl dynnu eraill allan, a dyfais i ti dy hun o un arall.",
    device_of="Dyfais {name}",
    own_device="Dyfais arall i mi",
    nth="{device}, rhif {n}",
    sure_title="Tynnu {name} allan?",
    lost_sure_title="{device}: ai hon sydd ar goll?",
    from_now="O hyn ymlaen ni fydd {name} yn cael dim byd newydd.",
    past="Ni ellir tynnu'n ôl yr hyn y mae {name} wedi'i ddarllen o'r blaen.",
    with_devices="Mae eu dyfeisiau i gyd yn mynd, a'r rhai y gadawson nhw eu hunain i mewn.",
    lost_from_now="Ni fydd pwy bynnag sy'n dod o hyd iddi yn cael dim byd newydd.",
    lost_past="Mae'r hyn sydd arni'n barod yn aros arni, y tu ôl i'w chlo.",
    lost_everywhere="Caiff ei thynnu o bob cynlluniwr sy'n cael gofal yma.",
    lost_next="Wedyn byddi di'n gwneud tocyn i'r un newydd, a daw popeth yn ôl arni.",
    do="Tynnu allan",
    lost_do="Ei thynnu allan",
    working="Wrthi'n newid y rhestr a'r allwedd",
    done_title="Mae {name} allan",
    done_text="Mae gan y cynlluniwr allwedd newydd nawr. Mae'r lleill yn ei chael ohoni ei hun.",
    lost_done_title="Mae'r un goll allan",
    lost_done_text="Mae gan y cynlluniwr allwedd newydd. Nawr gad y ffôn neu'r dabled newydd i mewn.",
    make_ticket="Gwneud tocyn i'r un newydd",
    offline="Does dim cysylltiad ar hyn o bryd, felly ni newidiwyd dim. Rho gynnig arall pan fydd un.",
)

_LEAVE = LeaveWords(
    title="Gadael y cynlluniwr hwn?",
    stays_title="Beth sy'n aros",
    stays="Mae popeth sydd ar y ddyfais hon yn aros arni, ac yn gweithio fel o'r blaen.",
    goes_title="Beth sy'n dod i ben",
    goes="Ni chaiff yr hyn rwyt ti'n ei ysgrifennu ei anfon at neb mwyach, ac ni ddaw dim byd newydd. "
    "Mae'r lleill yn cadw'r hyn sydd ganddyn nhw.",
    goes_pupil="Ni fydd neb yn cael dim byd newydd gen ti mwyach. Mae'r lleill yn cadw'r hyn maen nhw wedi'i ddarllen.",
    others=welsh(
        one="Mae dy ddyfais arall yn aros i mewn. Gadawa ar honno hefyd.",
        other="Mae dy {n} dyfais arall yn aros i mewn. Gadawa ar bob un ohonyn nhw hefyd.",
    ),
    heir_title="Pwy fydd yn cadw'r rhestr o bobl wedyn?",
    heir="{name} fydd yn cadw'r rhestr o bobl wedyn.",
    do="Gadael",
    stay="Aros",
    working="Wrthi'n ffarwelio",
    left_title="Rwyt ti wedi gadael",
    left_pupil="Ar y ddyfais hon yn unig mae dy gynlluniwr nawr. Mae'r cyfan yma o hyd.",
    left_adult="Ar y ddyfais hon yn unig mae'r cynlluniwr nawr.",
    away_title="Ei dynnu oddi ar y ddyfais hon?",
    away_text="Caiff y cynlluniwr ei ddileu yma, am byth. Mae pwy bynnag arall sydd ag e yn ei gadw.",
    away_copy="Os gall fod ei angen arnat ti, cer â phopeth gyda thi yn gyntaf.",
    away_do="Ei dynnu i ffwrdd",
    away_working="Wrthi'n ei dynnu i ffwrdd",
    renew_title="Ymuno eto?",
    renew_text="Mae'r ddyfais hon yn cael allweddi newydd, ac mae popeth yma'n aros. Wedyn gofynna am docyn, a "
    "defnyddia ei god.",
    renew_do="Ei pharatoi",
    renew_working="Wrthi'n gwneud allweddi newydd",
)

_KNOWN = KnownWords(
    title="Beth mae'r gwasanaeth yn ei wybod",
    intro="Mae'r gwasanaeth rhwng eich dyfeisiau'n cadw hyn am y ddyfais yn eich llaw. All e ddim darllen dim byd rydych chi'n ei ysgrifennu.",
    asking="Yn gofyn iddo",
    since="Mae'n adnabod y ddyfais hon ers {day}.",
    seen="Gadawodd hi i mewn ddiwethaf ar {day}.",
    is_in="{role}: cylch o {size} KB na all ei ddarllen.",
    leads="{role}, yn cadw'r rhestr o bobl: cylch o {size} KB na all ei ddarllen.",
    nothing_else="Dim enw, dim gair, dim llun. Mae dyfeisiau eraill yn gofyn drostynt eu hunain.",
    save="Cadw ei ateb cyfan",
    file_name="firstbell-gwasanaeth-yn-gwybod.json",
)

PEOPLE = PeopleSentences(page=_PAGE, apart=_APART, out=_OUT, leave=_LEAVE, health=HEALTH, known=_KNOWN)
