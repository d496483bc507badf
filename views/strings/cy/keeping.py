"""Keeping a shared planner, in Welsh."""

from dataclasses import replace

from views.strings.cy.lock import LOCK
from views.strings.groups.keeping import (
    ByCardSentences,
    CardPageSentences,
    ErasedSentences,
    ErasingSentences,
    HandingOverSentences,
    KeepingDoors,
    KeepingSentences,
)

_DOORS = KeepingDoors(
    title="Cadw neu ddileu",
    keep="Cadw neu ddileu fy nghynlluniwr",
    keep_note="Cerdyn ffôn coll, dileu ym mhobman",
    keep_of="Cadw neu ddileu cynlluniwr {name}",
    card="Cerdyn ffôn coll",
    card_note="Darn o bapur sy'n dod â'r cynlluniwr i ffôn newydd",
    erase="Dileu ym mhobman",
    erase_note="O bob dyfais ac o'r gwasanaeth rhannu, am byth",
    hand_over="Trosglwyddo i gydweithiwr",
    hand_over_note="Rhywun arall yn gofalu am fy nisgyblion",
    have_card="Mae gen i gerdyn ffôn coll",
)

_CARD = CardPageSentences(
    title="Cerdyn ffôn coll",
    what_own="Darn o bapur. Os bydd dy ffôn ar goll, mae'n dod â dy gynlluniwr i un newydd. Ti sy'n dewis a wyt ti eisiau un.",
    what="Darn o bapur. Os bydd ffôn y disgybl ar goll, mae'n dod â'r cynlluniwr i un newydd. Y disgybl sy'n dewis.",
    only="Mae'n ychwanegu un ddyfais i'r disgybl, a dim arall. Wedyn mae wedi'i ddefnyddio, a daw cerdyn newydd.",
    alone_own="Ar y ddyfais hon yn unig mae dy gynlluniwr. Pan fyddi di'n ei rannu, gall gael cerdyn.",
    alone="Ar y ddyfais hon yn unig mae'r cynlluniwr hwn. Pan fydd yn cael ei rannu, gall gael cerdyn.",
    others_own="Oedolyn sy'n gofalu am dy gynlluniwr. Gofynna iddyn nhw wneud cerdyn gyda ti.",
    others="Dyfais arall sy'n gofalu am y cynlluniwr hwn. Yno mae cerdyn yn cael ei wneud.",
    has_none="Does dim cerdyn eto.",
    has_one="Mae cerdyn.",
    make="Gwneud cerdyn",
    renew="Gwneud cerdyn newydd",
    renew_note="Os gwnei di un newydd, fydd yr hen bapur ddim yn gweithio.",
    drop="Dim cerdyn mwyach",
    drop_title="Dim cerdyn mwyach?",
    drop_text="Wedyn dydy'r papur ddim yn gweithio. Gelli di wneud un arall yn nes ymlaen.",
    drop_no="Cadw'r cerdyn",
    dropped="Does dim cerdyn nawr. Dydy'r papur ddim yn gweithio mwyach.",
    working="Un eiliad",
)

_SHOWN = replace(
    LOCK.card,
    title="Y cerdyn ffôn coll",
    text="Ysgrifenna'r llythrennau hyn ar bapur, neu cadwa'r dudalen a'i hargraffu.",
    keep=(
        "Cadwa fe gartref, ar wahân i'r ffôn. Gall pwy bynnag sydd ag e ddod â'r cynlluniwr hwn i'w ffôn. "
        "Os gwnest ti gadw'r dudalen, argraffa hi ac yna dileu'r ffeil."
    ),
    file_name="firstbell-cerdyn-ffon-coll.html",
)

_PAPER = replace(
    LOCK.paper,
    title="Cerdyn ffôn coll Firstbell",
    what_it_is="Mae'r daflen hon yn dod â chynlluniwr un disgybl i ffôn newydd pan fydd yr hen un ar goll.",
    use_steps=(
        "Agor Firstbell ar y ffôn newydd.",
        "Dewis “Mae gen i god neu gerdyn”, yna “Mae gen i gerdyn ffôn coll”, a theipio'r llythrennau o'r daflen hon.",
        "Os bydd yn gofyn am gyfeiriad, teipio'r un ar y daflen hon.",
        "Bydd cerdyn newydd yn ymddangos. Argraffa fe; dydy hwn ddim yn gweithio mwyach.",
    ),
    keep_notes=(
        "Gartref gyda phapurau pwysig, neu gydag oedolyn rwyt ti'n ymddiried ynddo.",
        "Nid gyda'r ffôn, ac nid fel llun arno.",
    ),
    lost_note=(
        "Gall pwy bynnag sy'n dal y daflen hon ddod â'r cynlluniwr i'w ffôn. Os yw ar goll, gwna gerdyn newydd "
        "yn Firstbell; wedyn dydy hwn ddim yn gweithio."
    ),
    address_line="Cyfeiriad y gwasanaeth rhannu: {address}",
)

_BY_CARD = ByCardSentences(
    title="Dod â chynlluniwr i'r ffôn hwn",
    hint="Teipia'r llythrennau o'r papur. Does dim ots am lythrennau bach neu fawr, na bylchau.",
    letters="Y llythrennau ar y cerdyn",
    letters_example="7KQM-3T9X-…",
    looking="Wrthi'n chwilio am y cynlluniwr",
    unreachable="Does neb yn ateb yn y cyfeiriad hwnnw ar hyn o bryd. Edrycha ar y cyfeiriad, neu tria eto wedyn.",
    found_title="Mae'r cerdyn yn ffitio",
    found="Mae'n dod â'r cynlluniwr i'r ddyfais hon, gyda phopeth sydd ynddo.",
    found_card="Wedyn mae'r cerdyn wedi'i ddefnyddio. Byddi di'n cael un newydd i'w argraffu.",
    bring="Dod ag ef yma",
    not_now="Ddim nawr",
    bringing="Wrthi'n dod â'r cynlluniwr yma",
    stopped="Stopiodd ar y ffordd. Tria eto; bydd yn mynd ymlaen o'r fan honno.",
    fresh_title="Dy gerdyn newydd",
    fresh="Mae'r hen bapur wedi'i ddefnyddio. Ysgrifenna'r llythrennau hyn ar bapur, neu cadwa'r dudalen a'i hargraffu.",
    done_title="Croeso'n ôl",
    done="Mae popeth ar y ddyfais hon nawr. Mae'n gweithio heb gysylltiad hefyd.",
    done_lost="Mae'r ffôn coll yn y cynlluniwr o hyd. Gall oedolyn, neu ti o dan Fi, ei dynnu allan.",
    go_on="Ymlaen",
)

_ERASING = ErasingSentences(
    title="Dileu cynlluniwr {name} ym mhobman",
    title_own="Dileu fy nghynlluniwr ym mhobman",
    title_part="Dileu rhan ym mhobman",
    what="Bydd yn mynd o'r ddyfais hon, o'r gwasanaeth rhannu, ac o bob dyfais arall cyn gynted ag y bydd yn cysylltu. All neb ddod ag ef yn ôl.",
    goes="Bydd hyn yn mynd:",
    shared="Y drefn, y ticiau, y targedau a'r nodiadau y mae pawb yn y cynlluniwr yn eu gweld",
    home="Yr hyn y mae'r teulu'n ei rannu",
    private="Yr hyn y mae'r disgybl yn unig yn ei weld",
    staff="Yr hyn y mae mentoriaid yn unig yn ei weld am y disgybl hwn",
    school="Os oes rhaid i ysgol gadw rhywbeth ohono, cadwa fe gyntaf. Y cynlluniwr hwn yn unig sydd yn y ffeiliau, a does dim clo arnyn nhw.",
    take="Ei gadw fel ffeiliau gyntaf",
    sure="Dw i'n deall na ellir dod ag ef yn ôl",
    now="Dileu ym mhobman nawr",
    keep="Ei gadw",
    others="Dyfais arall sy'n gofalu am y cynlluniwr hwn, felly yno mae'n cael ei ddileu. Gelli di ei ddileu o'r ddyfais hon o dan Fi.",
    others_own="Oedolyn sy'n gofalu am dy gynlluniwr. Gofynna iddyn nhw, neu dileu popeth o'r ddyfais hon o dan Fi.",
    working="Wrthi'n dileu",
    done_title="Mae wedi'i ddileu",
    done="Mae cynlluniwr {name} wedi mynd o'r fan hon ac o'r gwasanaeth rhannu. Bydd dyfeisiau eraill yn ei ddileu pan fyddan nhw'n cysylltu nesaf.",
    done_part="Mae'r rhan honno wedi mynd o'r fan hon ac o'r gwasanaeth rhannu. Mae gweddill y cynlluniwr fel yr oedd.",
    go_on="Ymlaen",
)

_ERASED = ErasedSentences(
    title="Cafodd cynlluniwr {name} ei ddileu",
    title_own="Cafodd dy gynlluniwr ei ddileu",
    by_pupil="Gofynnodd y disgybl am hynny ar {day}.",
    by_parent="Gofynnodd rhiant neu ofalwr am hynny ar {day}.",
    by_mentor="Gofynnodd mentor am hynny ar {day}.",
    offer="Mae'n dal ar y ddyfais hon. Gelli di gadw copi i ti dy hun gyntaf. Wedyn bydd yn mynd o'r fan hon hefyd.",
    keep="Cadw copi dan glo",
    take="Ei gadw fel ffeil i'w darllen",
    go="Gall fynd nawr",
    working="Wrthi'n ei dynnu oddi ar y ddyfais hon",
    gone="Dydy e ddim ar y ddyfais hon mwyach.",
    go_on="Iawn",
)

_HANDING_OVER = HandingOverSentences(
    title="Trosglwyddo i gydweithiwr",
    hint="Gall cydweithiwr sydd i mewn gyda disgybl ofalu am gynlluniwr y disgybl hwnnw: pwy sydd i mewn, a beth sy'n cael ei gadw.",
    none_title="Dim disgybl i'w drosglwyddo",
    none="Yma mae disgyblion y mae eu cynlluniwr yn cael ei rannu, a bod y ddyfais hon yn gofalu amdano.",
    pupils="Pa ddisgyblion?",
    to="I bwy?",
    nobody="Does dim cydweithiwr i mewn gyda'r rhain i gyd eto. Gad fentor i mewn gyntaf, fesul disgybl.",
    leads="Yn gofalu amdanyn nhw'n barod",
    joins="I mewn gyda nhw",
    leaves="Wedyn dw i'n gadael",
    leaves_note="Bydd y disgyblion hyn yn mynd o'm dyfeisiau i.",
    now="Trosglwyddo",
    working="Wrthi'n trosglwyddo",
    done_title="Dyna ni",
    done="{colleague} sy'n gofalu am y disgyblion hyn nawr, gyda ti.",
    done_left="{colleague} sy'n gofalu am y disgyblion hyn nawr. Dydyn nhw ddim ar dy ddyfeisiau di mwyach.",
    go_on="Ymlaen",
)

KEEPING = KeepingSentences(
    offline="Does dim cysylltiad ar hyn o bryd. Tria eto pan fydd un.",
    doors=_DOORS,
    card=_CARD,
    shown=_SHOWN,
    paper=_PAPER,
    by_card=_BY_CARD,
    erasing=_ERASING,
    erased=_ERASED,
    handing_over=_HANDING_OVER,
)
